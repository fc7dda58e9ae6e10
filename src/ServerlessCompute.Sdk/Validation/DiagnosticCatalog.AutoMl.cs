namespace ServerlessCompute;

/// <content>What can be wrong with an AutoML job.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor AutoMlDataMissing { get; } = Error("SC1301", "An AutoML job has no training data");
    public static DiagnosticDescriptor AutoMlTargetMissing { get; } = Error("SC1302", "An AutoML job has no column to predict");
    public static DiagnosticDescriptor AutoMlDataUnfit { get; } = Error("SC1303", "The data of an AutoML job is no table");
    public static DiagnosticDescriptor AutoMlMetricUnknown { get; } = Word("SC1304", "The metric is none of this task");
    public static DiagnosticDescriptor AutoMlWordUnknown { get; } = Word("SC1305", "A word of AutoML's settings is not known");
    public static DiagnosticDescriptor AutoMlLimitRange { get; } = Error("SC1306", "A limit of an AutoML job is out of range");
    public static DiagnosticDescriptor TrialLongerThanAutoMl { get; } = Warning("SC1307", "A trial may run longer than the AutoML job");
    public static DiagnosticDescriptor ShareRange { get; } = Error("SC1308", "A share is not between 0 and 1");
    public static DiagnosticDescriptor FoldsRange { get; } = Error("SC1309", "Cross-validation has fewer than two folds");
    public static DiagnosticDescriptor ValidationTwice { get; } = Warning("SC1310", "Trials are scored in two ways");
    public static DiagnosticDescriptor AlgorithmTwice { get; } = Error("SC1311", "An algorithm is allowed and blocked");
    public static DiagnosticDescriptor StackUnused { get; } = Warning("SC1312", "A stack is described and not built");
    public static DiagnosticDescriptor FeaturizationUnused { get; } = Warning("SC1313", "Settings of featurization do not count");
    public static DiagnosticDescriptor LanguageForm { get; } = Warning("SC1314", "A language or a country is no code");
    public static DiagnosticDescriptor ForecastTimeMissing { get; } = Warning("SC1315", "A forecast does not say where its time is");
    public static DiagnosticDescriptor ForecastRange { get; } = Error("SC1316", "A number of periods is below one");
    public static DiagnosticDescriptor FrequencyMissing { get; } = Warning("SC1317", "Target values are put together without a period");
    public static DiagnosticDescriptor SamplingMissing { get; } = Error("SC1318", "A search space is gone through in no way");
    public static DiagnosticDescriptor SearchWithoutSweep { get; } = Warning("SC1319", "A search space and the way through it are not both there");
    public static DiagnosticDescriptor TuningUnfit { get; } = Error("SC1320", "A setting of a search space has a value that it cannot take");
    public static DiagnosticDescriptor ModelSettingRange { get; } = Error("SC1321", "A setting of a model is out of range");
    public static DiagnosticDescriptor ModelSettingUnfit { get; } = Warning("SC1322", "A setting is none of its model");
    public static DiagnosticDescriptor GpuMissing { get; } = Warning("SC1323", "A machine without a GPU trains on images or texts");
    public static DiagnosticDescriptor TextValidationMissing { get; } = Warning("SC1324", "A text job has no validation data");
}
