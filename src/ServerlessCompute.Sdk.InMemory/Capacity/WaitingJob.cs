namespace ServerlessCompute;

/// <summary>A job in a queue for quota.</summary>
/// <param name="Job">The job.</param>
/// <param name="Cores">All it needs at once.</param>
/// <param name="Arrival">Its number among all that ever waited.</param>
internal sealed record WaitingJob(JobRecord Job, long Cores, long Arrival);
