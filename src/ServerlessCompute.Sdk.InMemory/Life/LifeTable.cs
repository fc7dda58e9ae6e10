namespace ServerlessCompute;

/// <summary>The lives of all types of jobs.</summary>
internal sealed class LifeTable
{
    private readonly JobLife[] _lives;

    public LifeTable(ServerlessEngine engine, LifeTools tools, JobLife command, JobLife spark)
    {
        (Command, Spark) = (command, spark);
        Func<string, string, IReadOnlyList<double>> metric = (run, name) => [.. engine.MlflowStore.Metrics(run).Where(m => m.Name == name).Select(static m => m.Value)];
        Sweep = new SweepLife(tools, this, metric);
        AutoMl = new AutoMlLife(tools, this, metric, request => engine.Machines.Chooser.Decide(request).Refusal is null, trial => engine.Data.LeaveModel(trial, "best_model"));
        FineTuning = new FineTuningLife(tools, this, request => engine.Machines.Chooser.Decide(request).Refusal is null);
        Pipeline = new PipelineLife(tools, this, engine);
        _lives = [command, spark, Sweep, AutoMl, FineTuning, Pipeline];
    }

    public JobLife Command { get; }

    public JobLife Sweep { get; }

    public JobLife AutoMl { get; }

    public JobLife FineTuning { get; }

    public JobLife Pipeline { get; }

    public JobLife Spark { get; }

    /// <summary>The life of a type of job, its name in any case; null for a type that is not known.</summary>
    public JobLife? Find(string jobType) => Array.Find(_lives, l => l.JobType.Equals(jobType, StringComparison.OrdinalIgnoreCase));
}
