namespace ServerlessCompute;

/// <summary>Ids of computes.</summary>
internal static class ComputeNames
{
    /// <summary>Whether an id means no compute at all: an empty name, or the pseudo compute of that name in any case.</summary>
    public static bool IsServerless(string computeId)
    {
        ReadOnlySpan<char> name = computeId.AsSpan(computeId.LastIndexOf('/') + 1);
        name = name.StartsWith("azureml:", StringComparison.OrdinalIgnoreCase) ? name["azureml:".Length..] : name;
        return name.IsEmpty || name.Equals("serverless", StringComparison.OrdinalIgnoreCase);
    }
}
