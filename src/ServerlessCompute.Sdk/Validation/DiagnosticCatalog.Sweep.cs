namespace ServerlessCompute;

/// <content>What can be wrong with a sweep.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor HyperparameterUnknown { get; } = Error("SC1201", "The command refers to a hyperparameter that is not searched");
    public static DiagnosticDescriptor HyperparameterUnused { get; } = Error("SC1202", "The command does not use a hyperparameter");
    public static DiagnosticDescriptor SearchSpaceEmpty { get; } = Error("SC1203", "Nothing is searched");
    public static DiagnosticDescriptor SearchSpaceRange { get; } = Error("SC1204", "A search space contains nothing");
    public static DiagnosticDescriptor ExponentLooksLikeValue { get; } = Warning("SC1205", "The exponents of a search space look like values");
    public static DiagnosticDescriptor GridNeedsChoices { get; } = Warning("SC1206", "Grid sampling goes over a range");
    public static DiagnosticDescriptor BayesianUnfit { get; } = Warning("SC1207", "Bayesian sampling does not know a search space");
    public static DiagnosticDescriptor BayesianWithPolicy { get; } = Warning("SC1208", "Bayesian sampling ends trials early");
    public static DiagnosticDescriptor ObjectiveMissing { get; } = Error("SC1209", "A sweep does not say what it looks for");
    public static DiagnosticDescriptor GoalUnknown { get; } = Word("SC1210", "The goal is not known");
    public static DiagnosticDescriptor TrialCountRange { get; } = Error("SC1211", "The number of trials is below one");
    public static DiagnosticDescriptor TrialCountMissing { get; } = Warning("SC1212", "A sweep has no number of trials");
    public static DiagnosticDescriptor TrialsMoreAtOnce { get; } = Warning("SC1213", "More trials at once than trials");
    public static DiagnosticDescriptor TrialLongerThanSweep { get; } = Warning("SC1214", "A trial may run longer than the sweep");
    public static DiagnosticDescriptor PolicyInterval { get; } = Error("SC1215", "An interval of a policy is negative");
    public static DiagnosticDescriptor PolicySlack { get; } = Error("SC1216", "The slack of a policy is negative");
    public static DiagnosticDescriptor PolicyWithoutSlack { get; } = Warning("SC1217", "A bandit policy has no slack, or two");
    public static DiagnosticDescriptor PolicyPercentage { get; } = Error("SC1218", "The share of a policy is out of range");
    public static DiagnosticDescriptor SearchWordUnknown { get; } = Word("SC1219", "A search space, sampling algorithm or policy is not known");
    public static DiagnosticDescriptor HyperparameterNameForm { get; } = Error("SC1220", "A hyperparameter's name has a wrong form");
}
