namespace ServerlessCompute;

/// <summary>What a setting of a search space takes.</summary>
internal enum TuningSettingForm
{
    Text,
    WholeNumber,
    Number,
    Flag,
}
