namespace ServerlessCompute;

/// <summary>An output as the job names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in the contract's words, for example <c>uri_folder</c>.</param>
/// <param name="Uri">Where it goes, when the job says so.</param>
/// <param name="IsDirect">Whether the command gets the URI itself and writes there by its own means.</param>
internal sealed record LocalOutput(string Name, string Type, string? Uri, bool IsDirect)
{
    /// <summary>Whether it is a single file; so is a plain value that a pipeline reads.</summary>
    public bool IsFile => string.Equals(Type, "uri_file", StringComparison.OrdinalIgnoreCase) || StepOutputs.IsPlain(Type);

    /// <summary>The name of a <c>uri_file</c> output's file: the last part of its path, or the output's own name.</summary>
    public string FileName
    {
        get
        {
            string last = Uri is null ? "" : Uri[(Uri.LastIndexOf('/') + 1)..];
            return last.Length == 0 || last.Contains('$', StringComparison.Ordinal) ? Name : last;
        }
    }
}
