namespace ServerlessCompute;

/// <summary>A job that this one started is in another status: a trial of a sweep, a step of a pipeline.</summary>
/// <param name="JobName">The name of the job that is watched.</param>
/// <param name="Child">The job that it started, as it is now.</param>
public sealed record JobChildChanged(string JobName, JobChild Child) : JobEvent(JobName)
{
    internal override string Describe() => Child.ToString();
}
