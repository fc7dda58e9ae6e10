using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A pipeline: that of a job, or one within it. What the service accepted is not checked again.</summary>
internal static class PipelineRules
{
    public static void Check(PipelineJob job, JobReport report)
    {
        if (report.IsFromService)
        {
            return;
        }

        // A schedule may make a pipeline after one of the workspace, which has the steps.
        if (report.IsScheduled && job.Steps is { Count: 0 } && ScheduledJob.SourceOf(job) is not null)
        {
            return;
        }

        if (job.Component is not { } component)
        {
            Check(new PipelineView(job), report);
            return;
        }

        if (job.Steps is { Count: > 0 })
        {
            report.Add(StepsAndComponent, nameof(PipelineJob.Component), "The job has steps of its own and runs a pipeline component; the service takes one of the two.", "Keep one of them: .WithComponent(null), or .WithSteps([]).");
        }

        if (component.Definition is PipelineComponent definition)
        {
            var view = new PipelineView(job);
            GivenRules.Check(new GivenInputs(definition, job.Inputs, job.Outputs, []), view, place: "", report);
            Check(new PipelineView(definition, $"{nameof(PipelineJob.Component)}.", view), report);
        }
    }

    public static void Check(PipelineView view, JobReport report)
    {
        string steps = $"{view.Place}{nameof(PipelineJob.Steps)}";
        if (view.Steps.Count == 0)
        {
            report.Add(PipelineEmpty, steps, "The pipeline has no steps.", "Add one: p.Add(\"train\", …) within Pipeline.Define, or .WithStep(\"train\", …).");
            return;
        }

        foreach ((string name, PipelineStep step) in report.Entries(view.Steps, steps))
        {
            StepRules.Check(name, step, view, report);
        }

        EdgeRules.Check(view, report);
        CircleRules.Check(view, report);
        FirstAndLastRules.Check(view, report);
    }
}
