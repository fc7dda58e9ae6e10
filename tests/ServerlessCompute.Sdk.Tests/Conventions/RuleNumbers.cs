namespace ServerlessCompute;

/// <summary>The numbers of the service's rules that the service in memory keeps; <c>docs/serverless-rules.md</c> says what each one is.</summary>
internal static class RuleNumbers
{
    public static IReadOnlyList<string> All { get; } = [.. Range(1, 10), .. Range(20, 32), .. Range(40, 52)];

    private static IEnumerable<string> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static n => $"S{n:00}");
}
