using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The references of steps: each leads to an input or output that is there.</summary>
internal static class EdgeRules
{
    private const string Fix = "Refer to an input of the pipeline as ${{parent.inputs.name}}, to an output of a step as ${{parent.jobs.step.outputs.name}}.";

    private static readonly string[] _oldScopes = ["inputs.", "outputs.", "jobs."];

    public static void Check(PipelineView view, JobReport report)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, PipelineStep? step) in view.Steps)
        {
            if (step is null)
            {
                continue;
            }

            string place = view.PlaceOf(name);
            foreach (PipelineEdge edge in PipelineEdge.Of(step))
            {
                foreach (string text in PipelineReference.In(edge.Text))
                {
                    if (Check(text, edge, $"{place}.{edge.Place}", view, report) is { Step: null } reference)
                    {
                        (reference.IsOutput ? written : used).Add(reference.Port);
                    }
                }
            }
        }

        if (!report.IsFromService)
        {
            CheckUse(view, used, written, report);
        }
    }

    /// <summary>The reference, when it is one to a part of the pipeline.</summary>
    private static PipelineReference? Check(string text, PipelineEdge edge, string place, PipelineView view, JobReport report)
    {
        if (PipelineReference.TryParse(text, out PipelineReference reference))
        {
            CheckEnd(text, reference, place, view, report);
            return reference;
        }

        string inner = text[PipelineReference.Opening.Length..].TrimStart();
        if (Array.Exists(_oldScopes, scope => inner.StartsWith(scope, StringComparison.Ordinal)))
        {
            report.Add(EdgeLegacy, place, $"The reference {Shown.Value(text)} does not say that it leads out of the step.", $"Write ${{{{parent.{Shown.Text(inner)}.");
        }
        else if (inner.StartsWith("parent.", StringComparison.Ordinal) && !(edge.Place == nameof(IfElseStep.Condition) && PipelineReference.StepOf(text) is not null))
        {
            report.Add(EdgeForm, place, $"The reference {Shown.Value(text)} leads neither to an input nor to an output.", Fix);
        }

        return null;
    }

    private static void CheckEnd(string text, PipelineReference reference, string place, PipelineView view, JobReport report)
    {
        if (reference.Step is { } name)
        {
            if (view.Steps.GetValueOrDefault(name) is not { } step)
            {
                report.Add(EdgeStepUnknown, place, $"The reference {Shown.Value(text)} leads to the step {Shown.Value(name)}, which the pipeline does not have.{report.DidYouMean(name, view.Steps.Keys)}", Fix);
            }
            else if ((reference.IsOutput ? PipelineView.OutputsOf(step) : PipelineView.InputsOf(step)) is { } ports)
            {
                CheckPort(text, reference, ports, $"the step {Shown.Value(name)}", place, report);
            }
        }
        else
        {
            CheckPort(text, reference, reference.IsOutput ? view.Outputs.Keys : view.Inputs.Keys, "the pipeline", place, report);
        }
    }

    private static void CheckPort(string text, PipelineReference reference, IEnumerable<string> ports, string owner, string place, JobReport report)
    {
        // A group of inputs is referred to by its name, and its members with a point between.
        if (!ports.Contains(reference.Port, StringComparer.Ordinal) && !ports.Any(port => port.StartsWith(reference.Port + ".", StringComparison.Ordinal)))
        {
            string kind = reference.IsOutput ? "output" : "input";
            report.Add(EdgePortUnknown, place, $"The reference {Shown.Value(text)} leads to the {kind} {Shown.Value(reference.Port)}, which {owner} does not have.{report.DidYouMean(reference.Port, ports)}", Fix);
        }
    }

    private static void CheckUse(PipelineView view, HashSet<string> used, HashSet<string> written, JobReport report)
    {
        foreach (string name in view.Inputs.Keys.Where(name => !used.Contains(name) && !used.Contains(name.Split('.')[0])))
        {
            report.Add(
                PipelineInputUnused,
                Shown.At($"{view.Place}{nameof(PipelineJob.Inputs)}", name),
                $"No step uses the input {Shown.Value(name)}.",
                $"Give it to a step, ${{{{parent.inputs.{Shown.Text(name)}}}}}, or remove it.");
        }

        foreach (string name in view.Outputs.Keys.Where(name => !written.Contains(name)))
        {
            report.Add(
                PipelineOutputUnwritten,
                Shown.At($"{view.Place}{nameof(PipelineJob.Outputs)}", name),
                $"No step writes the output {Shown.Value(name)}.",
                $"Let an output of a step go there, ${{{{parent.outputs.{Shown.Text(name)}}}}}, or remove it.");
        }
    }
}
