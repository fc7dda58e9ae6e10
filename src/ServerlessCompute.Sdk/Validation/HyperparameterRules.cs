using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The hyperparameters of a sweep: each is used by the command, and each search space contains something.</summary>
internal static class HyperparameterRules
{
    private const string Map = nameof(SweepJob.SearchSpace);

    private const string Command = nameof(CommandJob.Command);

    public static void Check(IReadOnlyDictionary<string, SearchSpace> spaces, CommandView view, JobReport report)
    {
        if (spaces.Count == 0)
        {
            report.Add(SearchSpaceEmpty, Map, "The sweep searches nothing: all its trials would be the same.", "Put a search space into a hole of the command, $\"… --lr {lr}\" with var lr = Search.Uniform(0.01, 0.1), or name one: .AddSearchSpace(\"lr\", …).");
        }

        HashSet<string?> used = [.. view.ReferencesTo(CommandReference.SearchSpace).Select(reference => reference.Name)];
        foreach ((string name, SearchSpace space) in spaces)
        {
            string path = Shown.At(Map, name);
            if (!NameForm.IsIdentifier(name))
            {
                report.Add(HyperparameterNameForm, path, $"{Shown.Value(name)} is no name for a hyperparameter.", "Use letters, digits and underscores, and begin with a letter or underscore.");
            }

            if (!used.Contains(name))
            {
                report.Add(HyperparameterUnused, path, $"The command does not use {Shown.Value(name)}: its value would change nothing.", $"Refer to it, ${{{{search_space.{Shown.Text(name)}}}}}, or remove it.");
            }

            SearchSpaceRules.Check(space, path, report);
        }
    }

    public static void CheckReference(CommandReference reference, IReadOnlyDictionary<string, SearchSpace> spaces, JobReport report)
    {
        if (reference.Name is not { Length: > 0 } name)
        {
            report.Add(ReferenceUnknown, Command, $"The reference {Shown.Value(reference.ToString())} names nothing.", "Name a hyperparameter: ${{search_space.name}}.");
        }
        else if (!spaces.ContainsKey(name) && !spaces.Keys.Any(known => name.StartsWith(known + ".", StringComparison.Ordinal)))
        {
            report.Add(
                HyperparameterUnknown,
                Command,
                $"The command refers to {Shown.Value(reference.ToString())}, and the sweep does not search it.{report.DidYouMean(name, spaces.Keys)}",
                $"Give it a search space: .AddSearchSpace(\"{Shown.Text(name)}\", Search.Uniform(0.01, 0.1)).");
        }
    }
}
