namespace ServerlessCompute;

/// <summary>A task of AutoML: what it optimizes and with what.</summary>
/// <param name="Name">The contract's word.</param>
/// <param name="Metrics">The primary metrics that it knows, the default first.</param>
/// <param name="Algorithms">What it tries, in the order in which it tries them, and how well each does in thousandths (made up, plausible).</param>
/// <param name="NeedsGpu">Whether it works on images or text.</param>
internal sealed record AutoMlTask(string Name, IReadOnlyList<string> Metrics, IReadOnlyList<(string Name, int Skill)> Algorithms, bool NeedsGpu)
{
    /// <summary>The contract's default of <c>maxTrials</c>.</summary>
    public int MaxTrials => NeedsGpu ? 1 : 1000;

    /// <summary>The contract's default of <c>timeout</c>.</summary>
    public TimeSpan Timeout => NeedsGpu ? TimeSpan.FromDays(7) : TimeSpan.FromHours(6);

    public string CanonicalMetric(string? word) => Metrics.FirstOrDefault(m => m.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word ?? Metrics[0];
}
