using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// A thousand running jobs, each with a watch of its own, on the host's clock and on a service that answers at once as the cloud does: what a
/// watch keeps in memory, and what all of them take of a core and of the service while nothing happens. The service in memory is in the same
/// process, so its share is counted, too.
/// </summary>
internal sealed class WatchManyFigure : Figure
{
    private const int Jobs = 1_000;

    /// <summary>Until every watch has told what there is.</summary>
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(90);

    public override IReadOnlyList<string> Names => ["watch.1000.memory", "watch.1000.cpu", "watch.1000.requests"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        await using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual });
        serverless.OnCommand("train", static job => job.DelayAsync(TimeSpan.FromHours(10)));
        var traffic = new Traffic();
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.TimeProvider = TimeProvider.System;
        options.AddPolicy(traffic, HttpPipelinePosition.PerRetry);
        var client = new ServerlessComputeClient(serverless.Workspace, new AnyToken(), options);
        var runs = new List<JobRun>(Jobs);
        for (int i = 0; i < Jobs; i++)
        {
            runs.Add(await client.SubmitAsync(Command.Run("train").WithEnvironment("e:1")));
        }

        // All of them run by then, and nothing happens any more.
        serverless.Advance(TimeSpan.FromHours(1));
        if (serverless.Jobs.Count(job => job.Status == JobStatus.Running) != Jobs)
        {
            throw new UnreachableException("Not all jobs run: the figure would be of fewer.");
        }

        await WatchAsync(runs[0], new CancellationToken(canceled: true));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var stop = new CancellationTokenSource();
        Task[] watches = [.. runs.Select(run => WatchAsync(run, stop.Token))];
        await Task.Delay(_settle, TimeProvider.System);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        yield return new Measurement(Names[0], (after - before) / 1024.0 / Jobs, "KB");

        using var self = Process.GetCurrentProcess();
        traffic.Requests = 0;
        TimeSpan cpu = self.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await Task.Delay(_measured, TimeProvider.System);
        self.Refresh();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        yield return new Measurement(Names[1], 100 * (self.TotalProcessorTime - cpu).TotalSeconds / seconds, "%");
        yield return new Measurement(Names[2], traffic.Requests / seconds, "requests/s");

        await stop.CancelAsync();
        await Task.WhenAll(watches);
    }

    private static async Task WatchAsync(JobRun run, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (JobEvent e in run.WatchAsync(cancellationToken: cancellationToken))
            {
                GC.KeepAlive(e);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    /// <summary>Counts requests, and takes the wish to be held out of them.</summary>
    private sealed class Traffic : HttpPipelineSynchronousPolicy
    {
        private int _requests;

        public int Requests
        {
            get => Volatile.Read(ref _requests);
            set => Volatile.Write(ref _requests, value);
        }

        public override void OnSendingRequest(HttpMessage message)
        {
            message.Request.Headers.Remove("Prefer");
            Interlocked.Increment(ref _requests);
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
