namespace ServerlessCompute;

/// <summary>An override as a command line gives it.</summary>
internal static class YamlAssignment
{
    /// <exception cref="FormatException">There is no equals sign or no key before it, or the value is no YAML.</exception>
    public static (string Path, RawJson Value) Parse(string assignment)
    {
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new FormatException($"'{assignment}' is no assignment. Write the keys, an equals sign and the value: resources.instance_count=4.");
        }

        string? problem = null;
        Tree? value = null;
        try
        {
            value = YamlComposer.ComposeWhole(assignment[(equals + 1)..], default, (_, message, _) => problem ??= message);
        }
        catch (YamlSyntaxException e)
        {
            problem = e.Message;
        }

        return problem is null
            ? (assignment[..equals].Trim(), value is null ? default : TreeJson.ToRaw(value))
            : throw new FormatException($"The value in '{assignment}' is no YAML: {problem} Put it between quotes.");
    }
}
