using System.Globalization;
using System.Text.Json;
using Azure;

namespace ServerlessCompute;

/// <summary>Schedules through the client, against the service in memory.</summary>
internal sealed class ClientScheduleTests : IDisposable
{
    private static readonly CommandJob _hello = Command.Run("echo hello").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");

    private static readonly Schedule _hourly = Schedule.Every(1, RecurrenceFrequency.Hour, _hello).WithName("hourly");

    private readonly InMemoryServerless _serverless = new();
    private readonly FileTree _tree = new FileTree().File("src/train.py", "print(1)\n");

    private ServerlessComputeClient Client => _serverless.CreateClient();

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_NewSchedule_IsAsTheServiceKeepsIt()
    {
        Schedule made = await Client.CreateOrUpdateScheduleAsync(Schedule.Cron("0 9 * * 1-5", _hello).WithName("mornings").WithDisplayName("Every morning").AddTag("team", "vision"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Name, Is.EqualTo("mornings"));
            Assert.That(made.Id, Does.EndWith("/schedules/mornings"));
            Assert.That(made.ProvisioningState, Is.EqualTo(ScheduleProvisioningState.Succeeded));
            Assert.That(made.IsEnabled, Is.True);
            Assert.That(made.Tags["team"], Is.EqualTo("vision"));
            Assert.That(made.Trigger, Is.TypeOf<CronTrigger>().With.Property("Expression").EqualTo("0 9 * * 1-5"));
            Assert.That(((CommandJob)made.CreateJob!).Command.Text, Is.EqualTo("echo hello"));
            Assert.That(await Client.GetScheduleAsync("mornings"), Is.EqualTo(made));
        }
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_TimePasses_MakesItsJobs()
    {
        await Client.CreateOrUpdateScheduleAsync(_hourly);

        _serverless.Advance(TimeSpan.FromHours(2.5));
        await _serverless.RunUntilIdleAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_serverless.Jobs, Has.Count.GreaterThanOrEqualTo(2));
            Assert.That(_serverless.Jobs.Select(job => job.ScheduleName), Has.All.EqualTo("hourly"));
            Assert.That(_serverless.Jobs.Select(job => job.Status), Has.All.EqualTo(JobStatus.Completed));
        }
    }

    // Germany's clocks go forward on 29 March 2026 and back on 25 October.
    [TestCase("2026-03-28", "2026-03-28 08:00", "2026-03-29 07:00", "2026-03-30 07:00")]
    [TestCase("2026-10-24", "2026-10-24 07:00", "2026-10-25 08:00", "2026-10-26 08:00")]
    public async Task CreateOrUpdateScheduleAsync_ClockOfAPlace_FiresAtItsNineInTheMorning(string from, params string[] expected)
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { StartTime = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) });
        await serverless.CreateClient().CreateOrUpdateScheduleAsync(Schedule.Cron("0 9 * * *", _hello).WithName("mornings").WithTimeZone("Europe/Berlin"));

        serverless.Advance(TimeSpan.FromDays(3));

        Assert.That(serverless.Jobs.Select(job => job.CreatedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Is.EqualTo(expected));
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_TimeAndNameInTheJob_AreThoseOfEachFiring()
    {
        await Client.CreateOrUpdateScheduleAsync(Schedule.Cron("0 12 * * *", Command.Run("echo ${{inputs.day}}").WithEnvironment("azureml:sklearn:1")
            .WithInput("day", Schedule.TriggerTime)
            .WithOutput("report", Output.UriFolder($"azureml://datastores/workspaceblobstore/paths/{Schedule.JobName}/"))).WithName("noons"));

        _serverless.Advance(TimeSpan.FromDays(1));

        string name = _serverless.Jobs.Single().Name;
        var job = (CommandJob)await Client.GetJobAsync(name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.AllInputs["day"].ToString(), Does.Contain("T12:00:00Z"));
            Assert.That(job.AllOutputs["report"].Path!.Text, Does.EndWith($"/paths/{name}/"));
        }
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_JobWithCode_UploadsAndRegistersItFirst()
    {
        var transport = new KeepingTransport(_serverless.Transport);

        Schedule made = await ClientOn(transport).CreateOrUpdateScheduleAsync(_hourly.WithAction(_hello.WithCode("src")), new SubmitOptions { BaseFolder = _tree.Root });

        string codeId = ((CommandJob)made.CreateJob!).Code!.Text;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(codeId, Does.Contain("/codes/"));
            Assert.That(transport.Kept.Select(kept => kept.Request), Does.Contain("PUT " + codeId));
        }
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_JobOfEachKind_IsTakenByTheService()
    {
        Job[] jobs =
        [
            _hello,
            Sweep.Over(Command.Run($"python train.py --lr {Search.Uniform(0.01, 0.1).Named("lr")}").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest")).Maximize("accuracy").WithLimits(maxTotalTrials: 2),
            Spark.Run("train.py").WithCode("src").WithResources("standard_e4s_v3", "3.4").WithDriver(1, "2g").WithExecutors(2, 2, "2g"),
        ];
        foreach (Job job in jobs)
        {
            Schedule made = await Client.CreateOrUpdateScheduleAsync(_hourly.WithName($"of-{job.JobType}").WithAction(job), new SubmitOptions { BaseFolder = _tree.Root });

            Assert.That(made.CreateJob!.GetType(), Is.EqualTo(job.GetType()));
        }

        _serverless.Advance(TimeSpan.FromMinutes(90));
        await _serverless.RunUntilIdleAsync();
        Assert.That(_serverless.Jobs.Select(job => job.JobType).Distinct(), Is.EquivalentTo(jobs.Select(job => job.JobType)));
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_PlaceAsTimeZone_IsSentAsTheServicesName()
    {
        var transport = new KeepingTransport(_serverless.Transport);

        await ClientOn(transport).CreateOrUpdateScheduleAsync(_hourly.WithTimeZone("Europe/Berlin").WithStartTime(new DateTime(2030, 1, 1, 6, 0, 0)));

        string sent = transport.Kept.First(kept => kept.Request.EndsWith("/schedules/hourly", StringComparison.Ordinal)).Body;
        Assert.That(sent, Does.Contain("\"startTime\":\"2030-01-01 06:00:00\",\"timeZone\":\"W. Europe Standard Time\""));
    }

    [Test]
    public async Task CreateOrUpdateScheduleAsync_WithMistakes_ListsAllAndSendsNothing()
    {
        var transport = new KeepingTransport(_serverless.Transport);
        Schedule broken = Schedule.Cron("0 25 * * *", _hello.WithCommand("")).WithName("a b").WithTimeZone("Mars");

        JobValidationException e = (await Assert.ThrowsAsync<JobValidationException>(() => ClientOn(transport).CreateOrUpdateScheduleAsync(broken)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Diagnostics.Select(found => found.Id), Is.EqualTo(new[] { "SC1801", "SC1811", "SC1841", "SC0101" }));
            Assert.That(transport.Kept, Is.Empty);
        }
    }

    // The service's clock shows 09:00 UTC.
    [TestCase("UTC", 8, 59, true)]
    [TestCase("UTC", 9, 1, false)]
    [TestCase("Europe/Berlin", 9, 59, true)]
    [TestCase("Europe/Berlin", 10, 1, false)]
    public async Task CreateOrUpdateScheduleAsync_EndedAlready_IsRefusedByTheClock(string zone, int hour, int minute, bool isOver)
    {
        DateTime today = _serverless.Now.UtcDateTime.Date;
        Schedule schedule = Schedule.Cron("* * * * *", _hello).WithName("s").WithTimeZone(zone).WithEndTime(DateTime.SpecifyKind(today.AddHours(hour).AddMinutes(minute), DateTimeKind.Unspecified));

        Assert.That(_serverless.Now.UtcDateTime.TimeOfDay, Is.EqualTo(TimeSpan.FromHours(9)));
        if (isOver)
        {
            JobValidationException e = (await Assert.ThrowsAsync<JobValidationException>(() => Client.CreateOrUpdateScheduleAsync(schedule)))!;
            Assert.That(e.Diagnostics.Select(found => (found.Id, found.Path)), Is.EqualTo(new[] { ("SC1832", "Trigger.EndTime") }));
        }
        else
        {
            Assert.That((await Client.CreateOrUpdateScheduleAsync(schedule)).Name, Is.EqualTo("s"));
        }
    }

    [Test]
    public async Task PlanAsync_OfASchedule_SaysWhatIsThenSent()
    {
        Schedule schedule = _hourly.WithAction(_hello.WithCode("src"));
        var options = new SubmitOptions { BaseFolder = _tree.Root };
        var transport = new KeepingTransport(_serverless.Transport);

        SubmissionPlan plan = await ClientOn(transport).PlanAsync(schedule, options);
        int asked = transport.Kept.Count;
        await ClientOn(transport).CreateOrUpdateScheduleAsync(schedule, options);

        string sent = transport[$"PUT {plan.RequestPath}"];
        string codeId = JsonElement.Parse(sent).GetProperty("properties").GetProperty("action").GetProperty("jobDefinition").GetProperty("codeId").GetString()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Is.Zero);
            Assert.That(plan.RequestPath, Does.EndWith("/schedules/hourly"));
            Assert.That(plan.Job, Is.EqualTo(schedule.CreateJob));
            Assert.That(plan.Body.Replace(plan.Assets[0].Reference!, codeId, StringComparison.Ordinal), Is.EqualTo(sent));
        }
    }

    [Test]
    public void PlanAsync_ScheduleWithoutAJob_SaysThatThereIsNothingToPlan() => Assert.That(
        async () => await Client.PlanAsync(_hourly.WithAction(new UnknownScheduleAction("InvokeBatchEndpoint"))),
        Throws.ArgumentException.With.Message.Contains("no job"));

    [Test]
    public async Task GetSchedulesAsync_EachView_ListsItsOwn()
    {
        for (int i = 0; i < 60; i++)
        {
            await Client.CreateOrUpdateScheduleAsync(_hourly.WithName($"on-{i}"));
        }

        await Client.CreateOrUpdateScheduleAsync(_hourly.WithName("off").WithIsEnabled(false));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Client.GetSchedulesAsync().CountAsync(), Is.EqualTo(60), "More than a page.");
            Assert.That(await Client.GetSchedulesAsync(ScheduleListView.Disabled).Select(schedule => schedule.Name).ToListAsync(), Is.EqualTo(new[] { "off" }));
            Assert.That(await Client.GetSchedulesAsync(ScheduleListView.All).CountAsync(), Is.EqualTo(61));
        }
    }

    [Test]
    public async Task GetSchedulesAsync_FromAPageOn_GoesOnThere()
    {
        for (int i = 0; i < 60; i++)
        {
            await Client.CreateOrUpdateScheduleAsync(_hourly.WithName($"on-{i}"));
        }

        Page<Schedule> first = await Client.GetSchedulesAsync().AsPages().FirstAsync();
        List<Page<Schedule>> rest = await Client.GetSchedulesAsync().AsPages(first.ContinuationToken).ToListAsync();

        Assert.That((first.Values.Count, rest.Sum(page => page.Values.Count)), Is.EqualTo((50, 10)));
    }

    [Test]
    public async Task DisableScheduleAsync_Schedule_FiresNoMoreUntilEnabled()
    {
        Schedule made = await Client.CreateOrUpdateScheduleAsync(_hourly);

        Schedule off = await Client.DisableScheduleAsync("hourly");
        int before = _serverless.Jobs.Count;
        _serverless.Advance(TimeSpan.FromHours(5));
        int between = _serverless.Jobs.Count;
        Schedule on = await Client.EnableScheduleAsync("hourly");
        _serverless.Advance(TimeSpan.FromHours(5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((off.IsEnabled, on.IsEnabled), Is.EqualTo(((bool?)false, (bool?)true)));
            Assert.That(off.CreateJob, Is.EqualTo(made.CreateJob), "Everything else stays.");
            Assert.That(off.Trigger, Is.EqualTo(made.Trigger));
            Assert.That(between, Is.EqualTo(before));
            Assert.That(_serverless.Jobs.Count, Is.GreaterThan(between));
        }
    }

    [Test]
    public async Task DeleteScheduleAsync_Enabled_IsRefusedAndThenDone()
    {
        await Client.CreateOrUpdateScheduleAsync(_hourly);

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => Client.DeleteScheduleAsync("hourly")))!;
        await Client.DisableScheduleAsync("hourly");
        await Client.DeleteScheduleAsync("hourly");
        await Client.DeleteScheduleAsync("hourly");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.Message, Does.Contain("Cannot delete an active trigger hourly"));
            Assert.That(async () => await Client.GetScheduleAsync("hourly"), Throws.TypeOf<ServerlessRequestException>().With.Property("Status").EqualTo(404));
        }
    }

    private ServerlessComputeClient ClientOn(KeepingTransport transport)
    {
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        return new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
    }
}
