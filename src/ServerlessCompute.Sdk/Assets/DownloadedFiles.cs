namespace ServerlessCompute;

/// <summary>What a download left on this machine. Immutable.</summary>
public sealed record DownloadedFiles
{
    /// <summary>Describes a download.</summary>
    /// <param name="folder">The folder's absolute path.</param>
    /// <param name="files">The files' absolute paths.</param>
    /// <param name="bytes">The sum of their sizes.</param>
    public DownloadedFiles(string folder, ValueList<string> files, long bytes)
    {
        Folder = folder;
        Files = files;
        Bytes = bytes;
    }

    /// <summary>The absolute path of the folder that was downloaded into.</summary>
    public string Folder { get; }

    /// <summary>The absolute path of each file, in the order of their names; those that were there already are among them.</summary>
    /// <value>Empty when nothing was written to the place that was downloaded.</value>
    public ValueList<string> Files { get; }

    /// <summary>The sum of the files' sizes.</summary>
    public long Bytes { get; }
}
