namespace ServerlessCompute;

/// <summary>Ids of computes.</summary>
internal static class ComputeNames
{
    /// <summary>Whether an id means no compute at all: an empty name, or the pseudo compute of that name in any case.</summary>
    public static bool IsServerless(string computeId)
    {
        ReadOnlySpan<char> name = Last(computeId);
        return name.IsEmpty || name.Equals("serverless", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name of the compute that an id names, or null when it means no compute at all.</summary>
    public static string? Named(string computeId) => IsServerless(computeId) ? null : Last(computeId).ToString();

    private static ReadOnlySpan<char> Last(string computeId)
    {
        ReadOnlySpan<char> name = computeId.AsSpan(computeId.LastIndexOf('/') + 1);
        return name.StartsWith("azureml:", StringComparison.OrdinalIgnoreCase) ? name["azureml:".Length..] : name;
    }
}
