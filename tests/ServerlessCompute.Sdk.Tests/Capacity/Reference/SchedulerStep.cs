namespace ServerlessCompute;

/// <summary>One thing that happens in a random history: what, to which of those that it can happen to, and how much.</summary>
internal readonly record struct SchedulerStep(int Kind, int Which, int HowMany, int After);
