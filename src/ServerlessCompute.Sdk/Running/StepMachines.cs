namespace ServerlessCompute;

/// <summary>Shows a visitor the machines and the tier of every part of a job, those of a pipeline's steps included.</summary>
internal static class StepMachines
{
    /// <summary>The job with what the visitor put in their places.</summary>
    public static Job Visit(Job job, JobVisitor visitor)
    {
        Job visited = job.Visit(visitor);
        return visited is PipelineJob pipeline
            ? pipeline with { Steps = JobVisitor.Each("jobs", pipeline.Steps, (place, step) => Visit(step, place, visitor)) }
            : visited;
    }

    private static PipelineStep Visit(PipelineStep step, string place, JobVisitor visitor) => step switch
    {
        CommandStep command => command with
        {
            Resources = JobVisitor.Maybe($"{place}.resources", command.Resources, visitor.Resources),
            QueueSettings = JobVisitor.Maybe($"{place}.queueSettings", command.QueueSettings, visitor.Queue),
        },
        SweepStep sweep => sweep with
        {
            Resources = JobVisitor.Maybe($"{place}.resources", sweep.Resources, visitor.Resources),
            QueueSettings = JobVisitor.Maybe($"{place}.queueSettings", sweep.QueueSettings, visitor.Queue),
        },
        ParallelStep parallel => parallel with { Resources = JobVisitor.Maybe($"{place}.resources", parallel.Resources, visitor.Resources) },
        _ => step,
    };
}
