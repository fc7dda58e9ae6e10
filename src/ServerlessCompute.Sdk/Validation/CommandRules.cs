using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The command's text: whether there is one, and whether each reference in it leads to something.</summary>
internal static class CommandRules
{
    private const string Place = nameof(CommandJob.Command);

    public static void Check(CommandView view, JobReport report)
    {
        CheckText(view.Job.Command.Text, report);
        CheckReferences(view, report);
    }

    /// <summary>The references of the text, whether it is a command or the arguments of something.</summary>
    public static void CheckReferences(CommandView view, JobReport report)
    {
        CheckShape(view.Scan, report);
        foreach (CommandReference reference in view.Scan.References.Select(reference => reference with { Quote = '\0' }).Distinct())
        {
            CheckReference(view, reference, report);
        }
    }

    private static void CheckText(string text, JobReport report)
    {
        if (!NameForm.HasContent(text))
        {
            report.Add(
                CommandMissing,
                Place,
                string.IsNullOrWhiteSpace(text) ? "The job has no command." : $"The command {Shown.Value(text)} has no letter or digit in it.",
                "Start the job with Command.Run(\"python train.py\"), or set Command.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            report.Add(TextHasNul, Place, "The command contains the NUL character, which ends a text in the shell.", "Remove it.");
        }
    }

    private static void CheckShape(CommandScan scan, JobReport report)
    {
        if (scan.UnclosedReference is { } unclosed)
        {
            report.Add(ReferenceUnclosed, Place, $"The reference {Shown.Value(unclosed)} is not closed.", "Close it with two braces: ${{inputs.name}}.");
        }

        if (scan.HasUnclosedBlock)
        {
            report.Add(OptionalBlockUnclosed, Place, "The optional block '$[[' is not closed.", "Close it with ]]: $[[--seed ${{inputs.seed}}]].");
        }

        if (scan.HasMarker)
        {
            report.Add(
                MarkerPasted,
                Place,
                "The command contains the printed form of an input or output, which means nothing to the service. It was put together with + or string.Format.",
                "Write one interpolated string and put the variable in a hole: Command.Run($\"python train.py --data {data}\").");
        }

        if (scan.BracesEaten is { } eaten)
        {
            string name = eaten[(eaten.IndexOf('.', StringComparison.Ordinal) + 1)..];
            report.Add(
                BracesEaten,
                Place,
                $"The command contains {Shown.Value(eaten + "}")}, which is an error in bash. In an interpolated string, C# makes one brace of two.",
                $"Put the variable in a hole, $\"… {{{Shown.Text(name)}}}\"; or write the text without $ before it; or with $$$\"\"\"…\"\"\", where holes have three braces and ${{{{…}}}} stays as it is.");
        }

        foreach (string single in scan.SingleBraces.Distinct(StringComparer.Ordinal))
        {
            report.Add(
                SingleBraces,
                Place,
                $"The command contains {Shown.Value(single)}, which is plain text to the service.",
                $"Write {Shown.Text($"${{{single}}}")} to refer to it, or put the variable in a hole of an interpolated string.");
        }
    }

    private static void CheckReference(CommandView view, CommandReference reference, JobReport report)
    {
        switch (reference)
        {
            case { Scope: CommandReference.Inputs or CommandReference.Outputs, Name: null or "" }:
                report.Add(ReferenceUnknown, Place, $"The reference {Shown.Value(reference.ToString())} names nothing.", "Name an input or output: ${{inputs.name}}.");
                break;
            case { Scope: CommandReference.Inputs, Name: { } name } when !reference.IsOptional && !view.Inputs.ContainsKey(name) && !IsNameless(view, name):
                ReportUnknownInput(view, name, report);
                break;
            case { Scope: CommandReference.Outputs, Name: { } name } when !view.Outputs.ContainsKey(name) && !IsNameless(view, name):
                ReportUnknownOutput(view, name, report);
                break;
            case { Scope: CommandReference.Inputs or CommandReference.Outputs }:
                break;
            case { Scope: CommandReference.SearchSpace } when view.Spaces is { } spaces:
                HyperparameterRules.CheckReference(reference, spaces, report);
                break;
            case { Scope: CommandReference.SearchSpace }:
                report.Add(
                    SearchSpaceOutsideSweep,
                    Place,
                    $"The command refers to {Shown.Value(reference.ToString())}, and only a sweep has a search space.",
                    "Give the value as an input, ${{inputs.name}}, or make a sweep of the job.");
                break;
            default:
                ReportUnknownScope(reference, report);
                break;
        }
    }

    private static void ReportUnknownInput(CommandView view, string name, JobReport report)
    {
        (string hint, string fix) = view.Outputs.ContainsKey(name)
            ? (" An output has that name.", $"Write ${{{{outputs.{Shown.Text(name)}}}}}.")
            : (report.DidYouMean(name, view.Inputs.Keys), $"Correct the name, or give the input: .WithInput(\"{Shown.Text(name)}\", …).");
        report.Add(InputUnknown, Place, $"The command refers to the input {Shown.Value(name)}, which is not given.{hint}", fix);
    }

    private static void ReportUnknownOutput(CommandView view, string name, JobReport report)
    {
        (string hint, string fix) = view.Inputs.ContainsKey(name)
            ? (" An input has that name.", $"Write ${{{{inputs.{Shown.Text(name)}}}}}.")
            : (report.DidYouMean(name, view.Outputs.Keys), $"Correct the name, or give the output: .WithOutput(\"{Shown.Text(name)}\", …).");
        report.Add(OutputUnknown, Place, $"The command refers to the output {Shown.Value(name)}, which is not given.{hint}", fix);
    }

    private static void ReportUnknownScope(CommandReference reference, JobReport report)
    {
        string hint = Spelling.Nearest(reference.Scope, [CommandReference.Inputs, CommandReference.Outputs]) is { } scope
            ? $" Did you mean {Shown.Value((reference with { Scope = scope }).ToString())}?"
            : "";
        report.Add(
            ReferenceUnknown,
            Place,
            $"The reference {Shown.Value(reference.ToString())} is neither to an input nor to an output.{hint}",
            "Write ${{inputs.name}} or ${{outputs.name}}; a variable of the shell has single braces, ${NAME}.");
    }

    /// <summary>Whether the reference comes from a hole without a name, which has its own diagnostic.</summary>
    private static bool IsNameless(CommandView view, string name) => name == "?" && view.Holes.Any(hole => hole.Name is null);
}
