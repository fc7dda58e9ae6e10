using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServerlessCompute;

/// <summary>Asks whether a client reaches its workspace. What the service says stays out of the answer: who sees health may not see that.</summary>
internal sealed class ServerlessComputeHealthCheck(ServerlessComputeClient client) : IHealthCheck
{
    private const int TooManyRequests = 429;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string workspace = client.Workspace.WorkspaceName;
        try
        {
            await client.CheckConnectionAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"Workspace '{workspace}' answers.");
        }
        catch (ServerlessRequestException e) when (e.Status == TooManyRequests)
        {
            return HealthCheckResult.Degraded($"Workspace '{workspace}' answers, and asks for fewer requests.");
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            string reason = e is ServerlessRequestException { ErrorCode: { } code } ? code : e.GetType().Name;
            return new HealthCheckResult(context.Registration.FailureStatus, $"Workspace '{workspace}' cannot be used: {reason}.");
        }
    }
}
