using System.Xml.Linq;

namespace ServerlessCompute;

[TestFixture]
internal sealed class ForecastTests
{
    private const string Family = "standardESv3Family";

    private static readonly WorkloadFlow Training = new()
    {
        Name = "training",
        JobsPerDay = 48,
        InstanceType = "Standard_E4s_v3",
        Duration = JobDuration.Exponential(TimeSpan.FromHours(1)),
    };

    private static Forecast Month(params ReadOnlySpan<WorkloadFlow> flows) => new()
    {
        Workload = Workload.Of(flows),
        Quota = QuotaProfile.Generous.WithFamily(Family, 12),
        Seeds = [1, 2, 3, 4],
    };

    private static Forecast Recorded(TimeSpan length, params ReadOnlySpan<WorkloadJob> jobs) => Month() with
    {
        Workload = new Workload { Jobs = [.. jobs] },
        Length = length,
        Seeds = [1],
    };

    private static WorkloadJob Job(double arrivesAfterHours, double hours) => new()
    {
        Arrival = TimeSpan.FromHours(arrivesAfterHours),
        Duration = TimeSpan.FromHours(hours),
        InstanceType = "Standard_E4s_v3",
    };

    [Test]
    public async Task RunAsync_EqualSeeds_GiveEqualResultsAndOthersOthers()
    {
        Forecast forecast = Month(Training with { SpotShare = 0.5 });

        string first = (await forecast.RunAsync()).ToString();
        string again = (await forecast.RunAsync()).ToString();
        string other = (await (forecast with { Seeds = [5, 6, 7, 8] }).RunAsync()).ToString();

        Assert.That((again == first, other == first), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task RunAsync_MoreQuota_SameJobsWaitLessAndUseLessOfIt()
    {
        Forecast tight = Month(Training);

        FamilyForecast before = (await tight.RunAsync()).Total;
        FamilyForecast after = (await (tight with { Quota = tight.Quota.WithFamily(Family, 48) }).RunAsync()).Total;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Jobs, Is.EqualTo(before.Jobs));
            Assert.That(after.MeanWait.Mean, Is.LessThan(before.MeanWait.Mean / 10));
            Assert.That(after.MeanTurnaround.Mean, Is.LessThan(before.MeanTurnaround.Mean - 10));
            Assert.That(before.Utilization.Mean, Is.EqualTo(2.0 / 3).Within(0.08));
            Assert.That(after.Utilization.Mean, Is.EqualTo(1.0 / 6).Within(0.02));
            Assert.That(before.MedianWait.Mean, Is.LessThan(before.P95Wait.Mean).And.GreaterThanOrEqualTo(0));
            Assert.That(before.P95Wait.Mean, Is.LessThan(before.MaxWait.Mean));
        }
    }

