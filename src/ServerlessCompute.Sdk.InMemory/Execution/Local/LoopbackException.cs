namespace ServerlessCompute;

/// <summary>A request that cannot be read: the status says how it is refused, and the connection ends with it.</summary>
internal sealed class LoopbackException(int status, string message) : Exception(message)
{
    public int Status => status;
}
