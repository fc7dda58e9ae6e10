namespace ServerlessCompute;

/// <summary>A model in a format of its own. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class CustomModel : IPortKind
{
    private CustomModel()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.CustomModel;
}