    [Test]
    public async Task RunAsync_ThreeJobsForOneMachine_WaitForEachOtherAndPayTheirTime()
    {
        Forecast forecast = Recorded(TimeSpan.FromDays(1), Job(0, 1), Job(0, 2), Job(0.5, 1)) with { Quota = QuotaProfile.Generous.WithFamily(Family, 4) };

        FamilyForecast row = (await forecast.RunAsync()).Families.Single();

        // Beside the runs: one start of the machine, warm afterwards, the end of each job. Two idle minutes at the end cost and are nobody's use.
        const double HoursLeast = 4 + (45 / 3600.0);
        const double HoursMost = 4 + ((150 + (3 * 13)) / 3600.0);
        const double Idle = 120 / 3600.0;
        double price = (double)VmCatalogue.Of("eastus").Find("Standard_E4s_v3")!.Price!.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Family, row.IsSpot), Is.EqualTo((Family, false)));
            Assert.That((row.Jobs.Mean, row.Completed.Mean, row.Refused.Mean, row.Evictions.Mean), Is.EqualTo((3.0, 3.0, 0.0, 0.0)));
            Assert.That(row.MedianWait.Mean, Is.InRange(60 + 0.75, 60 + 2.75));
            Assert.That(row.MaxWait.Mean, Is.InRange(150 + 0.75, 150 + 3.5));
            Assert.That(row.Cost.Mean / price, Is.InRange(HoursLeast + Idle, HoursMost + Idle));
            Assert.That(row.Utilization.Mean * 24, Is.InRange(HoursLeast, HoursMost));
            Assert.That(row.MeanTurnaround.Mean, Is.InRange((60 + 180 + 210) / 3.0, ((60 + 180 + 210) / 3.0) + 4));
        }
    }

    [Test]
    public async Task RunAsync_EndInTheMiddle_CountsWhoWaitsAndPaysWhoRuns()
    {
        Forecast forecast = Recorded(TimeSpan.FromHours(5), Job(0, 100), Job(1, 1)) with { Quota = QuotaProfile.Generous.WithFamily(Family, 4) };

        FamilyForecast row = (await forecast.RunAsync()).Total;
        double price = (double)VmCatalogue.Of("eastus").Find("Standard_E4s_v3")!.Price!.Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Jobs.Mean, row.Completed.Mean), Is.EqualTo((2.0, 0.0)));
            Assert.That(row.MaxWait.Mean, Is.EqualTo(240).Within(0.2));
            Assert.That(row.Cost.Mean / price, Is.EqualTo(5).Within(0.01));
        }
    }

    [Test]
    public async Task RunAsync_Flow_SendsAsManyAsItSaysWithWeekendsAndHours()
    {
        WorkloadFlow office = Training with { JobsPerDay = 100, WeekendShare = 0, HourWeights = [.. Enumerable.Range(0, 24).Select(static h => h == 9 ? 1 : 0)] };
        Forecast weeks = Month(office) with { Length = TimeSpan.FromDays(28) };

        double all = (await weeks.RunAsync()).Total.Jobs.Mean;
        ValueList<FamilyForecast> weekend = (await (weeks with { Start = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero), Length = TimeSpan.FromDays(2) }).RunAsync()).Families;
        ValueList<FamilyForecast> untilNine = (await (weeks with { Length = TimeSpan.FromHours(9) }).RunAsync()).Families;
        double untilTen = (await (weeks with { Length = TimeSpan.FromHours(10) + TimeSpan.FromMinutes(1) }).RunAsync()).Total.Jobs.Mean;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all, Is.EqualTo(2800).Within(110));
            Assert.That(weekend, Is.Empty);
            Assert.That(untilNine, Is.Empty);
            Assert.That(untilTen, Is.EqualTo(140).Within(25));
        }
    }

    [Test]
    [Category("S45")]
    public async Task RunAsync_OnSpot_MachinesAreTakenAndJobsRunAgain()
    {
        Forecast forecast = Month(Training with { SpotShare = 1, Duration = JobDuration.Exactly(TimeSpan.FromHours(4)), JobsPerDay = 24 });
        SpotMarket scarce = SpotMarket.Scarce with { OnEviction = SpotEvictionPolicy.Requeue };

        FamilyForecast calm = (await (forecast with { Spot = SpotMarket.Calm }).RunAsync()).Families.Single();
        FamilyForecast taken = (await (forecast with { Spot = scarce }).RunAsync()).Families.Single();
        FamilyForecast saved = (await (forecast with { Spot = scarce, Workload = forecast.Workload.Change(static s => s with { SaveEvery = TimeSpan.FromMinutes(10) }) }).RunAsync()).Families.Single();
        FamilyForecast lost = (await (forecast with { Spot = SpotMarket.Scarce }).RunAsync()).Families.Single();
        FamilyForecast dedicated = (await (forecast with { Workload = forecast.Workload.Change(static s => s with { SpotShare = 0 }), Quota = QuotaProfile.Generous }).RunAsync()).Families.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((calm.IsSpot, calm.Evictions.Mean), Is.EqualTo((true, 0.0)));
            Assert.That(taken.Evictions.Mean, Is.GreaterThan(100));
            Assert.That(taken.MeanTurnaround.Mean, Is.GreaterThan(calm.MeanTurnaround.Mean + 60));
            Assert.That(saved.MeanTurnaround.Mean, Is.InRange(calm.MeanTurnaround.Mean, calm.MeanTurnaround.Mean + 60));
            Assert.That(saved.Completed.Mean, Is.GreaterThan(saved.Jobs.Mean - 20));
            Assert.That(lost.Completed.Mean, Is.LessThan(lost.Jobs.Mean - lost.Evictions.Mean + 1));
            Assert.That(dedicated.Cost.Mean, Is.GreaterThan(calm.Cost.Mean * 2));
        }
    }

    [Test]
    [Category("S31")]
    public async Task RunAsync_MoreNodesThanQuotaEverHolds_AreRefused()
    {
        ForecastResult result = await Month(Training with { NodeCount = 4 }).RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Total.Refused, Is.EqualTo(result.Total.Jobs));
            Assert.That(result.Families.Single().Family, Is.EqualTo(Family));
            Assert.That(result.ToString(), Does.Contain(" refused"));
        }
    }

    [Test]
    [Category("S29")]
    public async Task RunAsync_SizeThatNobodyKnows_IsRefusedUnderThatName()
    {
        ForecastResult result = await Month(Training with { InstanceType = "Standard_Nothing" }).RunAsync();

        Assert.That((result.Families.Single().Family, result.Total.Completed.Mean), Is.EqualTo(("unknown size", 0.0)));
    }

    [Test]
    public async Task Recorded_JobsOfAService_RunAgainAsTheyRan()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Quota = QuotaProfile.Generous.WithFamily(Family, 4) });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromMinutes(ctx.JobName == "b" ? 90 : 30)));
        foreach (string job in new[] { "a", "b", "c" })
        {
            await service.PutJobAsync(job, RawService.CommandBody(more: "\"resources\":{\"instanceType\":\"Standard_E4s_v3\"}"));
        }

        await service.Serverless.RunUntilIdleAsync();
        var workload = Workload.Recorded(service.Serverless.Jobs);
        ForecastResult result = await (Recorded(TimeSpan.FromDays(10)) with { Workload = workload with { Period = TimeSpan.FromDays(1) }, Quota = QuotaProfile.Generous.WithFamily(Family, 4) }).RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workload.Jobs.Select(static j => j.Duration.TotalMinutes), Is.EqualTo(new[] { 30.0, 90, 30 }).Within(0.5));
            Assert.That(workload.Jobs.Select(static j => j.InstanceType), Has.All.EqualTo("Standard_E4s_v3"));
            Assert.That((result.Total.Jobs.Mean, result.Total.Completed.Mean), Is.EqualTo((30.0, 30.0)));
            Assert.That(result.Total.MedianWait.Mean, Is.InRange(30.75, 33));
            Assert.That(result.Total.MaxWait.Mean, Is.InRange(120.75, 125));
        }
    }

    [Test]
    public async Task CompareAsync_TwoForecasts_AreATableAndAChart()
    {
        ForecastComparison comparison = await Forecast.CompareAsync([new("now & then", Month(Training)), new("<more>", Month(Training) with { Quota = QuotaProfile.Generous })]);

        string[] lines = comparison.ToString().Split('\n');
        var chart = XDocument.Parse(comparison.ToSvg());
        var families = XDocument.Parse(comparison["<more>"].ToSvg());
        XNamespace svg = "http://www.w3.org/2000/svg";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[1], Does.StartWith("now & then").And.Contain(" ± ").And.Contain("%"));
            Assert.That(chart.Root!.Elements(svg + "text").Select(static t => t.Value), Does.Contain("now & then").And.Contain("<more>"));
            Assert.That(chart.Root.Elements(svg + "rect").Count(), Is.EqualTo(1 + (2 * 2)));
            Assert.That(families.Root!.Elements(svg + "text").Select(static t => t.Value), Does.Contain(Family));
            Assert.That(() => comparison["another"], Throws.InstanceOf<KeyNotFoundException>());
        }
    }

    [Test]
    public async Task Ranges_MoreSeeds_AreNarrowerAndOneSeedHasNone()
    {
        ForecastRange few = (await (Month(Training) with { Seeds = [11, 12, 13] }).RunAsync()).Total.MeanWait;
        ForecastRange many = (await (Month(Training) with { Seeds = [.. Enumerable.Range(1, 40)] }).RunAsync()).Total.MeanWait;
        ForecastRange one = (await (Month(Training) with { Seeds = [1] }).RunAsync()).Total.MeanWait;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(many.High - many.Low, Is.LessThan(few.High - few.Low).And.Positive);
            Assert.That((one.Low, one.High), Is.EqualTo((one.Mean, one.Mean)));
        }
    }

    private static IEnumerable<Forecast> Impossible() =>
    [
        Month(Training with { JobsPerDay = -1 }),
        Month(Training with { JobsPerDay = double.NaN }),
        Month(Training with { SpotShare = 1.5 }),
        Month(Training with { NodeCount = 0 }),
        Month(Training with { HourWeights = [1, 2, 3] }),
        Month(Training with { HourWeights = [.. new int[24]] }),
        Month(Training with { SaveEvery = TimeSpan.Zero }),
        Month(Training) with { Seeds = [] },
        Month(Training) with { Length = TimeSpan.Zero },
        Month(Training) with { Quota = QuotaProfile.Generous with { TotalDedicated = -1 } },
        Month(Training) with { Spot = new SpotMarket { WithdrawnNotices = 2 } },
        Recorded(TimeSpan.FromDays(1), Job(-1, 1)),
        Recorded(TimeSpan.FromDays(1), Job(0, 1) with { NodeCount = 0 }),
    ];

    [TestCaseSource(nameof(Impossible))]
    public void RunAsync_Impossible_SaysSo(Forecast forecast) => Assert.That(() => forecast.RunAsync(), Throws.InvalidOperationException.Or.InstanceOf<ArgumentException>());

    [Test]
    public void RunAsync_Cancelled_Stops() =>
        Assert.That(() => Month(Training).RunAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public void Durations_OfAllShapes_HaveTheMeanThatTheySay()
    {
        JobDuration[] shapes =
        [
            JobDuration.Exactly(TimeSpan.FromHours(1)),
            JobDuration.Exponential(TimeSpan.FromHours(1)),
            JobDuration.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(3)),
            JobDuration.Skewed(TimeSpan.FromHours(1), TimeSpan.FromHours(3)),
            JobDuration.OneOf(TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6)),
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (JobDuration shape in shapes)
            {
                var chance = Chance.Stream(1, 1);
                double mean = Enumerable.Range(0, 100_000).Average(_ => (double)shape.Draw(chance)) / TimeSpan.TicksPerHour;
                Assert.That(mean, Is.EqualTo(shape.Mean.TotalHours).Within(1.5).Percent, $"{shape}");
            }

            var skewed = Chance.Stream(2, 1);
            Assert.That(Enumerable.Range(0, 100_000).Count(_ => shapes[3].Draw(skewed) > 3 * TimeSpan.TicksPerHour), Is.EqualTo(5000).Within(300));
            Assert.That(() => JobDuration.OneOf(), Throws.ArgumentException);
            Assert.That(() => JobDuration.Skewed(TimeSpan.FromHours(2), TimeSpan.FromHours(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => JobDuration.Between(TimeSpan.FromHours(2), TimeSpan.FromHours(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }
}
