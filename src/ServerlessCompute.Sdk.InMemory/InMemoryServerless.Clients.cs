using Azure.Core;

namespace ServerlessCompute;

/// <content>Clients of this service.</content>
public sealed partial class InMemoryServerless
{
    private int _jobsNamed;

    /// <summary>The workspace that this service is.</summary>
    public WorkspaceId Workspace => new(Options.SubscriptionId, Options.ResourceGroup, Options.WorkspaceName);

    /// <summary>
    /// A client of this service, through the same pipeline as in the cloud. Any number of clients share the service.
    /// </summary>
    public ServerlessComputeClient CreateClient() => new(Workspace, new InMemoryCredential(TimeProvider), CreateClientOptions());

    /// <summary>
    /// Options for a client of this service, to be changed before it is made: they send everything here, wait on this service's clock,
    /// and name jobs in their order (<c>job_0001</c>), so that a run repeats itself.
    /// </summary>
    public ServerlessComputeClientOptions CreateClientOptions() => new()
    {
        Transport = Transport,
        TimeProvider = TimeProvider,
        JobNameGenerator = () => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"job_{Interlocked.Increment(ref _jobsNamed):0000}"),
    };

    /// <summary>Somebody who may do everything here, with a token that is good for an hour, as those of the cloud are.</summary>
    private sealed class InMemoryCredential(TimeProvider time) : TokenCredential
    {
        private int _tokens;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"in-memory-{Interlocked.Increment(ref _tokens)}"), time.GetUtcNow() + TimeSpan.FromHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
