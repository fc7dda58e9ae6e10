namespace ServerlessCompute;

/// <summary>
/// A step that runs a component. What it says of machines, limits and the like replaces what the component says as a whole; the two are
/// not merged. Immutable.
/// </summary>
public abstract record ComponentStep : PipelineStep
{
    private protected ComponentStep()
    {
    }

    /// <summary>What runs: a component described in place, or a reference to a registered one.</summary>
    /// <value>Null, which is an error.</value>
    public ComponentSource? Component { get; init; }

    /// <summary>The name shown in the studio.</summary>
    /// <value>Null: the step's name.</value>
    public string? DisplayName { get; init; }

    /// <summary>A note, shown in the studio's designer.</summary>
    public string? Comment { get; init; }

    /// <summary>Labels of your own.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Properties of your own.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>
    /// What flows in, by the name of the component's input: a literal, data, or a reference to the pipeline or to another step,
    /// <c>${{parent.inputs.name}}</c> or <c>${{parent.jobs.step.outputs.name}}</c>.
    /// </summary>
    public ValueMap<Input> Inputs
    {
        get;
        init => field = BindingScope.Keep(value);
    } = ValueMap<Input>.Empty;

    /// <summary>Where outputs go that are to go somewhere: for the pipeline's, the path <c>${{parent.outputs.name}}</c>.</summary>
    /// <value>Empty: the service chooses the places.</value>
    public ValueMap<Output> Outputs { get; init; } = ValueMap<Output>.Empty;

    /// <summary>The compute that runs the step: a name or a full resource id.</summary>
    /// <value>Null: the pipeline's.</value>
    public string? Compute { get; init; }

    /// <summary>What the job said that this step was made of, and that no step can have.</summary>
    internal ValueList<string> Refused { get; init; } = ValueList<string>.Empty;

    internal override PipelineStep Visit(string place, JobVisitor visitor)
    {
        ComponentSource? component = Component?.Visit($"{place}.component", visitor);
        ComponentStep step = Component?.Definition is { } definition && component!.Definition is null ? Inherit(definition).Known(definition) : this;
        ValueMap<Input> inputs = visitor.Inputs($"{place}.inputs", step.Inputs);
        ValueMap<Output> outputs = visitor.Outputs($"{place}.outputs", step.Outputs);
        string? compute = string.IsNullOrWhiteSpace(Compute) || new AssetPath(Compute).Kind == AssetPathKind.Binding ? Compute : visitor.Compute($"{place}.computeId", Compute);
        ComponentStep visited = step.VisitOwn(place, visitor);
        return ReferenceEquals(component, Component) && ReferenceEquals(inputs, Inputs) && ReferenceEquals(outputs, Outputs) && compute == Compute
            ? visited
            : visited with { Component = component, Inputs = inputs, Outputs = outputs, Compute = compute };
    }

    internal override PipelineStep WithOutputAt(string port, string reference) => this with { Outputs = Move(Outputs, port, reference) };

    /// <summary>The step without what its component does not take and not make: the service would refuse that, the reference client drops it.</summary>
    private ComponentStep Known(Component definition) =>
        Inputs.Keys.All(definition.Inputs.ContainsKey) && Outputs.Keys.All(definition.Outputs.ContainsKey)
            ? this
            : this with
            {
                Inputs = ValueMap.From(Inputs.Where(input => definition.Inputs.ContainsKey(input.Key))),
                Outputs = ValueMap.From(Outputs.Where(output => definition.Outputs.ContainsKey(output.Key))),
            };

    /// <summary>Shows a visitor the parts that only this kind of step has.</summary>
    internal virtual ComponentStep VisitOwn(string place, JobVisitor visitor) => this;

    /// <summary>
    /// The step with what it leaves to its component, once that is registered and out of sight: the service is told at the step, as the
    /// reference client does.
    /// </summary>
    private protected virtual ComponentStep Inherit(Component definition) => this;
}
