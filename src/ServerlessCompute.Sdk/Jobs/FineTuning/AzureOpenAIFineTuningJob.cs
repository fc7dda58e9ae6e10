using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Fine-tuning of a model of Azure OpenAI (preview). Started with <see cref="FineTuning.AzureOpenAI"/>; immutable.</summary>
[Experimental("SCEXP001")]
public sealed record AzureOpenAIFineTuningJob : FineTuningJob
{
    /// <summary>Settings of the training.</summary>
    /// <value>Null: the service chooses.</value>
    public AzureOpenAIHyperParameters? HyperParameters { get; init; }

    internal override string ModelProvider => "AzureOpenAI";

    /// <summary>Replaces the settings of the training.</summary>
    public AzureOpenAIFineTuningJob WithHyperParameters(AzureOpenAIHyperParameters? parameters) => this with { HyperParameters = parameters };
}
