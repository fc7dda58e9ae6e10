namespace ServerlessCompute;

/// <summary>The component of a step: a registered one by reference, or one described in place. Made from either by itself. Immutable.</summary>
public sealed record ComponentSource
{
    /// <summary>How YAML writes a resource id.</summary>
    private const string Id = "azureml:/";

    private ComponentSource(string? reference, Component? definition)
    {
        Reference = reference;
        Definition = definition;
    }

    /// <summary>
    /// A registered component: <c>azureml:name:version</c>, <c>azureml:name@latest</c>, an <c>azureml://registries/…</c> address, or a full
    /// resource id.
    /// </summary>
    /// <value>Null for one described in place.</value>
    public string? Reference { get; }

    /// <summary>The component described in place.</summary>
    /// <value>Null for a reference.</value>
    public Component? Definition { get; }

    /// <summary>Takes the reference as it is; a resource id without <c>azureml:</c> before it.</summary>
    public static implicit operator ComponentSource(string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        return new ComponentSource(reference.StartsWith(Id, StringComparison.OrdinalIgnoreCase) && !reference.StartsWith(Id + "/", StringComparison.Ordinal) ? reference[(Id.Length - 1)..] : reference, null);
    }

    /// <summary>Takes a component as it is; one that the service sent, by its id.</summary>
    public static implicit operator ComponentSource(Component definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Id is { } id ? new ComponentSource(id, null) : new ComponentSource(null, definition);
    }

    /// <summary>The reference, or what the component is called.</summary>
    public override string ToString() => Reference ?? Definition!.Name ?? Definition.DisplayName ?? $"a {Definition.Kind} component";

    /// <summary>Shows a visitor the component, and what is in one described in place.</summary>
    internal ComponentSource Visit(string place, JobVisitor visitor)
    {
        if (Definition is null)
        {
            string reference = visitor.Component(place, Reference!);
            return reference == Reference ? this : reference;
        }

        Component visited = Definition.Visit(place, visitor);
        ComponentSource source = visitor.Component(place, visited);
        return ReferenceEquals(source.Definition, Definition) ? this : source;
    }
}
