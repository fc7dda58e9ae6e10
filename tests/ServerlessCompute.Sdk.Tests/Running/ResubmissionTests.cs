namespace ServerlessCompute;

/// <summary>Jobs that are sent again by a policy, against the service in memory.</summary>
internal sealed class ResubmissionTests : IDisposable
{
    private const string Small = "Standard_D4_v3";
    private const string SmallFamily = "standardDv3Family";

    private static readonly CommandJob _spot = Command.Run("python train.py").WithEnvironment("azureml:sklearn:1").WithResources(Small).WithQueueSettings(JobTier.Spot);

    private readonly List<InMemoryServerless> _all = [];

    public void Dispose() => _all.ForEach(serverless => serverless.Dispose());

    [Test]
    [Category("S45")]
    public async Task SubmitAndWaitAsync_SpotMachinesAreTaken_GoesToTheStandardTier()
    {
        InMemoryServerless serverless = WhoseSpotMachinesAreTaken(times: 5);

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(done.Attempts.Select(attempt => (attempt.Result.Error?.Code, attempt.Next)), Is.EqualTo(new[] { ("PreemptionError", ResubmissionReason.Preempted), ((string?)null, ResubmissionReason.None) }));
            Assert.That(serverless.Jobs.Select(job => job.Tier), Is.EqualTo(new[] { JobTier.Spot, JobTier.Standard }));
            Assert.That(done.Run.Name, Is.EqualTo(serverless.Jobs[^1].Name));
            Assert.That(done.ToString(), Does.StartWith("1. ").And.Contain("sent again: its Spot machines were taken").And.Contain("\n2. "));
        }
    }

    [Test]
    [Category("S45")]
    public async Task SubmitAndWaitAsync_AlwaysSpot_TriesSpotAgain()
    {
        InMemoryServerless serverless = WhoseSpotMachinesAreTaken(times: 2);

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot, new ResubmissionPolicy { PreemptionsBeforeStandard = null });

        Assert.That(serverless.Jobs.Select(job => job.Tier), Is.EqualTo(new[] { JobTier.Spot, JobTier.Spot, JobTier.Spot }));
        Assert.That(done.Result.Status, Is.EqualTo(JobStatus.Completed));
    }

    [Test]
    [Category("S45")]
    public async Task SubmitAndWaitAsync_TheServiceCancelsWhatIsTaken_IsSentAgainAllTheSame()
    {
        InMemoryServerless serverless = WhoseSpotMachinesAreTaken(times: 1, SpotEvictionPolicy.Cancel);

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot);

        Assert.That(done.Attempts.Select(attempt => (attempt.Result.Status, attempt.Next)), Is.EqualTo(new[] { (JobStatus.Canceled, ResubmissionReason.Preempted), (JobStatus.Completed, ResubmissionReason.None) }));
    }

    [Test]
    [Category("S45")]
    public async Task SubmitAndWaitAsync_TakenMoreOftenThanThePolicySends_ThrowsTheLastFailure()
    {
        InMemoryServerless serverless = WhoseSpotMachinesAreTaken(times: 9);

        JobFailedException e = (await Assert.ThrowsAsync<JobFailedException>(() => serverless.CreateClient()
            .SubmitAndWaitAsync(_spot.WithName("train"), new ResubmissionPolicy { PreemptionsBeforeStandard = null, MaxSubmissions = 2 })))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((e.ErrorCode, e.JobName), Is.EqualTo(("PreemptionError", "train-2")));
            Assert.That(serverless.Jobs.Select(job => job.Name), Is.EqualTo(new[] { "train", "train-2" }));
        }
    }

    [Test]
    public async Task SubmitAndWaitAsync_RepeatedAfterACrash_SendsNothingTwice()
    {
        InMemoryServerless serverless = WhoseSpotMachinesAreTaken(times: 1);
        var options = new SubmitOptions { OperationId = "order 7" };
        SubmittedResult first = await serverless.CreateClient().SubmitAndWaitAsync(_spot, null, options);

        SubmittedResult second = await serverless.CreateClient().SubmitAndWaitAsync(_spot, null, options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(serverless.Jobs, Has.Count.EqualTo(2));
            Assert.That(second.Result.JobName, Is.EqualTo(first.Result.JobName));
            Assert.That(second.Run.WasCreated, Is.False);
        }
    }

    [Test]
    [Category("S28")]
    public async Task SubmitAndWaitAsync_NoQuotaForASize_TakesTheNextOfTheList([Values] RefuseAt refuseAt)
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Quota = new QuotaProfile().WithFamily(SmallFamily, 0), RefuseAt = refuseAt });

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot.WithQueueSettings(JobTier.Standard), new ResubmissionPolicy { InstanceTypes = [Small, "Standard_E4s_v3"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Attempts.Select(attempt => attempt.Next), Is.EqualTo(new[] { ResubmissionReason.QuotaShort, ResubmissionReason.None }));
            Assert.That(done.Result.InstanceType, Is.EqualTo("Standard_E4s_v3").IgnoreCase);
        }
    }

    [Test]
    [Category("S28")]
    public async Task SubmitAndWaitAsync_NoListOfSizes_ChoosesOneWithQuotaThatIsNoSmaller()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Quota = new QuotaProfile { OtherFamilies = 0 }.WithFamily("standardESv3Family", 100) });

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot.WithQueueSettings(JobTier.Standard), new ResubmissionPolicy { ChooseInstanceTypes = true });

        Assert.That(done.Result.InstanceType, Is.EqualTo("Standard_E4s_v3").IgnoreCase);
    }

    [Test]
    [Category("S28")]
    public void SubmitAndWaitAsync_NoQuotaAndNoOtherWay_ThrowsThatThereIsNone()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Quota = new QuotaProfile().WithFamily(SmallFamily, 0) });

        Assert.That(async () => await serverless.CreateClient().SubmitAndWaitAsync(_spot.WithQueueSettings(JobTier.Standard)), Throws.TypeOf<QuotaException>());
        Assert.That(serverless.Jobs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SubmitAndWaitAsync_SpotWaitsTooLong_IsCancelledAndSentAsStandard()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Spot = new SpotMarket { VirtualCpusPerFamily = 4 } });
        serverless.OnCommand("other.py", job => job.DelayAsync(TimeSpan.FromDays(2)));
        ServerlessComputeClient client = serverless.CreateClient();
        await client.SubmitAsync(_spot.WithCommand("python other.py"));

        SubmittedResult done = await client.SubmitAndWaitAsync(_spot, new ResubmissionPolicy { MaxTimeToStart = TimeSpan.FromMinutes(30) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Attempts.Select(attempt => (attempt.Result.Status, attempt.Next)), Is.EqualTo(new[] { (JobStatus.Canceled, ResubmissionReason.WaitedTooLong), (JobStatus.Completed, ResubmissionReason.None) }));
            Assert.That(done.Attempts[0].Result.EndedAt - serverless.Jobs[1].CreatedAt, Is.InRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(31)));
            Assert.That(serverless.Jobs[^1].Tier, Is.EqualTo(JobTier.Standard));
        }
    }

    [Test]
    public async Task SubmitAndWaitAsync_StartsInTime_IsLeftToRunLonger()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions());
        serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(9)));
        var events = new List<JobEvent>();

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot, new ResubmissionPolicy { MaxTimeToStart = TimeSpan.FromHours(1) }, progress: new Told(events));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Attempts, Has.Count.EqualTo(1));
            Assert.That(done.Result.Duration, Is.GreaterThan(TimeSpan.FromHours(8)));
            Assert.That(events.OfType<JobStatusChanged>().Count(e => e.Status == JobStatus.Running), Is.EqualTo(1), "Each event is told once.");
        }
    }

    [Test]
    public async Task SubmitAndWaitAsync_CommandFails_IsSentAgainWhenThePolicySaysAs()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions());
        serverless.OnCommand("train.py", job =>
        {
            if (job.InstanceType == Small)
            {
                job.Fail("out of memory");
            }
        });

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(_spot, new ResubmissionPolicy
        {
            Otherwise = attempt => attempt.Result.Error!.Message.Contains("memory", StringComparison.Ordinal) ? ((CommandJob)attempt.Job).WithResources("Standard_E8s_v3") : null,
        });

        Assert.That(done.Attempts.Select(attempt => (attempt.Result.InstanceType!.ToLowerInvariant(), attempt.Next)), Is.EqualTo(new[] { ("standard_d4_v3", ResubmissionReason.Asked), ("standard_e8s_v3", ResubmissionReason.None) }));
    }

    [Test]
    public void SubmitAndWaitAsync_CommandFails_ThrowsAndIsSentOnce()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions());
        serverless.OnCommand("train.py", job => job.Fail("a mistake"));

        Assert.That(async () => await serverless.CreateClient().SubmitAndWaitAsync(_spot), Throws.TypeOf<JobFailedException>().With.Message.Contains("a mistake"));
        Assert.That(serverless.Jobs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SubmitAndWaitAsync_PipelineWithoutQuota_ChangesTheSizeOfItsSteps()
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Quota = new QuotaProfile().WithFamily(SmallFamily, 0) });
        PipelineJob pipeline = Pipeline.Define("two", p =>
        {
            p.Add("first", Command.Run("echo 1").WithEnvironment("azureml:sklearn:1").WithResources(Small));
            p.Add("second", Command.Run("echo 2").WithEnvironment("azureml:sklearn:1").WithResources(Small));
        });

        SubmittedResult done = await serverless.CreateClient().SubmitAndWaitAsync(pipeline, new ResubmissionPolicy { InstanceTypes = ["Standard_E4s_v3"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Attempts.Select(attempt => attempt.Next), Is.EqualTo(new[] { ResubmissionReason.QuotaShort, ResubmissionReason.None }));
            Assert.That((await done.Run.GetChildrenAsync().ToListAsync()).Select(child => child.InstanceType), Has.All.EqualTo("Standard_E4s_v3").IgnoreCase);
        }
    }

    private InMemoryServerless WhoseSpotMachinesAreTaken(int times, SpotEvictionPolicy onEviction = SpotEvictionPolicy.Fail)
    {
        InMemoryServerless serverless = New(new InMemoryServerlessOptions { Spot = SpotMarket.Calm with { OnEviction = onEviction } });
        serverless.OnCommand("train.py", async job =>
        {
            if (serverless.FindJob(job.JobName)!.Tier == JobTier.Spot && times-- > 0)
            {
                serverless.Evict(job.JobName);
            }

            await job.DelayAsync(TimeSpan.FromHours(1));
        });
        return serverless;
    }

    private InMemoryServerless New(InMemoryServerlessOptions options)
    {
        var serverless = new InMemoryServerless(options);
        _all.Add(serverless);
        return serverless;
    }

    private sealed class Told(List<JobEvent> events) : IProgress<JobEvent>
    {
        public void Report(JobEvent value) => events.Add(value);
    }
}
