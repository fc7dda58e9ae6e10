using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The steps that run before and after all others.</summary>
internal static class FirstAndLastRules
{
    public static void Check(PipelineView view, JobReport report)
    {
        if (view.Settings is not { } settings || (settings.OnInit is null && settings.OnFinalize is null))
        {
            return;
        }

        string place = $"{view.Place}{nameof(PipelineJob.Settings)}";
        if (view.IsWithinStep)
        {
            report.Add(InitWithinStep, place, "A pipeline within a step has no first or last step of its own.", "Name them in the settings of the outermost pipeline.");
            return;
        }

        CheckOne(settings.OnInit, $"{place}.{nameof(PipelineSettings.OnInit)}", view, report);
        CheckOne(settings.OnFinalize, $"{place}.{nameof(PipelineSettings.OnFinalize)}", view, report);
        if (settings.OnInit is not null && settings.OnInit == settings.OnFinalize)
        {
            report.Add(InitIsFinalize, place, $"The step {Shown.Value(settings.OnInit)} runs before all others and after them.", "Name two different steps.");
        }
        else if (view.Steps.Keys.All(name => name == settings.OnInit || name == settings.OnFinalize))
        {
            report.Add(InitAlone, place, "The pipeline has no step beside the first and the last one.", "Add one, or let these be steps like others.");
        }
    }

    private static void CheckOne(string? name, string place, PipelineView view, JobReport report)
    {
        if (name is null)
        {
            return;
        }

        if (view.Steps.GetValueOrDefault(name) is not { } step)
        {
            report.Add(InitUnknown, place, $"The pipeline has no step {Shown.Value(name)}.{report.DidYouMean(name, view.Steps.Keys)}", "Name one of its steps.");
        }
        else if (step is DoWhileStep or IfElseStep or ParallelForStep)
        {
            report.Add(InitIsControl, place, $"The step {Shown.Value(name)} only says which others run.", "Name a step that runs something.");
        }
        else if (view.Steps.Any(other => other.Value is not null && (other.Key == name ? SourcesOf(step).Any() : SourcesOf(other.Value).Contains(name, StringComparer.Ordinal))))
        {
            report.Add(InitConnected, place, $"The step {Shown.Value(name)} takes something from another step, or gives it something.", "Let it read and write places that no other step does.");
        }
    }

    private static IEnumerable<string> SourcesOf(PipelineStep step) =>
        from edge in PipelineEdge.Of(step)
        from text in PipelineReference.In(edge.Text)
        let source = PipelineReference.TryParse(text, out PipelineReference reference) ? reference.Step : null
        where source is not null
        select source;
}
