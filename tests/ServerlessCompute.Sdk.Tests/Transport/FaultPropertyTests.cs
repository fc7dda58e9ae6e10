using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Three of ten requests go wrong, in every way that the service in memory knows, and nothing is lost or done twice: each job that somebody submits
/// exists once and runs once, and each watcher sees its end, and each line of its log, once. <c>FAULT_SUBMISSIONS</c> says how many jobs.
/// </summary>
internal sealed class FaultPropertyTests
{
    private const double Share = 0.3;
    private const int Submitters = 48;

    private static readonly int _jobs = int.TryParse(ProcessEnvironment.Current["FAULT_SUBMISSIONS"], NumberStyles.None, CultureInfo.InvariantCulture, out int jobs) ? jobs : 400;

    private readonly ConcurrentDictionary<string, int> _executions = new();
    private readonly ConcurrentBag<string> _wrong = [];
    private int _givenUp;

    [Test]
    public async Task Submissions_WithThreeInTenRequestsFailing_ExistOnceAndEachWatcherSeesEachEndOnce()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Seed = 20260105 });
        serverless.OnCommand("train", RunAsync);
        Break(serverless);
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        var traffic = new Traffic(serverless.Transport);
        options.Transport = traffic;
        var client = new ServerlessComputeClient(serverless.Workspace, new AnyCredential(), options);
        int next = 0;

        await Task.WhenAll(Enumerable.Range(0, Submitters).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i <= _jobs; i = Interlocked.Increment(ref next))
            {
                await FollowAsync(client, i);
            }
        })));

        string[] names = [.. serverless.Jobs.Select(job => job.Name)];
        await TestContext.Out.WriteLineAsync($"{_jobs} jobs, {traffic.Requests} requests, {traffic.Failed} of them failed, {_givenUp} calls repeated by their callers, {_executions.Count} executions");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.Length.EqualTo(_jobs));
            Assert.That(names.Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(_jobs));
            Assert.That(_executions.Values, Is.All.EqualTo(1), "No job runs twice.");
            Assert.That(_wrong, Is.Empty);
            Assert.That((double)traffic.Failed / traffic.Requests, Is.EqualTo(Share).Within(0.05));
        }
    }

    /// <summary>Shares add up to <see cref="Share"/>: each plan sees what the plans before it let through.</summary>
    private static void Break(InMemoryServerless serverless)
    {
        double left = 1;
        FaultPlan Next(double share)
        {
            var plan = FaultPlan.Rate(share / left);
            left -= share;
            return plan;
        }

        serverless.Faults
            .Throttle(Next(0.04), waitSeconds: 2)
            .FailRequests(Next(0.03), 500)
            .FailRequests(Next(0.03), 502)
            .FailRequests(Next(0.03), 503)
            .FailRequests(Next(0.03), 504)
            .DropConnections(Next(0.05))
            .LoseAcknowledgements(Next(0.05))
            .CutAnswers(Next(Share - 0.26));
    }

    private async Task RunAsync(CommandContext job)
    {
        _executions.AddOrUpdate(job.JobName, 1, static (_, runs) => runs + 1);
        for (int line = 0; line < 3; line++)
        {
            await job.DelayAsync(TimeSpan.FromMinutes(1));
            job.Log($"line {line}");
        }

        if (job.JobName.EndsWith('3'))
        {
            job.Fail("as it should");
        }
    }

    private async Task FollowAsync(ServerlessComputeClient client, int number)
    {
        CommandJob job = Command.Run("train").WithEnvironment("e:1").WithName($"job-{number}");
        JobRun run = await UntilDoneAsync(() => client.SubmitAsync(job));
        bool isCancelled = number % 11 == 5;
        Task cancel = isCancelled ? UntilDoneAsync(async () =>
        {
            await run.CancelAsync();
            return true;
        }) : Task.CompletedTask;
        Task<JobResult> wait = run.WaitForCompletionAsync(new JobWaitOptions { ThrowOnFailure = false });

        List<JobEvent> events = await run.WatchAsync().ToListAsync();

        await cancel;
        JobStatus end = (await wait).Status;
        JobStatus[] ends = [.. events.OfType<JobStatusChanged>().Select(static e => e.Status).Where(static status => status.IsTerminal)];
        string[] lines = [.. events.OfType<JobLogLine>().Select(static e => e.Line).Where(static line => line.StartsWith("line ", StringComparison.Ordinal))];
        bool isRightEnd = isCancelled ? end == JobStatus.Canceled || end == JobStatus.Completed || end == JobStatus.Failed : end == (run.Name.EndsWith('3') ? JobStatus.Failed : JobStatus.Completed);
        bool areRightLines = isCancelled ? lines.Distinct().Count() == lines.Length : lines is ["line 0", "line 1", "line 2"];
        if (ends.Length != 1 || ends[0] != end || !isRightEnd || !areRightLines)
        {
            _wrong.Add($"{run.Name}: {string.Join(" ", ends)}, waited for {end}, {string.Join(", ", lines)}");
        }
    }

    /// <summary>What a program does whose submission failed for good: it submits the same job again.</summary>
    private async Task<T> UntilDoneAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (ServerlessRequestException e) when (e.Status is 0 or 429 or >= 500)
            {
                Interlocked.Increment(ref _givenUp);
            }
        }
    }

    /// <summary>Counts what goes through.</summary>
    private sealed class Traffic(HttpPipelineTransport service) : HttpPipelineTransport
    {
        private int _requests;
        private int _failed;

        public int Requests => _requests;

        public int Failed => _failed;

        public override Request CreateRequest() => service.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            Interlocked.Increment(ref _requests);
            bool isWell = false;
            try
            {
                await service.ProcessAsync(message);
                isWell = message.Response.Status is < 429 && message.Response.ContentStream is null or MemoryStream;
            }
            finally
            {
                Interlocked.Add(ref _failed, isWell ? 0 : 1);
            }
        }
    }
}
