using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ServerlessCompute;

/// <summary>
/// How a client reaches the service. The base class has the transport and the diagnostics of its requests. Mutable until a client is made of it, not thread-safe.
/// </summary>
public sealed class ServerlessComputeClientOptions : ClientOptions
{
    /// <summary>Takes the defaults.</summary>
    /// <param name="version">The newest version of the REST contract that may be used.</param>
    public ServerlessComputeClientOptions(ServiceVersion version = ServiceVersion.V2026_05_15_Preview)
    {
        Version = version;
        RetryPolicy = new ResiliencePolicy(() => new ResilienceState(this, "", NullLogger.Instance));
    }

    /// <summary>Versions of the REST contract, oldest first.</summary>
    public enum ServiceVersion
    {
        /// <summary><c>2024-04-01</c>: everything a serverless command job usually says.</summary>
        V2024_04_01 = 1,

        /// <summary><c>2025-12-01</c>: adds names of registered outputs and a list of container arguments.</summary>
        V2025_12_01 = 2,

        /// <summary><c>2026-05-15-preview</c>: adds versions of registered outputs, priorities and Ray.</summary>
        V2026_05_15_Preview = 3,
    }

    /// <summary>
    /// The newest version of the REST contract that may be used. Each request uses the oldest that knows all it carries.
    /// </summary>
    /// <value><see cref="ServiceVersion.V2026_05_15_Preview"/>.</value>
    public ServiceVersion Version { get; }

    /// <summary>The cloud that the workspace is in. What is set beside it stands before what the cloud says.</summary>
    /// <value><see cref="AzureCloud.Public"/>.</value>
    public AzureCloud Cloud
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }
    = AzureCloud.Public;

    /// <summary>Where Azure Resource Manager is.</summary>
    /// <value>The cloud's address.</value>
    public Uri ResourceManagerEndpoint
    {
        get => field ?? Cloud.ResourceManagerEndpoint;
        set;
    }

    /// <summary>The scope of the tokens for Resource Manager and the workspace's data plane.</summary>
    /// <value>The cloud's.</value>
    public string ResourceManagerScope
    {
        get => field ?? Cloud.ResourceManagerEndpoint.AbsoluteUri.TrimEnd('/') + "/.default";
        set;
    }

    /// <summary>The scope of the token that lets a job read data as its submitter.</summary>
    /// <value>The cloud's.</value>
    public string MachineLearningScope
    {
        get => field ?? Cloud.MachineLearningResource + "/.default";
        set;
    }

    /// <summary>The clock that waits and retries use. Replace it in tests.</summary>
    /// <value>The system's clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>What the client does when the service is busy, slow, broken, or loses an answer.</summary>
    /// <value>Repetitions, a breaker and pacing, as <see cref="ResilienceOptions"/> says.</value>
    /// <exception cref="ArgumentException">A value makes no sense; the message names each.</exception>
    public ResilienceOptions Resilience
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            string[] problems = [.. value.Problems()];
            field = problems.Length == 0 ? value : throw new ArgumentException(string.Join(" ", problems), nameof(value));
        }
    }
    = new();

    /// <summary>Where messages are logged, in the category <see cref="ServerlessComputeTelemetry.LogCategory"/>. Traces and metrics need no setting.</summary>
    /// <value>Null: nowhere.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Makes names for jobs that have none. Must be safe to call from several threads.</summary>
    /// <value>Null: two words and ten random letters.</value>
    public Func<string>? JobNameGenerator { get; set; }
}
