using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The holes of a command: each needs a name, and a name stands for one thing.</summary>
internal static class HoleRules
{
    private const string Place = nameof(CommandJob.Command);

    public static void Check(CommandView view, JobReport report)
    {
        var first = new Dictionary<(string Scope, string Name), CommandHole>();
        foreach (CommandHole hole in view.Holes)
        {
            if (hole.Name is null)
            {
                ReportNameless(hole, report);
            }
            else if (!first.TryAdd((hole.Scope, hole.Name), hole))
            {
                CheckSame(first[(hole.Scope, hole.Name)], hole, report);
            }
        }

        foreach (CommandHole hole in first.Values)
        {
            CheckMap(view.Job, hole, report);
        }
    }

    private static void ReportNameless(CommandHole hole, JobReport report) =>
        report.Add(
            HoleWithoutName,
            Place,
            $"The hole {Shown.Value(hole.Expression)} gives its {Kind(hole)} no name: the expression does not end with an identifier.",
            "Put the value in a variable first, or name it in the hole: {value.Named(\"name\")}.");

    private static void CheckSame(CommandHole one, CommandHole other, JobReport report)
    {
        if (!IsSame(one, other.Input, other.Output, other.Space))
        {
            report.Add(
                HoleNameTaken,
                Place,
                $"The holes {Shown.Value(one.Expression)} and {Shown.Value(other.Expression)} give two different {Kind(one)}s the name {Shown.Value(one.Name!)}.",
                $"Name one of them in its hole: {{{Shown.Text(other.Expression)}.Named(\"{Shown.Text(one.Name!)}2\")}}.");
        }
    }

    private static void CheckMap(CommandJob job, CommandHole hole, JobReport report)
    {
        if (hole.Space is not null)
        {
            return;
        }

        Input? input = null;
        Output? output = null;
        bool isInMap = hole.Input is not null
            ? job.Inputs is not null && job.Inputs.TryGetValue(hole.Name!, out input) && input is not null
            : job.Outputs is not null && job.Outputs.TryGetValue(hole.Name!, out output) && output is not null;
        if (isInMap && !IsSame(hole, input, output))
        {
            string map = hole.Input is not null ? nameof(CommandJob.Inputs) : nameof(CommandJob.Outputs);
            report.Add(
                HoleAndMapDiffer,
                Shown.At(map, hole.Name!),
                $"The {Kind(hole)} {Shown.Value(hole.Name!)} is given in the command's hole {Shown.Value(hole.Expression)} and, differently, in {map}.",
                $"Give it once: remove it from {map}, or rename the hole's: {{{Shown.Text(hole.Expression)}.Named(\"other\")}}.");
        }
    }

    /// <summary>
    /// Two inputs of equal content are one, and so are two search spaces. Two outputs are one only when they are the same object: equal ones would write over each other.
    /// </summary>
    private static bool IsSame(CommandHole hole, Input? input, Output? output, SearchSpace? space = null)
    {
        if (hole.Space is not null)
        {
            return hole.Space.Equals(space);
        }

        if (hole.Input is null)
        {
            return ReferenceEquals(hole.Output, output);
        }

        return ReferenceEquals(hole.Input, input)
            || (input is not null && CanCompare(hole.Input) && CanCompare(input) && hole.Input.Plain.Equals(input.Plain));
    }

    private static bool CanCompare(Input input) => input.AdditionalProperties is not null;

    private static string Kind(CommandHole hole) => hole.Input is not null ? "input" : hole.Output is not null ? "output" : "search space";
}
