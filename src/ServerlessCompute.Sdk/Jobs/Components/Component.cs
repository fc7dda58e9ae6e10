namespace ServerlessCompute;

/// <summary>
/// Something that steps of pipelines run: a program with named inputs and outputs, written once and used often. It may name local paths and
/// describe environments in place. Immutable.
/// </summary>
/// <remarks>
/// A component used as it is, is registered without a name, under a hash of its content, when a pipeline with it is submitted. With a name
/// it is registered by <c>client.RegisterComponentAsync</c>, and used by reference: <c>azureml:name:version</c>.
/// </remarks>
public abstract record Component : JobPart
{
    private protected Component()
    {
    }

    /// <summary>The service's word for this kind of component: <c>command</c>, <c>pipeline</c> and so on.</summary>
    public abstract string Kind { get; }

    /// <summary>The name under which it is registered: lower-case letters, digits and <c>_</c>, beginning with a letter.</summary>
    /// <value>Null for a component that is only used as it is.</value>
    public string? Name { get; init; }

    /// <summary>The version under which it is registered.</summary>
    /// <value>Null: the service counts.</value>
    public string? Version { get; init; }

    /// <summary>The name shown in the studio.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Labels of your own.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Properties of your own.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether the same inputs give the same outputs, so that a step may reuse what an earlier run left.</summary>
    /// <value>True; null for a pipeline, whose steps say it.</value>
    public bool? IsDeterministic { get; init; } = true;

    /// <summary>What it takes, by name.</summary>
    public ValueMap<ComponentInput> Inputs { get; init; } = ValueMap<ComponentInput>.Empty;

    /// <summary>What it leaves behind, by name.</summary>
    public ValueMap<ComponentOutput> Outputs { get; init; } = ValueMap<ComponentOutput>.Empty;

    /// <summary>Its full resource id; set on components that the service sent.</summary>
    public string? Id { get; init; }

    /// <summary>A step that runs it, with no inputs yet.</summary>
    public abstract PipelineStep ToStep();

    /// <summary>A step that runs it, with one input filled: with a literal, data, or a port of the pipeline.</summary>
    /// <exception cref="InvalidOperationException">The component is of a kind that this library has no step for.</exception>
    public ComponentStep WithInput(string name, Input input) => ToStep() is ComponentStep step
        ? step.WithInput(name, input)
        : throw new InvalidOperationException($"What a component of type '{Kind}' takes is not known. Add 'new {nameof(UnknownStep)}(\"{Kind}\")' to the pipeline, with its members.");

    /// <summary>Shows a visitor what is in the component; gives the component with what the visitor put in its places, or the same object.</summary>
    internal virtual Component Visit(string place, JobVisitor visitor) => this;
}
