using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>The machines that a fine-tuning job may have (preview). Immutable.</summary>
[Experimental("SCEXP001")]
public sealed record FineTuningResources : JobPart
{
    /// <summary>VM sizes, for the job's steps to choose from: <c>Standard_NC96ads_A100_v4</c>.</summary>
    /// <value>Empty: the service chooses.</value>
    public ValueList<string> InstanceTypes { get; init; } = ValueList<string>.Empty;
}
