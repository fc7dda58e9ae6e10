namespace ServerlessCompute;

/// <summary>
/// How long the stages of a command job take. The ranges are those of recorded jobs of 2022 to 2026 (queued 4 s after the PUT, an image
/// in 240 to 720 s, nodes 45 to 150 s, a cancel done within half a minute); a job's place in each range is a function of the seed and
/// its name, in whole seconds.
/// </summary>
internal sealed class CommandTimings(int seed)
{
    // The service's jobs are short or long, seldom in between: sixteen equally likely runs.
    private static readonly int[] RunSeconds = [22, 35, 48, 60, 75, 90, 110, 140, 180, 240, 320, 430, 600, 900, 1500, 2700];

    public static TimeSpan Acceptance { get; } = TimeSpan.FromSeconds(4);

    /// <summary>An image build shows a second earlier than a place in the queue.</summary>
    public static TimeSpan AcceptanceBeforeBuild { get; } = TimeSpan.FromSeconds(3);

    public TimeSpan ImageBuild(string environment) => Between(environment, "image", 240, 720);

    public TimeSpan NodeStart(string job) => Between(job, "nodes", 45, 150);

    /// <summary>A node of a named cluster, which is released when the service got round to it.</summary>
    public TimeSpan NodeLeave(string node) => Between(node, "leaving", 60, 150);

    public TimeSpan Run(string job) => TimeSpan.FromSeconds(RunSeconds[Draw.Below(seed, job, "run", RunSeconds.Length)]);

    public TimeSpan Finalizing(string job) => Between(job, "finalizing", 3, 12);

    public TimeSpan Cancel(string job) => Between(job, "cancel", 5, 30);

    private TimeSpan Between(string name, string what, int least, int most) =>
        TimeSpan.FromSeconds(least + Draw.Below(seed, name, what, most - least + 1));
}
