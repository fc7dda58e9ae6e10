using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>Many watchers of one workspace, on a service that answers at once instead of holding requests, as the cloud does.</summary>
internal sealed class WatchBoardTests
{
    private const int Jobs = 60;

    [Test]
    public async Task WaitForCompletion_ManyJobsAtOnce_LooksAtTheListInsteadOfAtEachJob()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", job => job.DelayAsync(TimeSpan.FromHours(6)));
        var traffic = new Traffic();
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.AddPolicy(traffic, HttpPipelinePosition.PerCall);
        var client = new ServerlessComputeClient(serverless.Workspace, new AnyToken(), options);
        JobRun[] runs = await Task.WhenAll(Enumerable.Range(0, Jobs).Select(i => client.SubmitAsync(Command.Run("train").WithEnvironment("e:1").WithName($"job{i}"))));

        DateTimeOffset start = serverless.Now;
        JobResult[] results = await Task.WhenAll(runs.Select(run => run.WaitForCompletionAsync()));
        double seconds = (serverless.Now - start).TotalSeconds;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Status), Is.All.EqualTo(JobStatus.Completed));
            Assert.That(traffic.Lists, Is.Positive);
            Assert.That((traffic.Lists + traffic.Details) / seconds, Is.LessThan(4), $"{traffic.Lists} looks at the list, {traffic.Details} at single jobs in {seconds:F0} s");
            Assert.That(results.Max(result => result.EndedAt), Is.GreaterThan(serverless.Now - TimeSpan.FromMinutes(2)), "The end of the last job is noticed soon.");
        }
    }

    /// <summary>Counts requests, and takes the request to wait out of them.</summary>
    private sealed class Traffic : HttpPipelineSynchronousPolicy
    {
        private int _lists;
        private int _details;

        public int Lists => _lists;

        public int Details => _details;

        public override void OnSendingRequest(HttpMessage message)
        {
            message.Request.Headers.Remove("Prefer");
            string path = message.Request.Uri.Path;
            if (path.EndsWith("/jobs", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _lists);
            }
            else if (path.EndsWith("/details", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _details);
            }
        }
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
