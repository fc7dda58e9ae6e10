namespace ServerlessCompute;

/// <summary>What goes wrong with requests.</summary>
[TestFixture]
internal sealed class RequestFaultsTests
{
    [Test]
    public async Task Throttle_ARequest_AnswersAsRecorded()
    {
        using var service = new RawService();
        service.Serverless.Faults.Throttle(FaultPlan.First(1));

        RawAnswer first = await service.PutJobAsync("a");
        RawAnswer second = await service.PutJobAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Status, first.InnerCode), Is.EqualTo((429, "TooManyRequests")));
            Assert.That(first.Error.GetProperty("message").GetString(), Is.EqualTo("Received too many requests in a short amount of time. Retry again after 20 seconds."));
            Assert.That(first.Error.GetProperty("code").GetString(), Is.EqualTo("UserError"));
            Assert.That(first.Header("Retry-After"), Is.Null);
            Assert.That(second.Status, Is.EqualTo(201), "the first was not taken");
        }
    }

    [Test]
    public async Task Throttle_WithRetryAfter_SaysTheWaitInTheHeaderToo()
    {
        using var service = new RawService();
        service.Serverless.Faults.Throttle(FaultPlan.Always, waitSeconds: 7, sendRetryAfter: true);

        Assert.That((await service.PutJobAsync("a")).Header("Retry-After"), Is.EqualTo("7"));
    }

    [TestCase(500, "ServiceError")]
    [TestCase(502, "BadGatewayConnection")]
    [TestCase(503, "ServiceError")]
    [TestCase(504, "TransientError")]
    public async Task FailRequests_WithAStatus_SaysTheRecordedWords(int status, string code)
    {
        using var service = new RawService();
        service.Serverless.Faults.FailRequests(FaultPlan.Only(2), status);

        RawAnswer[] answers = [await service.PutJobAsync("a"), await service.PutJobAsync("b"), await service.PutJobAsync("c")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(static a => a.Status), Is.EqualTo(new[] { 201, status, 201 }));
            Assert.That(answers[1].Error.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(service.Serverless.Jobs.Select(static j => j.Name), Is.EqualTo(new[] { "a", "c" }));
        }

        if (status == 500)
        {
            Assert.That(answers[1].Error.GetProperty("details")[0].GetProperty("code").GetString(), Is.EqualTo("ServiceUnavailable"));
        }
    }

    [Test]
    public async Task Delay_ARequest_TakesTimeOfTheServiceAndNoneOfOurs()
    {
        using var service = new RawService();
        service.Serverless.Faults.Delay(FaultPlan.Always, TimeSpan.FromMinutes(10));
        DateTimeOffset before = service.Serverless.Now;

        RawAnswer answer = await service.PutJobAsync("a").WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That((answer.Status, service.Serverless.Now - before), Is.EqualTo((201, TimeSpan.FromMinutes(10))));
    }

    [Test]
    public void DropConnections_ARequest_IsNotDone()
    {
        using var service = new RawService();
        service.Serverless.Faults.DropConnections(FaultPlan.First(1).On("put"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => service.PutJobAsync("a"), Throws.InstanceOf<IOException>());
            Assert.That(service.Serverless.Jobs, Is.Empty);
        }
    }

    [Test]
    public void LoseAcknowledgements_ARequest_IsDoneAndNotTold()
    {
        using var service = new RawService();
        service.Serverless.Faults.LoseAcknowledgements(FaultPlan.Only(1).On("PUT", "/jobs/"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => service.PutJobAsync("a"), Throws.InstanceOf<IOException>());
            Assert.That(service.Serverless.Jobs.Single().Name, Is.EqualTo("a"));
        }
    }

    [Test]
    public async Task CutAnswers_ARequest_BreaksWhileItsAnswerIsRead()
    {
        using var service = new RawService();
        await service.PutJobAsync("a");
        service.Serverless.Faults.CutAnswers(FaultPlan.Always);
        var request = new EngineRequest("GET", new Uri($"{service.Arm}/jobs/a?api-version=2024-04-01"), [new("Authorization", "Bearer token")], default);
        EngineResponse answer = await service.Engine.FrontDesk.HandleAsync(request);
        using var read = new MemoryStream();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => answer.BodyStream!.CopyTo(read), Throws.InstanceOf<IOException>());
            Assert.That(read.Length, Is.GreaterThan(500));
        }
    }

    [Test]
    public async Task ExpireTokens_ARequest_IsUnauthorized()
    {
        using var service = new RawService();
        service.Serverless.Faults.ExpireTokens(FaultPlan.First(1));

        RawAnswer answer = await service.PutJobAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.Error.GetProperty("code").GetString()), Is.EqualTo((401, "ExpiredAuthenticationToken")));
            Assert.That(answer.Error.GetProperty("message").GetString(), Is.EqualTo("The access token expiry UTC time '1/5/2026 8:59:00 AM' is earlier than current UTC time '1/5/2026 9:00:00 AM'."));
            Assert.That(answer.Header("WWW-Authenticate"), Does.Contain("invalid_token"));
        }
    }

    [Test]
    public async Task SkewClock_ForAWhile_ShowsInDatesAndInWhatAddressesAreGoodFor()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        service.Serverless.Faults.SkewClock(TimeSpan.FromHours(-9), from: TimeSpan.FromMinutes(1), until: TimeSpan.FromMinutes(2));
        string upload = $"codes/c/versions/1/startPendingUpload";
        async Task<(string Date, int Status)> UploadAsync()
        {
            RawAnswer answer = await service.ArmAsync("POST", upload, "{}");
            string sas = answer.Json.GetProperty("blobReferenceForConsumption").GetProperty("credential").GetProperty("sasUri").GetString()!;
            RawAnswer put = await service.SendAsync("PUT", sas.Replace("?", "/file?", StringComparison.Ordinal), "x", default, ("x-ms-blob-type", "BlockBlob"), ("x-ms-version", "2021-12-02"));
            return (answer.Header("Date")!, put.Status);
        }

        (string, int) before = await UploadAsync();
        service.Serverless.Advance(TimeSpan.FromSeconds(90));
        (string, int) meanwhile = await UploadAsync();
        service.Serverless.Advance(TimeSpan.FromSeconds(60));
        (string, int) after = await UploadAsync();

        Assert.That(
            new[] { before, meanwhile, after },
            Is.EqualTo(new[] { ("Mon, 05 Jan 2026 09:00:00 GMT", 201), ("Mon, 05 Jan 2026 00:01:30 GMT", 403), ("Mon, 05 Jan 2026 09:02:30 GMT", 201) }));
    }

    [Test]
    public async Task FailUploads_InTheMiddle_IsMendedByTheClient()
    {
        await using var serverless = new InMemoryServerless();
        serverless.Faults.FailUploads(FaultPlan.Only(2, 3));
        string folder = Directory.CreateTempSubdirectory("upload-").FullName;
        try
        {
            for (int i = 0; i < 5; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"file{i}.py"), $"print({i})");
            }

            JobRun run = await serverless.CreateClient().SubmitAsync(Command.Run("python file0.py").WithCode(folder).WithEnvironment("azureml:e:1"));
            await run.WaitForCompletionAsync();

            Assert.That(serverless.Engine.Data.CodeFiles(serverless.Engine.Jobs.InOrder[0]), Has.Count.EqualTo(5));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task FailUploads_OnlyBlobs_AnswersAsBlobStorage()
    {
        using var service = new RawService();
        service.Serverless.Faults.FailUploads(FaultPlan.Always);

        RawAnswer job = await service.PutJobAsync("a");
        RawAnswer blob = await service.SendAsync("PUT", "https://account.blob.core.windows.net/container/file", "x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(201));
            Assert.That((blob.Status, blob.Header("x-ms-error-code")), Is.EqualTo((503, "ServerBusy")));
            Assert.That(blob.Text, Does.Contain("<Code>ServerBusy</Code>"));
        }
    }

    [Test]
    public async Task Rate_WithASeed_StrikesTheSameRequestsEachTime()
    {
        static async Task<string> StatusesAsync(int seed)
        {
            using var service = new RawService(new InMemoryServerlessOptions { Seed = seed });
            service.Serverless.Faults.Throttle(FaultPlan.Rate(0.25));
            var statuses = new List<int>();
            for (int i = 0; i < 400; i++)
            {
                statuses.Add((await service.ArmAsync("GET", "jobs/none")).Status);
            }

            return string.Join(' ', statuses);
        }

        string first = await StatusesAsync(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await StatusesAsync(1), Is.EqualTo(first));
            Assert.That(await StatusesAsync(2), Is.Not.EqualTo(first));
            Assert.That(first.Split(' ').Count(static s => s == "429"), Is.InRange(70, 130));
        }
    }

    [Test]
    public async Task Plan_BetweenTwoTimes_HoldsThenOnly()
    {
        using var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        service.Serverless.Faults.Throttle(FaultPlan.Always.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)));
        var statuses = new List<int>();
        for (int i = 0; i < 4; i++)
        {
            statuses.Add((await service.ArmAsync("GET", "jobs/none")).Status);
            service.Serverless.Advance(TimeSpan.FromSeconds(45));
        }

        Assert.That(statuses, Is.EqualTo(new[] { 404, 404, 429, 404 }));
    }

    [Test]
    public async Task Faults_Several_MeetARequestInTheirOrder()
    {
        using var service = new RawService();
        service.Serverless.Faults.Delay(FaultPlan.Always, TimeSpan.FromSeconds(5)).FailRequests(FaultPlan.First(1)).Throttle(FaultPlan.First(1));
        DateTimeOffset start = service.Serverless.Now;

        int[] statuses = [(await service.PutJobAsync("a")).Status, (await service.PutJobAsync("a")).Status, (await service.PutJobAsync("a")).Status];
        service.Serverless.Faults.Clear();
        int last = (await service.PutJobAsync("b")).Status;

        Assert.That((statuses, last, service.Serverless.Now - start), Is.EqualTo((new[] { 500, 429, 201 }, 201, TimeSpan.FromSeconds(15))));
    }

    [Test]
    public async Task Client_UnderThirtyPercentOfEverything_SubmitsEachJobExactlyOnce()
    {
        await using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Seed = 11 });
        serverless.Faults
            .Throttle(FaultPlan.Rate(0.08))
            .FailRequests(FaultPlan.Rate(0.08), 503)
            .DropConnections(FaultPlan.Rate(0.07))
            .LoseAcknowledgements(FaultPlan.Rate(0.07))
            .CutAnswers(FaultPlan.Rate(0.05));
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.Retry.MaxRetries = 12;
        var client = new ServerlessComputeClient(serverless.Workspace, new FixedCredential(), options);
        for (int i = 0; i < 60; i++)
        {
            JobRun run = await client.SubmitAsync(Command.Run($"echo {i}").WithEnvironment("azureml:e:1"));
            await run.WaitForCompletionAsync();
        }

        Assert.That(serverless.Jobs.Select(static j => j.Command), Is.EqualTo(Enumerable.Range(0, 60).Select(static i => $"echo {i}")));
    }

    [Test]
    public void Faults_OutOfRange_AreRefused()
    {
        using var serverless = new InMemoryServerless();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => FaultPlan.Rate(1.1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => FaultPlan.Rate(double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => FaultPlan.First(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => serverless.Faults.FailRequests(FaultPlan.Always, 400), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => serverless.Faults.Throttle(null!), Throws.ArgumentNullException);
            Assert.That(() => serverless.Faults.Delay(FaultPlan.Always, TimeSpan.FromSeconds(-1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => serverless.Faults.FailNode("x"), Throws.ArgumentException);
            Assert.That(() => serverless.Faults.FailNodes(11), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => serverless.Faults.Drought("x", TimeSpan.FromHours(1)), Throws.ArgumentException);
            Assert.That(() => serverless.Faults.Droughts(10, TimeSpan.FromHours(3)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    private sealed class FixedCredential : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new("t", DateTimeOffset.MaxValue);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
