namespace ServerlessCompute;

/// <summary>A job cannot run on this machine as it is. The message is meant for the job's author and becomes the job's error.</summary>
internal sealed class LocalRunException : Exception
{
    public LocalRunException(string message)
        : base(message)
    {
    }

    public LocalRunException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
