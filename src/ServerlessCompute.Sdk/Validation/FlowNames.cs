namespace ServerlessCompute;

/// <summary>The names of inputs or outputs.</summary>
internal static class FlowNames
{
    public static void Check(IEnumerable<string> names, string map, DiagnosticDescriptor form, DiagnosticDescriptor collision, JobReport report)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (!NameForm.IsIdentifier(name))
            {
                report.Add(
                    form,
                    Shown.At(map, name),
                    $"The name {Shown.Value(name)} is not made of the letters A to Z, digits and underscores, beginning with no digit.",
                    $"Rename it, for example {Shown.Value(Repair(name))}; in a hole, with .Named(\"{Repair(name)}\").");
            }

            if (!seen.TryAdd(name, name))
            {
                report.Add(
                    collision,
                    Shown.At(map, name),
                    $"The names {Shown.Value(seen[name])} and {Shown.Value(name)} differ in case alone, and the service takes them for one.",
                    "Rename one of them.");
            }
        }
    }

    private static string Repair(string name)
    {
        string repaired = string.Concat(name.Take(40).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return NameForm.IsIdentifier(repaired) ? repaired : "_" + repaired;
    }
}
