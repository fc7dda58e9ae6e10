namespace ServerlessCompute;

/// <summary>
/// Takes the inputs, steps and outputs of a pipeline while <see cref="Pipeline.Define(string, Action{PipelineBuilder})"/> runs. For one
/// pipeline and one thread.
/// </summary>
public sealed partial class PipelineBuilder
{
    private readonly OrderedDictionary<string, Input> _inputs = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, PipelineStep> _steps = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Output> _outputs = new(StringComparer.Ordinal);
    private readonly BindingScope _scope;

    internal PipelineBuilder() => _scope = new BindingScope(
        name => _inputs.TryGetValue(name, out Input? input) ? BindingScope.Flow(input) : null,
        name => _outputs.TryGetValue(name, out Output? output) ? BindingScope.Flow(output) : null,
        name => _steps.GetValueOrDefault(name));

    /// <summary>What holds for all steps.</summary>
    /// <value>Serverless compute, and nothing else.</value>
    public PipelineSettings Settings { get; private set; } = new() { DefaultCompute = "serverless" };

    /// <summary>Changes what holds for all steps: <c>p.Configure(s =&gt; s with { ForceRerun = true })</c>.</summary>
    public void Configure(Func<PipelineSettings, PipelineSettings> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Settings = change(Settings);
    }

    /// <summary>Adds an input, with the value that it has unless the job says another.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A literal, or data.</param>
    /// <exception cref="ArgumentException">There is an input of that name already.</exception>
    public Port Input(string name, Input value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        if (value is Port)
        {
            throw new ArgumentException($"The input '{name}' of a pipeline is a value or data, not a part of a pipeline.", nameof(value));
        }

        return _inputs.TryAdd(name, value.Plain)
            ? new Port(this, name, PipelineReference.ToInput(name), BindingScope.Flow(value.Plain).Type)
            : throw new ArgumentException($"The pipeline has an input '{name}' already. Choose another name.", nameof(name));
    }

    /// <summary>Adds an output of the pipeline, and says which step makes it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">The output of a step.</param>
    /// <param name="output">Where it is kept, and as what it is registered; null: a place that the service chooses.</param>
    /// <exception cref="ArgumentException">There is an output of that name already, or the port is of no step of this pipeline.</exception>
    public void Output(string name, Port from, Output? output = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(from);
        Demand(from, nameof(from));
        if (!PipelineReference.TryParse(from.Reference, out PipelineReference reference) || reference is not { Step: { } step, IsOutput: true })
        {
            throw new ArgumentException($"'{from.Name}' is an input of the pipeline, not the output of a step.", nameof(from));
        }

        Output placed = output ?? new Output { Type = new OutputType(from.Type.Value ?? OutputType.Values.UriFolder) };
        if (!_outputs.TryAdd(name, placed))
        {
            throw new ArgumentException($"The pipeline has an output '{name}' already. Choose another name.", nameof(name));
        }

        _steps[step] = _steps[step].WithOutputAt(from.Name, PipelineReference.ToOutput(name))
            ?? throw new ArgumentException($"The step '{step}' runs nothing itself: its outputs are those of other steps.", nameof(from));
    }

    internal PipelineStep? Step(string name) => _steps.GetValueOrDefault(name);

    internal PipelineJob Build() => new()
    {
        Inputs = ValueMap.From(_inputs),
        Outputs = ValueMap.From(_outputs),
        Steps = ValueMap.From(_steps),
        Settings = Settings,
    };

    private void Demand(Port port, string argument)
    {
        if (!ReferenceEquals(port.Owner, this))
        {
            throw new ArgumentException($"The port '{port.Name}' belongs to another pipeline. Give the step an input, and fill it with a port of this one.", argument);
        }
    }
}
