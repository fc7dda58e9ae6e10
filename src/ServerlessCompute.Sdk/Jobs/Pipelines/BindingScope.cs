namespace ServerlessCompute;

/// <summary>
/// What the parts of a pipeline are that references such as <c>${{parent.jobs.prep.outputs.clean}}</c> lead to: for the inputs of a
/// component that is made of a job. What is not there counts as a folder; validation says that it is not there.
/// </summary>
/// <param name="input">The pipeline's input of a name.</param>
/// <param name="output">The pipeline's output of a name.</param>
/// <param name="step">The step of a name.</param>
internal sealed class BindingScope(Func<string, ComponentInput?> input, Func<string, ComponentOutput?> output, Func<string, PipelineStep?> step)
{
    private static readonly ComponentInput _folder = new();

    /// <summary>A pipeline's own inputs and outputs refer to nothing.</summary>
    private static readonly BindingScope _nothing = new(_ => null, _ => null, _ => null);

    /// <summary>The scope of a pipeline's steps.</summary>
    public static BindingScope Of(PipelineJob job) => new(
        name => job.Inputs.TryGetValue(name, out Input? input) ? Flow(input) : null,
        name => job.Outputs.TryGetValue(name, out Output? output) ? Flow(output) : null,
        name => job.Steps.GetValueOrDefault(name));

    /// <inheritdoc cref="Of(PipelineJob)"/>
    public static BindingScope Of(PipelineComponent component) => new(
        name => component.Inputs.GetValueOrDefault(name),
        name => component.Outputs.GetValueOrDefault(name),
        name => component.Steps.GetValueOrDefault(name));

    /// <summary>What flows through an input of a pipeline.</summary>
    public static ComponentInput Flow(Input input) => _nothing.ToComponent(input.Plain);

    /// <summary>What flows through an output of a pipeline.</summary>
    public static ComponentOutput Flow(Output output) => _nothing.ToComponent(output);

    /// <summary>Inputs as their owner keeps them: ports as they are, since somebody has to see whose they are; of anything else what is sent.</summary>
    public static ValueMap<Input> Keep(ValueMap<Input> inputs) =>
        inputs is null ? null! : JobVisitor.Each("", inputs, (_, input) => input is null or Port ? input! : input.AdditionalProperties is null ? input : input.Plain);

    /// <summary>Inputs as a step has them.</summary>
    public static ValueMap<Input> ToStep(ValueMap<Input> inputs) => JobVisitor.Each("", inputs, (_, input) => input.Plain);

    /// <summary>Outputs as a step has them: of those that say nothing, nothing.</summary>
    public static ValueMap<Output> ToStep(ValueMap<Output> outputs) => outputs.Values.Any(output => output.IsBare) ? ValueMap.From(outputs.Where(entry => !entry.Value.IsBare)) : outputs;

    /// <summary>What a component takes that a job gives these inputs.</summary>
    public ValueMap<ComponentInput> ToComponent(ValueMap<Input> inputs) => ValueMap.From(inputs.Select(entry => KeyValuePair.Create(entry.Key, ToComponent(entry.Value.Plain))));

    /// <summary>What a component leaves behind whose job has these outputs.</summary>
    public ValueMap<ComponentOutput> ToComponent(ValueMap<Output> outputs) => ValueMap.From(outputs.Select(entry => KeyValuePair.Create(entry.Key, ToComponent(entry.Value))));

    /// <summary>A literal is a default at the same time; a reference is of the type of what it leads to.</summary>
    private ComponentInput ToComponent(Input input) => input switch
    {
        DataInput { Path.Text: var text, Type.Value: null } data when PipelineReference.IsWhole(text) => Find(text) with { Mode = data.Mode, Description = data.Description },
        DataInput data => new ComponentInput { Type = data.Type.Value is { } type ? new PortType(type) : PortType.UriFolder, Mode = data.Mode, Description = data.Description },
        LiteralInput literal when PipelineReference.TryParse(literal.Value, out _) => Find(literal.Value) with { Description = literal.Description },
        LiteralInput literal => new ComponentInput
        {
            Type = literal.WrittenAs.Value is null ? PortType.String : literal.WrittenAs,
            Default = literal.Value,
            Description = literal.Description,
        },
        _ => _folder,
    };

    private ComponentOutput ToComponent(Output from) => from switch
    {
        { Path.Text: var text, Type.Value: null } when PipelineReference.IsWhole(text) => FindOutput(text) with { Description = from.Description },
        _ => new ComponentOutput { Type = from.Type.Value is { } type ? new PortType(type) : PortType.UriFolder, Mode = from.Mode, Description = from.Description },
    };

    /// <summary>Type and mode of what a reference leads to.</summary>
    private ComponentInput Find(string text)
    {
        if (!PipelineReference.TryParse(text, out PipelineReference reference))
        {
            return _folder;
        }

        ComponentInput found = reference switch
        {
            { Step: { } name } => new ComponentInput { Type = TypeOf(step(name), reference) },
            { IsOutput: true } => FindOutput(text) is var result ? new ComponentInput { Type = result.Type, Mode = new InputMode(result.Mode.Value ?? "") } : _folder,
            _ => input(reference.Port) ?? _folder,
        };
        return new ComponentInput { Type = found.Type, Mode = string.IsNullOrEmpty(found.Mode.Value) ? default : found.Mode };
    }

    private ComponentOutput FindOutput(string text) =>
        PipelineReference.TryParse(text, out PipelineReference reference) && reference is { Step: null, IsOutput: true } && output(reference.Port) is { } found
            ? new ComponentOutput { Type = found.Type, Mode = found.Mode }
            : new ComponentOutput();

    private PortType TypeOf(PipelineStep? source, PipelineReference reference) => source switch
    {
        InlineJobStep { Job: var job } => TypeOf(JobFlow.Inputs(job), JobFlow.Outputs(job), reference),
        ComponentStep { Component.Definition: { } definition } when reference.IsOutput => definition.Outputs.TryGetValue(reference.Port, out ComponentOutput? found) ? found.Type : PortType.UriFolder,
        ComponentStep { Component.Definition: { } definition } => definition.Inputs.TryGetValue(reference.Port, out ComponentInput? found) ? found.Type : PortType.UriFolder,
        ComponentStep own => TypeOf(own.Inputs, own.Outputs, reference),
        AutoMlStep => PortType.MLTable,
        _ => PortType.UriFolder,
    };

    private PortType TypeOf(ValueMap<Input> inputs, ValueMap<Output> outputs, PipelineReference reference) => reference.IsOutput
        ? outputs.TryGetValue(reference.Port, out Output? found) ? ToComponent(found).Type : PortType.UriFolder
        : inputs.TryGetValue(reference.Port, out Input? given) && !Refers(given.Plain, reference) ? ToComponent(given.Plain).Type : PortType.UriFolder;

    /// <summary>Whether an input refers to an input of another step, which may go round in a circle.</summary>
    private static bool Refers(Input input, PipelineReference from) =>
        input is LiteralInput literal && PipelineReference.TryParse(literal.Value, out PipelineReference to) && to is { Step: not null, IsOutput: false } && from.Step is not null;
}
