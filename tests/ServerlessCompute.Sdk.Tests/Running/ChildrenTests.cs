using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a job started is read as children, trials and a tree.</summary>
internal sealed class ChildrenTests
{
    [Test]
    [Category("S47")]
    public async Task GetTrials_FinishedSweep_RanksThemByTheirBestMetric()
    {
        (JobRun run, _) = await RunSweepAsync(goal: Goal.Maximize);

        ValueList<TrialResult> trials = await run.GetTrialsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(trials.Select(trial => trial.Metric), Is.EqualTo(new double?[] { 30, 20, 10 }));
            Assert.That(trials.Select(trial => trial.Parameters["n"].ToString()), Is.EqualTo(new[] { "3", "2", "1" }));
            Assert.That(trials.Select(trial => trial.IsBest), Is.EqualTo(new[] { true, false, false }));
            Assert.That(trials.Select(trial => trial.Trial.Status), Is.All.EqualTo(JobStatus.Completed));
            Assert.That((await run.GetBestTrialAsync())!.Trial.Name, Is.EqualTo(trials[0].Trial.Name));
        }
    }

    [Test]
    public async Task GetTrials_Minimizing_PutsTheSmallestFirst()
    {
        (JobRun run, _) = await RunSweepAsync(goal: Goal.Minimize);

        Assert.That((await run.GetTrialsAsync()).Select(trial => trial.Metric), Is.EqualTo(new double?[] { 1, 2, 3 }), "The best value that a trial logged counts, not its last.");
    }

    [Test]
    public async Task GetTrials_TrialWithoutTheMetric_IsLastAndNeverBest()
    {
        (JobRun run, _) = await RunSweepAsync(goal: Goal.Maximize, logs: n => n == 2);
        (JobRun silent, _) = await RunSweepAsync(goal: Goal.Maximize, logs: _ => false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await run.GetTrialsAsync()).Select(trial => trial.Metric), Is.EqualTo(new double?[] { 20, null, null }));
            Assert.That(await silent.GetBestTrialAsync(), Is.Null);
        }
    }

    [Test]
    public async Task GetTrials_OfACommand_SaysThatItHasNone()
    {
        JobRun run = await new InMemoryServerless().CreateClient().SubmitAsync(Command.Run("echo").WithEnvironment("e:1"));

        Assert.That(async () => await run.GetTrialsAsync(), Throws.InvalidOperationException.With.Message.Contains("Command job"));
    }

    [Test]
    public async Task GetChildren_OfASweep_AreItsTrialsWithTheirHandles()
    {
        (JobRun run, InMemoryServerless serverless) = await RunSweepAsync(goal: Goal.Maximize);
        var children = new List<JobChild>();
        await foreach (JobChild child in run.GetChildrenAsync())
        {
            children.Add(child);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(children.Select(child => child.Name), Is.EqualTo(serverless.Jobs.Single(job => job.Name == run.Name).Children.Select(job => job.Name)));
            Assert.That(children.Select(child => child.ParentName), Is.All.EqualTo(run.Name));
            Assert.That(children.Select(child => child.InstanceType), Is.All.Not.Null);
            Assert.That((await children[0].Run.GetMetricsAsync()).Keys, Does.Contain("score"));
        }
    }

    [Test]
    public async Task Watch_OfASweep_TellsEachStatusOfEachTrialOnce()
    {
        var serverless = new InMemoryServerless();
        serverless.OnCommand("train", trial => trial.DelayAsync(TimeSpan.FromMinutes(30)));
        var n = Search.Choice(1, 2);
        SweepJob sweep = Sweep.Over(Command.Run($"train {n}").WithEnvironment("e:1")).Maximize("score").WithSampling(Sampling.Grid).WithLimits(maxTotalTrials: 2);
        JobRun run = await serverless.CreateClient().SubmitAsync(sweep);

        JobChildChanged[] told = [.. (await run.WatchAsync().ToListAsync()).OfType<JobChildChanged>()];
        List<JobEvent> quiet = await run.WatchAsync(new JobWatchOptions { Children = false }).ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Select(e => (e.Child.Name, e.Child.Status)), Is.Unique);
            Assert.That(told.Where(e => e.Child.Status == JobStatus.Completed).Select(e => e.Child.Name), Is.EquivalentTo(new[] { $"{run.Name}_0", $"{run.Name}_1" }));
            Assert.That(told.Select(e => e.Child.Status), Does.Contain(JobStatus.Running));
            Assert.That(quiet.OfType<JobChildChanged>(), Is.Empty);
        }
    }

    [Test]
    public async Task GetTree_OfASweep_PrintsALineForEachTrial()
    {
        (JobRun run, _) = await RunSweepAsync(goal: Goal.Maximize);

        JobTree tree = await run.GetTreeAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tree.Children, Has.Count.EqualTo(3));
            Assert.That(tree.ToString().Split('\n'), Has.Length.EqualTo(4));
            Assert.That(tree.ToString(), Does.StartWith($"{run.Name}: Completed\n├─ ").And.Contains("\n└─ "));
        }
    }

    [Test]
    public void JobTree_NestedChildren_ArePrintedBelowTheirParents()
    {
        JobChild Child(string name, string parent, int depth) => new() { Name = name, ParentName = parent, Run = null!, StepName = name, Depth = depth, Status = JobStatus.Running };

        JobTree tree = JobTree.Of("p", JobStatus.Running, [Child("a", "p", 1), Child("a1", "a", 2), Child("a2", "a", 2), Child("b", "p", 1)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tree.ToString(), Is.EqualTo("p: Running\n├─ a: Running\n│  ├─ a1: Running\n│  └─ a2: Running\n└─ b: Running"));
            Assert.That(tree.Find("a2")?.Name, Is.EqualTo("a2"));
            Assert.That(tree.Find("c"), Is.Null);
        }
    }

    private static async Task<(JobRun Run, InMemoryServerless Serverless)> RunSweepAsync(Goal goal, Func<int, bool>? logs = null)
    {
        var serverless = new InMemoryServerless();
        serverless.OnCommand("train", trial =>
        {
            int n = int.Parse(trial.TrialParameters["n"], CultureInfo.InvariantCulture);
            if (logs?.Invoke(n) ?? true)
            {
                trial.LogMetric("score", n, 1);
                trial.LogMetric("score", 10 * n, 2);
            }
        });
        var n = Search.Choice(1, 2, 3);
        SweepJob sweep = Sweep.Over(Command.Run($"train {n}").WithEnvironment("e:1"))
            .WithObjective(new SweepObjective { Goal = goal, PrimaryMetric = "score" })
            .WithSampling(Sampling.Grid)
            .WithLimits(maxTotalTrials: 3, maxConcurrentTrials: 2);
        JobRun run = await serverless.CreateClient().SubmitAsync(sweep);
        await run.WaitForCompletionAsync();
        return (run, serverless);
    }
}
