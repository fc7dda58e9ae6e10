namespace ServerlessCompute;

/// <summary>A kind of data that is known while compiling: <see cref="UriFile"/>, <see cref="UriFolder"/>, <see cref="MLTable"/> or a kind of model.</summary>
public interface IPortKind
{
    /// <summary>The service's word for it.</summary>
    static abstract PortType Type { get; }
}
