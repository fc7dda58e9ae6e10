namespace ServerlessCompute;

#pragma warning disable CA1032, CA1064 // Ends a delegate on its way to the engine; users see the job's error.
/// <summary>A delegate says that its job failed, and with what code.</summary>
internal sealed class CommandFailedException(string code, string message) : InvalidOperationException(message)
#pragma warning restore CA1032, CA1064
{
    public string Code { get; } = code;
}
