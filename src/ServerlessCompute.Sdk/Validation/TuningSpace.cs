namespace ServerlessCompute;

/// <summary>A search space of AutoML as its rules see it.</summary>
/// <param name="Part">The search space.</param>
/// <param name="Path">Where in the job it is.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record TuningSpace(JobPart Part, string Path, IReadOnlyList<TuningSetting> Settings);
