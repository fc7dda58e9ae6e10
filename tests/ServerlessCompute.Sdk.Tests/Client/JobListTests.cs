namespace ServerlessCompute;

internal sealed class JobListTests : IDisposable
{
    private static readonly CommandJob _hello = Command.Run("echo hello").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");

    private readonly InMemoryServerless _serverless = new();

    public void Dispose() => _serverless.Dispose();

    [Test]
    public async Task GetJobsAsync_ManyJobs_ReadsEveryPageOnce()
    {
        ServerlessComputeClient client = _serverless.CreateClient();
        var submitted = new List<string>();
        for (int i = 0; i < 120; i++)
        {
            submitted.Add((await client.SubmitAsync(_hello)).Name);
        }

        var listed = new List<string?>();
        await foreach (Job job in client.GetJobsAsync())
        {
            listed.Add(job.Name);
        }

        Assert.That(listed, Is.EquivalentTo(submitted));
    }

    [Test]
    public async Task GetJobsAsync_Filters_AreAllKept()
    {
        ServerlessComputeClient client = _serverless.CreateClient();
        JobRun wanted = await client.SubmitAsync(_hello.WithExperimentName("iris").AddTag("team", "vision"));
        await client.SubmitAsync(_hello.WithExperimentName("other").AddTag("team", "vision"));
        await client.SubmitAsync(_hello.WithExperimentName("iris"));
        JobRun archived = await client.SubmitAsync(_hello.WithExperimentName("iris").AddTag("team", "speech"));
        await archived.WaitForCompletionAsync();
        await archived.ArchiveAsync();

        Assert.That(await NamesAsync(client, new JobFilter { Tag = "team", ExperimentName = "iris", JobType = JobType.Command }), Is.EqualTo(new[] { wanted.Name }));
        Assert.That(await NamesAsync(client, new JobFilter { Tag = "team", ExperimentName = "iris", IncludeArchived = true }), Is.EquivalentTo(new[] { wanted.Name, archived.Name }));
        Assert.That(await NamesAsync(client, new JobFilter { Status = JobStatus.Failed }), Is.Empty);

        await archived.RestoreAsync();
        Assert.That(await NamesAsync(client, new JobFilter { Tag = "team", ExperimentName = "iris" }), Does.Contain(archived.Name));
    }

    [Test]
    public async Task GetJobsAsync_FiltersThatTheServiceHasNot_AreKeptHere()
    {
        ServerlessComputeClient client = _serverless.CreateClient();
        await client.SubmitAsync(_hello.WithName("one").WithDisplayName("Lake levels").AddTag("team", "vision"));
        _serverless.Advance(TimeSpan.FromHours(1));
        DateTimeOffset between = _serverless.Now;
        await client.SubmitAsync(_hello.WithName("two").WithDescription("levels of rivers").AddTag("team", "speech"));

        string who = (await client.GetJobAsync("one")).SystemData!.CreatedBy!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync(client, new JobFilter { CreatedFrom = between }), Is.EqualTo(new[] { "two" }));
            Assert.That(await NamesAsync(client, new JobFilter { CreatedBefore = between }), Is.EqualTo(new[] { "one" }));
            Assert.That(await NamesAsync(client, new JobFilter { Tags = [new("team", "speech")] }), Is.EqualTo(new[] { "two" }));
            Assert.That(await NamesAsync(client, new JobFilter { Tags = [new("team", "nobody")] }), Is.Empty);
            Assert.That(await NamesAsync(client, new JobFilter { Text = "LAKE" }), Is.EqualTo(new[] { "one" }));
            Assert.That(await NamesAsync(client, new JobFilter { Text = "levels" }), Is.EquivalentTo(new[] { "one", "two" }));
            Assert.That(await NamesAsync(client, new JobFilter { CreatedBy = who }), Is.EquivalentTo(new[] { "one", "two" }));
            Assert.That(await NamesAsync(client, new JobFilter { CreatedBy = "somebody else" }), Is.Empty);
        }
    }

    [Test]
    public async Task GetJobsAsync_FirstOfMany_ReadsOnePage()
    {
        for (int i = 0; i < 120; i++)
        {
            await _serverless.CreateClient().SubmitAsync(_hello);
        }

        var transport = new KeepingTransport(_serverless.Transport);
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        var client = new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);

        await client.GetJobsAsync(new JobFilter { Text = "_" }).FirstAsync();

        Assert.That(transport.Kept, Has.Count.EqualTo(1));
    }

    [Test]
    [Category("S41")]
    public async Task UpdateTagsAsync_RunningJob_ReplacesItsTagsAndNothingElse()
    {
        ServerlessComputeClient client = _serverless.CreateClient();
        JobRun run = await client.SubmitAsync(_hello.AddTag("stage", "first"));
        await run.WaitForCompletionAsync();

        await client.UpdateTagsAsync(run.Name, tags => tags.With("stage", "second").With("note", "kept"));

        CommandJob job = await run.ToJobAsync<CommandJob>();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Tags, Is.EqualTo((ValueMap<string>)[new("stage", "second"), new("note", "kept")]));
            Assert.That(job.Command, Is.EqualTo(_hello.Command));
        }
    }

    [Test]
    public async Task ToJobAsync_SubmittedAgain_IsTheSameJobUnderAnotherName()
    {
        ServerlessComputeClient client = _serverless.CreateClient();
        Input<double> lr = 0.5;
        JobRun run = await client.SubmitAsync(_hello.WithCommand($"train --lr {lr}").WithResources("Standard_E4s_v3", 2).WithQueueSettings(JobTier.Spot));
        await run.WaitForCompletionAsync();

        CommandJob again = await run.ToJobAsync<CommandJob>();
        JobRun second = await client.SubmitAsync(again with { DisplayName = "again" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Name, Is.Null);
            Assert.That(again.Status.Value, Is.Null);
            Assert.That(second.WasCreated, Is.True);
            Assert.That((await second.WaitForCompletionAsync()).Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(_serverless.Jobs.Select(job => job.Command), Is.All.EqualTo("train --lr ${{inputs.lr}}"));
        }
    }

    private static async Task<List<string?>> NamesAsync(ServerlessComputeClient client, JobFilter filter)
    {
        var names = new List<string?>();
        await foreach (Job job in client.GetJobsAsync(filter))
        {
            names.Add(job.Name);
        }

        return names;
    }
}
