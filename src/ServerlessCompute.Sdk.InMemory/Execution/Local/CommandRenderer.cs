namespace ServerlessCompute;

/// <summary>Turns a job's command into what bash reads, and refuses what the job does not have.</summary>
/// <remarks>Values are put in raw, as the service does: a value with a space is two words unless the command quotes it.</remarks>
internal sealed class CommandRenderer(IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs)
{
    /// <summary>Renders a command.</summary>
    /// <exception cref="LocalRunException">The command refers to what the job does not have.</exception>
    public string Render(string command) => CommandTemplate.Render(command, Find, Refuse);

    // What is behind the first dot is the name, dots included. A trial's search values arrive as inputs.
    private string? Find(string hole)
    {
        (string kind, string name) = Split(hole);
        return kind switch
        {
            "inputs" or "search_space" => inputs.GetValueOrDefault(name),
            "outputs" => outputs.GetValueOrDefault(name),
            _ => null,
        };
    }

    private string Refuse(string hole)
    {
        (string kind, _) = Split(hole);
        if (kind is not ("inputs" or "outputs" or "search_space"))
        {
            throw new LocalRunException($$$"""The command contains ${{{{{hole}}}}}; a command can refer to ${{inputs.name}} and ${{outputs.name}} only.""");
        }

        bool output = kind is "outputs";
        string known = string.Join(", ", (output ? outputs : inputs).Keys.Order(StringComparer.Ordinal));
        throw new LocalRunException($$$"""The command refers to ${{{{{hole}}}}}, but the job has no such {{{(output ? "output" : "input")}}}. It has: {{{(known.Length == 0 ? "none" : known)}}}.""");
    }

    private static (string Kind, string Name) Split(string hole)
    {
        int dot = hole.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (hole, "") : (hole[..dot].TrimEnd(), hole[(dot + 1)..].TrimStart());
    }
}
