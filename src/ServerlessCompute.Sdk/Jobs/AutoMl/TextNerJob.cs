namespace ServerlessCompute;

/// <summary>
/// Learns to find names of people, places and things in texts; trials are compared by accuracy. Started with
/// <see cref="AutoMl.TextNer"/>; immutable.
/// </summary>
/// <remarks>Its data are files in CoNLL's format: it has no column to predict.</remarks>
public sealed record TextNerJob : AutoMlTextJob
{
    internal override AutoMlTaskType Task => AutoMlTaskType.TextNER;
}
