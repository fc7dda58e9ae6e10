namespace ServerlessCompute;

/// <summary>A place of a body that the contract does not allow.</summary>
/// <param name="Path">From the top, for example <c>properties.resources.instanceCount</c>.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
internal sealed record ContractProblem(string Path, string Message)
{
    /// <summary>The word that the service has for it.</summary>
    public string Code { get; init; } = "ArgumentInvalid";
}
