namespace ServerlessCompute;

/// <summary>Puts a job's inputs where its command can read them.</summary>
internal static class InputMaterializer
{
    /// <summary>What each input stands for in the command: the literal, a path, or for <c>Direct</c> the URI.</summary>
    /// <exception cref="LocalRunException">Data is not there, or is a file where a folder is needed.</exception>
    public static Dictionary<string, string> Materialize(IExecutionHost host, IReadOnlyList<LocalInput> inputs, LocalFolder folder)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (LocalInput input in inputs)
        {
            values[input.Name] = input.IsLiteral || input.IsDirect ? input.Value : ShellPath.Of(Place(host, input, folder));
        }

        return values;
    }

    private static string Place(IExecutionHost host, LocalInput input, LocalFolder folder)
    {
        IReadOnlyList<StoredFile> files = host.ReadData(input.Value);
        if (files.Count == 0)
        {
            return OnThisMachine(input);
        }

        string last = Uri.UnescapeDataString(input.Value[(input.Value.LastIndexOf('/') + 1)..]);
        bool single = files.Count == 1 && last.Length > 0 && (input.IsFile || string.Equals(files[0].RelativePath, last, StringComparison.Ordinal));
        Check(input, single);
        string place = LocalFolder.Inside(folder.Inputs, input.Name);
        LocalFolder.Write(place, files);
        return single ? LocalFolder.Inside(place, files[0].RelativePath) : place;
    }

    private static string OnThisMachine(LocalInput input)
    {
        string? path = Uri.TryCreate(input.Value, UriKind.Absolute, out Uri? uri) && uri.IsFile ? uri.LocalPath
            : Path.IsPathFullyQualified(input.Value) ? input.Value
            : null;
        if (path is null || !Path.Exists(path))
        {
            throw new LocalRunException(
                $"Input '{input.Name}' is '{Redacted(input.Value)}', and there is no such data: neither does this in-memory service hold it nor is it a path of this machine. "
                + "Upload the data with the job, put it into the service first, or use a local path.");
        }

        Check(input, single: File.Exists(path));
        return path;
    }

    private static void Check(LocalInput input, bool single)
    {
        if (single && input.IsFolder)
        {
            throw new LocalRunException($"Input '{input.Name}' is a {input.Type}, but '{Redacted(input.Value)}' is a file. Make the input a uri_file, or name the folder that holds the file.");
        }

        if (!single && input.IsFile)
        {
            throw new LocalRunException($"Input '{input.Name}' is a uri_file, but '{Redacted(input.Value)}' is a folder. Make the input a uri_folder, or name one file in it.");
        }
    }

    // What follows the question mark of a blob's address is its signature.
    private static string Redacted(string uri) => uri.IndexOf('?', StringComparison.Ordinal) is >= 0 and int at ? uri[..at] : uri;
}
