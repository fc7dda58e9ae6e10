namespace ServerlessCompute;

/// <summary>
/// In the long run: the 95 % batch-means interval of the mean wait covers what theory says, seeds fixed. <c>QUEUEING=long dotnet test --filter
/// FullyQualifiedName~Queueing</c> runs a million jobs at each load up to 0.7 and fifty million at 0.95.
/// </summary>
[TestFixture]
internal sealed class QueueingTheoryTests
{
    private static readonly bool _isLong = LongRun.IsAsked("QUEUEING");
    private static readonly TimeSpan _mean = TimeSpan.FromMinutes(6);

    [TestCase(1, 0.5)]
    [TestCase(1, 0.7)]
    [TestCase(4, 0.7)]
    [TestCase(16, 0.7)]
    public void MeanWait_ExponentialService_IsErlangs(int servers, double load) => AssertErlang(new QueueModel(servers, load, JobDuration.Exponential(_mean)), Jobs(load), seed: 1);

    [TestCase(1)]
    [TestCase(8)]
    public void MeanWait_ExponentialServiceUnderHighLoad_IsErlangs(int servers)
    {
        if (!_isLong)
        {
            Assert.Ignore("Fifty million jobs are run with QUEUEING=long.");
        }

        AssertErlang(new QueueModel(servers, 0.95, JobDuration.Exponential(_mean)), Jobs(0.95), seed: 1);
    }

    [TestCase(0.5)]
    [TestCase(0.7)]
    public void MeanWait_ServiceAlwaysTheSame_IsPollaczekAndKhinchines(double load) =>
        AssertPollaczekKhinchine(load, JobDuration.Exactly(_mean), _mean.TotalMinutes * _mean.TotalMinutes);

    [TestCase(0.5)]
    [TestCase(0.7)]
    public void MeanWait_ServiceBetweenTwoTimes_IsPollaczekAndKhinchines(double load)
    {
        (double least, double most) = (2, 10);

        AssertPollaczekKhinchine(load, JobDuration.Between(TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most)), ((least * least) + (least * most) + (most * most)) / 3);
    }

    [TestCase(0.5)]
    [TestCase(0.7)]
    public void MeanWait_ServiceMostlyShort_IsPollaczekAndKhinchines(double load)
    {
        // The square of a lognormal time is lognormal too: its mean is the squared mean times e to the variance of the logarithm.
        (TimeSpan median, TimeSpan p95) = (TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(16));
        double sigma = Math.Log(p95 / median) / 1.6448536269514722;
        double mean = median.TotalMinutes * Math.Exp(sigma * sigma / 2);

        AssertPollaczekKhinchine(load, JobDuration.Skewed(median, p95), mean * mean * Math.Exp(sigma * sigma));
    }

    [TestCase(1, 0.7)]
    [TestCase(8, 0.8)]
    public void QueueLength_OverTime_IsArrivalsTimesWait(int servers, double load)
    {
        // Little's law. The length is read off the scheduler's own queue every so often; the wait is that of the jobs.
        var model = new QueueModel(servers, load, JobDuration.Exponential(_mean));
        int jobs = Jobs(load);
        ForecastRun run = model.Engine(jobs, seed: 3);
        var waiting = new List<double>();
        var serving = new List<double>();
        while (run.Pacemaker.NowTicks < run.End)
        {
            run.Pacemaker.Push(TimeSpan.FromMinutes(1 / model.Rate));
            waiting.Add(run.Queues.Sum(static q => q.Waiting.Count));
            serving.Add(run.Queues.Sum(static q => q.Holding.Count));
        }

        double meanWait = run.Play(CancellationToken.None).Groups.Values.Single().MeanWaitMinutes;
        var length = BatchMeans.Of(waiting);
        var busy = BatchMeans.Of(serving);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(length.Covers(model.Rate * meanWait), $"{length} does not cover {model.Rate * meanWait}");
            Assert.That(busy.Covers(servers * load), $"{busy} does not cover {servers * load}");
        }
    }

    [Test]
    public void Intervals_OfManySeeds_CoverTheTruthAsOftenAsTheySay()
    {
        // 95 of 100; of 40 seeds fewer than 33 would be seen once in 300 such tests.
        var model = new QueueModel(1, 0.5, JobDuration.Exponential(_mean));

        int covered = Enumerable.Range(1, 40).Count(seed => BatchMeans.Of(model.Waits(15_000, seed)).Covers(model.ErlangWait));

        Assert.That(covered, Is.InRange(33, 40));
    }

    [Test]
    public void ErlangC_OfKnownQueues_IsKnown()
    {
        // One server waits with the load's probability; two servers with offered load a: a² / (2 + a).
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new QueueModel(1, 0.7, JobDuration.Exponential(_mean)).ErlangC, Is.EqualTo(0.7).Within(1e-12));
            Assert.That(new QueueModel(2, 0.6, JobDuration.Exponential(_mean)).ErlangC, Is.EqualTo(1.44 / 3.2).Within(1e-12));
        }
    }

    private static int Jobs(double load) => !_isLong ? 150_000 : load <= 0.8 ? 1_000_000 : 50_000_000;

    private static void AssertErlang(QueueModel model, int jobs, int seed) => AssertMean(model, jobs, seed, model.ErlangWait);

    private static void AssertPollaczekKhinchine(double load, JobDuration service, double secondMoment)
    {
        var model = new QueueModel(1, load, service);
        AssertMean(model, Jobs(load), seed: 2, model.PollaczekKhinchineWait(secondMoment));
    }

    private static void AssertMean(QueueModel model, int jobs, int seed, double theory)
    {
        var measured = BatchMeans.Of(model.Waits(jobs, seed));
        string says = $"{jobs} jobs, {model.Servers} server(s), load {model.Load}, seed {seed}: mean wait {measured.Mean:0.0000} ± {measured.HalfWidth:0.0000} minutes, theory {theory:0.0000}";
        TestContext.Out.WriteLine(says);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(measured.Covers(theory), says);
            Assert.That(measured.HalfWidth, Is.LessThan(theory * 0.15), "an interval this wide would cover anything");
        }
    }
}
