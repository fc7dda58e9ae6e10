namespace ServerlessCompute;

/// <summary>
/// JSON that should be a job, or another answer of the service, cannot be read: it is no JSON, it is nested too deeply, or a member
/// has the wrong type.
/// </summary>
/// <remarks>Members and words that this library does not know are no reason: they are kept.</remarks>
public sealed class JobFormatException : FormatException
{
    /// <summary>Says what is wrong and where.</summary>
    /// <param name="message">What is wrong, as a sentence that names the place.</param>
    /// <param name="path">The place: the names that lead to it, with dots between them.</param>
    /// <param name="innerException">What the parser said.</param>
    public JobFormatException(string message, string path, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>The place: the names that lead to it, with dots between them, as <c>properties.resources.instanceCount</c>.</summary>
    /// <value>Empty when the text as a whole is wrong.</value>
    public string Path { get; }
}
