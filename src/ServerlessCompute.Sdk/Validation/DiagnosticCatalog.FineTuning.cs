namespace ServerlessCompute;

/// <content>What can be wrong with a fine-tuning job.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor FineTuningTaskUnknown { get; } = Word("SC1701", "What a model learns is not known");
    public static DiagnosticDescriptor FineTuningModelMissing { get; } = Error("SC1702", "A fine-tuning job has no model");
    public static DiagnosticDescriptor FineTuningModelUnfit { get; } = Error("SC1703", "The model of a fine-tuning job is none in MLflow's format");
    public static DiagnosticDescriptor FineTuningDataMissing { get; } = Error("SC1704", "A fine-tuning job has no examples to learn from");
    public static DiagnosticDescriptor FineTuningOutputMissing { get; } = Error("SC1705", "A fine-tuning job keeps its model nowhere");
    public static DiagnosticDescriptor FineTuningParameterRange { get; } = Error("SC1706", "A setting of the training is out of range");
}
