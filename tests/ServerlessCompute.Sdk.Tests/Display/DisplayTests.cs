namespace ServerlessCompute;

/// <summary>What people read of jobs, trials, metrics and limits, as text.</summary>
internal sealed class DisplayTests
{
    [Test]
    public void JobTable_CommandJob_TellsWhatIsSaidAndNothingElse()
    {
        Input<double> rate = 0.01;
        CommandJob job = Command.Run($"cd src\npython train.py --rate {rate}")
            .WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest")
            .WithResources("Standard_E4s_v3", 2)
            .WithQueueSettings(JobTier.Spot)
            .WithTimeout(TimeSpan.FromMinutes(90)) with
        { DisplayName = "night run", EnvironmentVariables = [new("TOKEN", Secret.Of("s3cret")), new("MODE", "fast")] };

        Assert.That(job.ToTable(), Is.EqualTo("""
            night run
              Kind            Command
              Command         cd src
                              python train.py --rate ${{inputs.rate}}
              Environment     AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest
              Time limit      1 h 30 min
              Input rate      0.01
              Variable TOKEN  ***
              Variable MODE   fast
              Compute         serverless
              Machines        2 x Standard_E4s_v3
              Tier            Spot

            """));
    }

    [Test]
    public void JobTable_Sweep_TellsWhatIsSearched()
    {
        var lr = Search.LogUniformBetween(1e-4, 1e-1);
        SweepJob sweep = Sweep.Over(Command.Run($"python train.py --lr {lr}").WithEnvironment("e:1"))
            .Maximize("accuracy")
            .WithEarlyTermination(new BanditPolicy { SlackFactor = 0.1, EvaluationInterval = 2 })
            .WithLimits(maxTotalTrials: 20, maxConcurrentTrials: 4, timeout: TimeSpan.FromHours(2));

        Assert.That(sweep.ToTable(), Does.Contain("Search lr    log-uniform from 0.0001 to 0.1")
            .And.Contains("Objective    Maximize accuracy")
            .And.Contains("Early end    Bandit, slack of 0.1 of the best, looked at every 2 values")
            .And.Contains("Limits       20 trials, 4 at once, 2 h 00 min in all"));
    }

    [TestCaseSource(nameof(Spaces))]
    public void JobTable_EverySearchSpace_HasWordsOfItsOwn(SearchSpace space, string words) =>
        Assert.That(new SweepJob { SearchSpace = [new("x", space)] }.ToTable(), Does.Contain($"Search x   {words}").Or.Contains($"Search x  {words}"));

    [Test]
    public void TrialTable_OfManyTrials_CountsThoseThatAreNotShown() =>
        Assert.That(Exhibits.Trials(70).ToTable().Split('\n'), Has.Length.EqualTo(63).And.ItemAt(61).Contains("… and 10 more"));

    [Test]
    public void TrialTable_Always_HasTheBestAndWhatWasDrawn() =>
        Assert.That(Exhibits.Trials(3).ToTable(), Is.EqualTo("""
                  Trial    Status     Metric   rate  kind  trees         Took
            best  trial_0  Completed     0.9  0.001  adam     50  4 min 00 s
               2  trial_1  Completed    0.89   0.01   sgd    100  4 min 00 s
               3  trial_2  Failed          -    0.1  adam    150  4 min 00 s

            """.Replace("        Took", "       Took", StringComparison.Ordinal)));

    [Test]
    public void MetricTable_Always_HasFirstLowestHighestAndLast()
    {
        ValueMap<ValueList<MetricPoint>> metrics = [new("loss", Exhibits.Curve(4)), new("none", ValueList<MetricPoint>.Empty)];

        Assert.That(metrics.ToTable(), Is.EqualTo("""
            Metric  Values  First  Lowest  Highest  Last
            loss         4      1    0.25        1  0.25
            none         0      -       -        -     -

            """));
    }

    [Test]
    public void Html_Run_LeadsToTheStudio()
    {
        JobRun run = new InMemoryServerless().CreateClient().GetRun("a_job");

        Assert.That(run.ToHtml().ToString(), Does.Contain("<h3>a_job</h3>").And.Contains("<a href=\"https://ml.azure.com/runs/a_job?wsid="));
    }

    [Test]
    public void Html_FailedResult_HasTheErrorAndTheLog()
    {
        var result = new JobResult { JobName = "a_job", Status = JobStatus.Failed, Error = new JobError("UserError", "no such column: fare"), LogTail = ["line 1", "line <2>"] };

        Assert.That(result.ToHtml().ToString(), Does.Contain("<p class=\"bad\">UserError: no such column: fare</p>").And.Contains("<pre>line 1\nline &lt;2&gt;</pre>"));
    }

    [Test]
    public void Html_Preflight_SaysOnceWhatHoldsForSeveralParts()
    {
        string html = Exhibits.Report().ToHtml().ToString();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(html, Does.Contain("warning at train and other: It can be taken. Write checkpoints."));
            Assert.That(html, Does.Contain("It would wait in part or as a whole.").And.Contains("0.20 USD an hour").Or.Contains("0.10 USD an hour"));
            Assert.That(html, Does.Contain("1 size looked at for train"));
        }
    }

    [Test]
    public void Html_Quota_HasTheFullestFirstAndFoldsAwayWhatIsFree()
    {
        string html = Exhibits.Usages().ToHtml().ToString();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(html.IndexOf("width:100%", StringComparison.Ordinal), Is.GreaterThan(0).And.LessThan(html.IndexOf("width:50%", StringComparison.Ordinal)));
            Assert.That(html, Does.Contain("1 limit of which nothing is used"));
        }
    }

    private static IEnumerable<TestCaseData<SearchSpace, string>> Spaces() =>
    [
        new(Search.Choice("a", "b"), "one of a, b"),
        new(Search.Uniform(0, 1), "uniform from 0 to 1"),
        new(Search.QUniform(0, 10, 2), "uniform from 0 to 10 in steps of 2"),
        new(Search.Normal(0, 1), "normal around 0, deviation 1"),
        new(Search.QNormal(0, 1, 0.5), "normal around 0, deviation 1, in steps of 0.5"),
        new(Search.LogNormal(0, 1), "log-normal around 1, deviation 1"),
        new(Search.QLogNormal(0, 1, 2), "log-normal around 1, deviation 1, in steps of 2"),
        new(Search.QLogUniform(0, 1, 2), "log-uniform from 1 to 2.718 in steps of 2"),
        new(Search.Randint(8), "a whole number below 8"),
    ];
}
