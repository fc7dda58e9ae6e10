namespace ServerlessCompute;

/// <content>What can be wrong with a pipeline, its steps and their components.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor StepComputeMissing { get; } = Error("SC1401", "A step has no compute");
}
