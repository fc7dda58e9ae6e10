namespace ServerlessCompute;

/// <summary>What the job has cost so far grew.</summary>
/// <param name="JobName">The job's name.</param>
/// <param name="Cost">The cost so far.</param>
public sealed record JobCostChanged(string JobName, RunCost Cost) : JobEvent(JobName)
{
    internal override string Describe() => $"Cost so far: {Cost}";
}
