namespace ServerlessCompute;

/// <summary>Where a job's processes find their run's tracking API, and the token that opens it.</summary>
/// <param name="Address">The listener's address.</param>
/// <param name="Token">The job's own token.</param>
/// <param name="Expiry">When the token ends, in seconds since 1970.</param>
/// <param name="ScheduledEvents">The address of the document that announces an eviction.</param>
/// <param name="ExperimentId">The experiment's id in MLflow.</param>
internal sealed record LocalTracking(string Address, string Token, string Expiry, string ScheduledEvents, string ExperimentId);
