namespace ServerlessCompute;

/// <summary>What lives of every kind work with.</summary>
internal sealed class LifeTools(int seed, Pacemaker pacemaker, HistoryLog history, JobRegistry jobs, RunWork work, CommandTimings timings)
{
    public int Seed { get; } = seed;

    public Pacemaker Pacemaker { get; } = pacemaker;

    public HistoryLog History { get; } = history;

    public JobRegistry Jobs { get; } = jobs;

    public RunWork Work { get; } = work;

    public CommandTimings Timings { get; } = timings;
}
