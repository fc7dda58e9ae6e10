namespace ServerlessCompute;

/// <summary>A folder. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class UriFolder : IPortKind
{
    private UriFolder()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.UriFolder;
}
