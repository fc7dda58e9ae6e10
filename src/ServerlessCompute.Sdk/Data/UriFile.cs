namespace ServerlessCompute;

/// <summary>One file. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class UriFile : IPortKind
{
    private UriFile()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.UriFile;
}
