namespace ServerlessCompute;

/// <summary>What MLflow lets names and values be.</summary>
internal static class MlflowNames
{
    private const string Signs = "_-. :/";
    private const int LongestName = 250;
    private const int LongestParam = 6000;
    private const int LongestTag = 8000;
    private const int LongestExperiment = 500;

    /// <summary>Refuses a name that MLflow's own server would refuse: names of metrics and parameters become file names there.</summary>
    /// <exception cref="MlflowException">400.</exception>
    public static void Check(string kind, string name)
    {
        if (name.Length > LongestName)
        {
            throw MlflowException.InvalidParameter($"The name of a {kind} has at most {LongestName} characters; this one has {name.Length}.");
        }

        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && !Signs.Contains(c, StringComparison.Ordinal))
            {
                throw MlflowException.InvalidParameter(
                    $"The name of the {kind} '{Shown(name)}' has the character U+{(int)c:X4}. Letters, digits, '_', '-', '.', ':', '/' and blanks are allowed.");
            }
        }

        if (name.Length == 0 || name[0] == '/' || name.Split('/').Any(static part => part is "" or "." or ".."))
        {
            throw MlflowException.InvalidParameter($"The {kind} '{name}' must be a relative path without empty parts, '.' and '..'.");
        }
    }

    public static void CheckParam(string name, string value)
    {
        Check("parameter", name);
        if (value.Length > LongestParam)
        {
            throw MlflowException.InvalidParameter($"The value of the parameter '{name}' has {value.Length} characters; at most {LongestParam} are allowed. Log it as an artifact.");
        }
    }

    public static void CheckTag(string name, string value)
    {
        Check("tag", name);
        if (value.Length > LongestTag)
        {
            throw MlflowException.InvalidParameter($"The value of the tag '{name}' has {value.Length} characters; at most {LongestTag} are allowed. Log it as an artifact.");
        }
    }

    public static void CheckExperiment(string name)
    {
        if (name.Length > LongestExperiment)
        {
            throw MlflowException.InvalidParameter($"The name of an experiment has at most {LongestExperiment} characters; this one has {name.Length}.");
        }
    }

    private static string Shown(string name) => string.Concat(name.Select(static c => char.IsControl(c) ? '?' : c));
}
