using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>How a model of Azure OpenAI learns (preview). What is null the service chooses. Immutable.</summary>
[Experimental("SCEXP001")]
public sealed record AzureOpenAIHyperParameters : JobPart
{
    /// <summary>How many examples each update of the model looks at.</summary>
    public int? BatchSize { get; init; }

    /// <summary>What the learning rate of the model's own training is multiplied with.</summary>
    public double? LearningRateMultiplier { get; init; }

    /// <summary>How often the model sees all examples.</summary>
    public int? NEpochs { get; init; }
}
