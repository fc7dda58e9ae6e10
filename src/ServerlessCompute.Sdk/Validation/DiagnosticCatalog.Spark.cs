namespace ServerlessCompute;

/// <content>What can be wrong with a Spark job.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor SparkEntryMissing { get; } = Error("SC1601", "A Spark job has no entry");
    public static DiagnosticDescriptor SparkEntryIsClass { get; } = Warning("SC1602", "The entry of a Spark job is a class");
    public static DiagnosticDescriptor SparkEntryUnknown { get; } = Warning("SC1603", "The kind of a Spark job's entry is not known");
    public static DiagnosticDescriptor SparkCodeMissing { get; } = Error("SC1604", "A Spark job has no code");
    public static DiagnosticDescriptor SparkFileTwice { get; } = Error("SC1605", "A file of a Spark job is named twice");
    public static DiagnosticDescriptor SparkPlaceMissing { get; } = Error("SC1611", "A Spark job has neither resources nor a compute");
    public static DiagnosticDescriptor SparkPlaceTwice { get; } = Error("SC1612", "A Spark job has resources and a compute");
    public static DiagnosticDescriptor SparkInstanceType { get; } = Error("SC1613", "The VM size is none that Spark runs on");
    public static DiagnosticDescriptor SparkRuntimeMissing { get; } = Warning("SC1614", "A Spark job does not say Spark's version");
    public static DiagnosticDescriptor SparkRuntimeForm { get; } = Error("SC1615", "Spark's version has a wrong form");
    public static DiagnosticDescriptor SparkSettingMissing { get; } = Error("SC1621", "A Spark job does not say how large it is");
    public static DiagnosticDescriptor SparkSettingSize { get; } = Warning("SC1622", "A size in a Spark job's settings has a wrong form");
    public static DiagnosticDescriptor SparkExecutorRange { get; } = Error("SC1623", "The executors of dynamic allocation contradict each other");
    public static DiagnosticDescriptor SparkExecutorsUnasked { get; } = Error("SC1624", "Bounds for executors are given without dynamic allocation");
    public static DiagnosticDescriptor SparkModeUnfit { get; } = Error("SC1631", "Data of a Spark job is not read or written directly");
}
