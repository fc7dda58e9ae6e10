namespace ServerlessCompute;

/// <summary>A model for the Triton server. Names the kind of a <see cref="Port{T}"/>; there are no objects of it.</summary>
public sealed class TritonModel : IPortKind
{
    private TritonModel()
    {
    }

    /// <inheritdoc/>
    public static PortType Type => PortType.TritonModel;
}
