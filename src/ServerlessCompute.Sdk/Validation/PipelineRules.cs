using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A pipeline and its steps.</summary>
internal static class PipelineRules
{
    public static void Check(PipelineJob job, JobReport report)
    {
        if (job.Compute is null && job.Settings?.DefaultCompute is null && !report.IsFromService)
        {
            CheckComputes(job.Steps, nameof(PipelineJob.Steps), report);
            if (job.Component?.Definition is PipelineComponent pipeline)
            {
                CheckComputes(pipeline.Steps, $"{nameof(PipelineJob.Component)}.{nameof(PipelineComponent.Steps)}", report);
            }
        }
    }

    private static void CheckComputes(ValueMap<PipelineStep> steps, string place, JobReport report)
    {
        foreach ((string name, PipelineStep step) in steps)
        {
            string path = Shown.At(place, name);
            if (step is SubPipelineStep { Component.Definition: PipelineComponent pipeline })
            {
                CheckComputes(pipeline.Steps, $"{path}.{nameof(ComponentStep.Component)}.{nameof(PipelineComponent.Steps)}", report);
            }
            else if (step is ComponentStep { Compute: null } and not SubPipelineStep and not SparkStep { Resources: not null } or AutoMlStep { Job.Compute: null })
            {
                report.Add(
                    StepComputeMissing,
                    $"{path}.{nameof(ComponentStep.Compute)}",
                    $"The step {Shown.Value(name)} has no compute, and neither has the pipeline.",
                    "Give all steps the service's own machines, 'settings: default_compute: serverless', or this one a compute.");
            }
        }
    }
}
