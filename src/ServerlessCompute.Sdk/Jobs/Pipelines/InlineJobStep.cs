namespace ServerlessCompute;

/// <summary>A job where a step belongs, until the whole pipeline is known: then it becomes a component and a step that runs it.</summary>
internal sealed record InlineJobStep(Job Job) : PipelineStep
{
    public override string Kind => Job.JobType.ToString();
}
