using System.Text.Json;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Steps that say which others run how often.</summary>
internal static class ControlRules
{
    private const int MostTurns = 1000;

    public static void Check(PipelineStep step, PipelineView view, JobReport report)
    {
        switch (step)
        {
            case DoWhileStep loop:
                CheckLoop(loop, view, report);
                break;
            case IfElseStep branch:
                CheckBranch(branch, view, report);
                break;
            case ParallelForStep loop:
                CheckItems(loop, view, report);
                break;
            default:
                break;
        }
    }

    private static void CheckLoop(DoWhileStep loop, PipelineView view, JobReport report)
    {
        PipelineStep? body = BodyOf(loop.Body, nameof(DoWhileStep.Body), view, report);
        if (loop.Limits?.MaxIterationCount is not (>= 1 and <= MostTurns))
        {
            string found = loop.Limits?.MaxIterationCount is { } count ? $"The loop has {count} turns at most" : "The loop does not say how many turns it has at most";
            report.Add(LoopLimit, $"{nameof(DoWhileStep.Limits)}.{nameof(DoWhileLimits.MaxIterationCount)}", $"{found}, and the service wants 1 to {MostTurns}.", "Write Limits = new DoWhileLimits { MaxIterationCount = 10 }.");
        }

        if (body is null)
        {
            return;
        }

        CheckPort(loop.Condition, isOutput: true, nameof(DoWhileStep.Condition), loop.Body, body, report);
        foreach ((string output, ValueList<string> inputs) in report.Entries(loop.Mapping, nameof(DoWhileStep.Mapping)))
        {
            string place = Shown.At(nameof(DoWhileStep.Mapping), output);
            CheckPort(output, isOutput: true, place, loop.Body, body, report);
            foreach ((string input, string at) in report.Items(inputs, place))
            {
                CheckPort(input, isOutput: false, at, loop.Body, body, report);
            }
        }
    }

    /// <summary>A port of the body, by its name or by a reference that the reader of YAML could not make a name of.</summary>
    private static void CheckPort(string? name, bool isOutput, string place, string? bodyName, PipelineStep body, JobReport report)
    {
        if (name is null || (isOutput ? PipelineView.OutputsOf(body) : PipelineView.InputsOf(body)) is not { } known)
        {
            return;
        }

        if (PipelineReference.TryParse(name, out PipelineReference reference) && reference.Step == PipelineReference.StepOf(bodyName))
        {
            name = reference.Port;
        }

        if (!known.Contains(name, StringComparer.Ordinal))
        {
            string kind = isOutput ? "output" : "input";
            report.Add(LoopPortUnknown, place, $"The step that is repeated has no {kind} {Shown.Value(name)}.{report.DidYouMean(name, known)}", $"Name an {kind} of it.");
        }
    }

    private static PipelineStep? BodyOf(string? text, string place, PipelineView view, JobReport report)
    {
        string? name = PipelineReference.StepOf(text);
        PipelineStep? body = name is null ? null : view.Steps.GetValueOrDefault(name);
        if (body is null)
        {
            report.Add(LoopBodyUnknown, place, text is null ? "The loop does not say what it repeats." : $"{Shown.Value(text)} is no step of the pipeline.{report.DidYouMean(name ?? text, view.Steps.Keys)}", "Name a step as ${{parent.jobs.name}}.");
        }

        return body;
    }

    private static void CheckBranch(IfElseStep branch, PipelineView view, JobReport report)
    {
        if (branch.Condition.IsNull)
        {
            report.Add(BranchConditionMissing, nameof(IfElseStep.Condition), "The branch has no condition.", "Name an output of a step that is true or false: ${{parent.jobs.check.outputs.is_good}}.");
        }

        CheckBlock(branch.TrueBlock, nameof(IfElseStep.TrueBlock), view, report);
        CheckBlock(branch.FalseBlock, nameof(IfElseStep.FalseBlock), view, report);
        if (branch is { TrueBlock: null or { Count: 0 }, FalseBlock: null or { Count: 0 } })
        {
            report.Add(BranchEmpty, nameof(IfElseStep.TrueBlock), "No step depends on the branch.", "Name the steps of one of the two blocks, ${{parent.jobs.name}} each.");
        }
    }

    private static void CheckBlock(ValueList<string> block, string place, PipelineView view, JobReport report)
    {
        foreach ((string text, string at) in report.Items(block, place))
        {
            string? name = PipelineReference.StepOf(text);
            if (name is null || !view.Steps.ContainsKey(name))
            {
                report.Add(EdgeStepUnknown, at, $"{Shown.Value(text)} is no step of the pipeline.{report.DidYouMean(name ?? text, view.Steps.Keys)}", "Name a step as ${{parent.jobs.name}}.");
            }
        }
    }

    private static void CheckItems(ParallelForStep loop, PipelineView view, JobReport report)
    {
        PipelineStep? body = BodyOf(loop.Body, nameof(ParallelForStep.Body), view, report);
        if (loop.MaxConcurrency < 1)
        {
            report.Add(LoopLimit, nameof(ParallelForStep.MaxConcurrency), $"The loop works on {loop.MaxConcurrency} items at once.", "Let it work on one at least, or leave the number out: it then works on all.");
        }

        if (PipelineReference.IsWhole(loop.Items))
        {
            return;
        }

        if (Items(loop.Items) is not { } items)
        {
            report.Add(DiagnosticCatalog.ItemsForm, nameof(ParallelForStep.Items), loop.Items is null ? "The loop has no items." : "The items are neither a list nor a map of inputs by name.", "Write a list with an object for each turn: [{\"rate\": 0.1}, {\"rate\": 0.2}].");
            return;
        }

        foreach (string name in items.SelectMany(item => item).Distinct(StringComparer.Ordinal))
        {
            CheckPort(name, isOutput: false, nameof(ParallelForStep.Items), loop.Body, body ?? new UnknownStep(""), report);
        }
    }

    /// <summary>The names of the inputs that each item gives; null when the text is not of that form.</summary>
    private static List<string[]>? Items(string? text)
    {
        try
        {
            using var json = JsonDocument.Parse(text ?? "");
            JsonElement[]? items = json.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. json.RootElement.EnumerateArray()],
                JsonValueKind.Object => [.. json.RootElement.EnumerateObject().Select(item => item.Value)],
                _ => null,
            };
            return items is null || Array.Exists(items, item => item.ValueKind != JsonValueKind.Object)
                ? null
                : [.. items.Select(item => item.EnumerateObject().Select(member => member.Name).ToArray())];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
