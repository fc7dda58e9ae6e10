namespace ServerlessCompute;

/// <summary>What an AutoML job knows of one of its trials.</summary>
internal sealed class AutoMlTrial(int number, string algorithm, string preprocessor, ScriptedRun script)
{
    public int Number { get; } = number;

    public string Algorithm { get; } = algorithm;

    public string Preprocessor { get; } = preprocessor;

    /// <summary>How it goes when nobody does its work.</summary>
    public ScriptedRun Script { get; } = script;

    public JobRecord? Job { get; set; }

    /// <summary>The primary metric in the end; null while it is not over, or when it reported none.</summary>
    public double? Score { get; set; }
}
