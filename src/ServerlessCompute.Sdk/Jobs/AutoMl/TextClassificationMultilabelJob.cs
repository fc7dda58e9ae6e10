namespace ServerlessCompute;

/// <summary>
/// Learns any number of labels for each text; trials are compared by accuracy. Started with
/// <see cref="AutoMl.TextClassificationMultilabel"/>; immutable.
/// </summary>
public sealed record TextClassificationMultilabelJob : AutoMlTextJob
{
    internal override AutoMlTaskType Task => AutoMlTaskType.TextClassificationMultilabel;
}
