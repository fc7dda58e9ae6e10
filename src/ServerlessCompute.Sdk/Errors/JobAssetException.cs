namespace ServerlessCompute;

/// <summary>
/// Something that a job needs from this machine, a code folder, a data file, an environment's build context, cannot be taken as it
/// is: it is missing, empty, unreadable, of the wrong kind, or leads out of its folder. The message names what was tried and the way out.
/// </summary>
public sealed class JobAssetException : Exception
{
    /// <summary>An error without a path of its own.</summary>
    public JobAssetException()
        : this("A local file or folder that the job needs cannot be used.")
    {
    }

    /// <summary>An error without a path of its own.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public JobAssetException(string message)
        : base(message) => Path = string.Empty;

    /// <summary>An error without a path of its own.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What the platform or the service said.</param>
    public JobAssetException(string message, Exception? innerException)
        : base(message, innerException) => Path = string.Empty;

    /// <summary>An error about one file or folder.</summary>
    /// <param name="path">The absolute path that was tried.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What the platform or the service said.</param>
    public JobAssetException(string path, string message, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>The absolute path that was tried, also when the job names it relative to another folder.</summary>
    /// <value>Empty when the error belongs to no single file.</value>
    public string Path { get; }

    internal static JobAssetException Missing(string path, string what) =>
        new(path, $"The {what} '{path}' does not exist. Relative paths start at the job's base folder; correct the path or create it.");

    internal static JobAssetException Unreadable(string path, Exception cause) => cause is FileNotFoundException or DirectoryNotFoundException
        ? new(path, $"'{path}' was there a moment ago and is gone. Submit again when nothing changes these files, or keep it out with a line in .amlignore.", cause)
        : new(path, $"'{path}' cannot be read: {cause.Message} Mend its permissions, or keep it out with a line in .amlignore.", cause);

    internal static JobAssetException Changed(string path) =>
        new(path, $"'{path}' changed while it was being read. Submit again when nothing writes to it.");
}
