using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServerlessCompute;

/// <summary>Adds a client's health to that of a program.</summary>
public static class ServerlessComputeHealth
{
    /// <summary>
    /// Asks whether a client reaches its workspace: the address, the token, the right to see it. Throttling is <see cref="HealthStatus.Degraded"/>.
    /// </summary>
    /// <param name="builder">The program's health.</param>
    /// <param name="clientName">The client's name; null for the one without.</param>
    /// <param name="name">The check's name; null for <c>serverless-compute</c>, with a colon and the client's name if it has one.</param>
    /// <param name="failureStatus">What a failure is; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Words by which checks are chosen.</param>
    /// <param name="timeout">How long it may take; null for ten seconds.</param>
    public static IHealthChecksBuilder AddServerlessCompute(
        this IHealthChecksBuilder builder, string? clientName = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        bool isNamed = !string.IsNullOrEmpty(clientName);
        return builder.Add(new HealthCheckRegistration(
            name ?? (isNamed ? $"serverless-compute:{clientName}" : "serverless-compute"),
            services => new ServerlessComputeHealthCheck(isNamed ? services.GetRequiredKeyedService<ServerlessComputeClient>(clientName) : services.GetRequiredService<ServerlessComputeClient>()),
            failureStatus,
            tags,
            timeout ?? TimeSpan.FromSeconds(10)));
    }
}
