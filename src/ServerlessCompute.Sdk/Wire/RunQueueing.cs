namespace ServerlessCompute;

/// <summary>Why a run waits.</summary>
/// <param name="Code">The service's word for it, such as <c>Scheduling</c>.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="RefreshedAt">When the service found that out.</param>
internal sealed record RunQueueing(string? Code, string? Message, DateTimeOffset? RefreshedAt);
