namespace ServerlessCompute;

/// <summary>A setting of a search space.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Value">What it may be; null when it is not searched.</param>
/// <param name="Form">What it takes.</param>
internal readonly record struct TuningSetting(string Name, SearchValue? Value, TuningSettingForm Form);
