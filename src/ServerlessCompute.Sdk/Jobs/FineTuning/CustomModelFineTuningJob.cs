using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Fine-tuning of a model of a catalogue or of your own (preview). Started with <see cref="FineTuning.CustomModel"/>; immutable.</summary>
[Experimental("SCEXP001")]
public sealed record CustomModelFineTuningJob : FineTuningJob
{
    /// <summary>Settings of the training, by the names that the model's training knows: <c>num_train_epochs</c>, <c>learning_rate</c>.</summary>
    public ValueMap<string> HyperParameters { get; init; } = ValueMap<string>.Empty;

    internal override string ModelProvider => "Custom";

    /// <summary>Replaces the settings of the training.</summary>
    public CustomModelFineTuningJob WithHyperParameters(ValueMap<string> parameters) => this with { HyperParameters = parameters };

    /// <summary>Adds or replaces one setting of the training.</summary>
    public CustomModelFineTuningJob AddHyperParameter(string name, string value) => this with { HyperParameters = HyperParameters.With(name, value) };
}
