namespace ServerlessCompute;

/// <summary>A table described by an MLTable file. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class MLTable : IPortKind
{
    private MLTable()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.MLTable;
}
