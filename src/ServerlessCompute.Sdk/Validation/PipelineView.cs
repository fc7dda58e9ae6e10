namespace ServerlessCompute;

/// <summary>A pipeline as its rules see it: that of a job, or one within it.</summary>
internal sealed class PipelineView
{
    private const string Anywhere = "serverless";

    /// <param name="job">The job.</param>
    public PipelineView(PipelineJob job)
    {
        Place = "";
        Steps = job.Steps ?? ValueMap<PipelineStep>.Empty;
        Settings = job.Settings;
        Compute = job.Compute ?? job.Settings?.DefaultCompute;
        IsFromYaml = job.IsFromYaml.Value;
        Inputs = Map(job.Inputs, input => input.AdditionalProperties is null ? new ComponentInput { Type = default } : BindingScope.Flow(input));
        Outputs = Map(job.Outputs, BindingScope.Flow);
    }

    /// <param name="component">A pipeline component.</param>
    /// <param name="place">Where in the job it is, with a point behind it.</param>
    /// <param name="around">The pipeline around it; null for a component by itself.</param>
    public PipelineView(PipelineComponent component, string place, PipelineView? around)
    {
        Place = place;
        Steps = component.Steps ?? ValueMap<PipelineStep>.Empty;
        Settings = component.Settings;

        // Where one that stands by itself runs, the job says that runs it.
        Compute = component.Settings?.DefaultCompute ?? (around is null ? Anywhere : around.Compute);
        IsFromYaml = component.IsFromYaml.Value || around?.IsFromYaml == true;
        IsWithinStep = around is not null;
        MayLackCompute = around is null or { MayLackCompute: true };
        Inputs = Map(component.Inputs, input => input);
        Outputs = Map(component.Outputs, output => output);
    }

    /// <summary>Where the pipeline is: nothing for a job's own, else a place with a point behind it.</summary>
    public string Place { get; }

    public ValueMap<PipelineStep> Steps { get; }

    public PipelineSettings? Settings { get; }

    /// <summary>The compute of steps that name none; null when there is none.</summary>
    public string? Compute { get; }

    /// <summary>Whether the compute may come from whoever uses it: a component by itself.</summary>
    public bool MayLackCompute { get; }

    /// <summary>Whether it was read from YAML, where the reference client lets some mistakes pass.</summary>
    public bool IsFromYaml { get; }

    /// <summary>Whether it is a step of another pipeline.</summary>
    public bool IsWithinStep { get; }

    public IReadOnlyDictionary<string, ComponentInput> Inputs { get; }

    public IReadOnlyDictionary<string, ComponentOutput> Outputs { get; }

    /// <summary>The place of a step.</summary>
    public string PlaceOf(string step) => Shown.At($"{Place}{nameof(PipelineJob.Steps)}", step);

    /// <summary>The outputs of a step, as far as they are known; null when only the service knows them.</summary>
    public static IEnumerable<string>? OutputsOf(PipelineStep step) => step switch
    {
        ComponentStep { Component.Definition: { Outputs: { } outputs } and not UnknownComponent } => outputs.Keys,
        _ => null,
    };

    /// <summary>The inputs of a step, as far as they are known; null when only the service knows them.</summary>
    public static IEnumerable<string>? InputsOf(PipelineStep step) => step switch
    {
        ComponentStep { Component.Definition: { Inputs: { } inputs } and not UnknownComponent } => inputs.Keys,
        _ => null,
    };

    /// <summary>The type of what a reference leads to; unset when it is not known here.</summary>
    public PortType TypeOf(PipelineReference reference) => reference switch
    {
        { Step: null, IsOutput: false } => Inputs.GetValueOrDefault(reference.Port)?.Type ?? default,
        { Step: null } => Outputs.GetValueOrDefault(reference.Port)?.Type ?? default,
        { IsOutput: true } => DefinitionOf(reference.Step)?.Outputs?.GetValueOrDefault(reference.Port)?.Type ?? default,
        _ => DefinitionOf(reference.Step)?.Inputs?.GetValueOrDefault(reference.Port)?.Type ?? default,
    };

    private Component? DefinitionOf(string step) => (Steps.GetValueOrDefault(step) as ComponentStep)?.Component?.Definition;

    private static Dictionary<string, TTo> Map<TFrom, TTo>(ValueMap<TFrom>? map, Func<TFrom, TTo> convert)
        where TFrom : class
    {
        var converted = new Dictionary<string, TTo>(StringComparer.Ordinal);
        foreach ((string name, TFrom? value) in map ?? ValueMap<TFrom>.Empty)
        {
            if (value is not null && !string.IsNullOrWhiteSpace(name))
            {
                converted[name] = convert(value);
            }
        }

        return converted;
    }
}
