namespace ServerlessCompute;

/// <summary>
/// The names under which this library tells what it does: to OpenTelemetry or any other listener of .NET's traces and metrics, and in logs.
/// Nobody listening costs nothing. No token, key, signature or secret value is in any of them.
/// </summary>
/// <example>
/// <code>
/// builder.Services.AddOpenTelemetry()
///     .WithTracing(traces => traces.AddSource(ServerlessComputeTelemetry.ActivitySourceName))
///     .WithMetrics(metrics => metrics.AddMeter(ServerlessComputeTelemetry.MeterName));
/// </code>
/// </example>
public static class ServerlessComputeTelemetry
{
    /// <summary>The source of spans.</summary>
    public const string ActivitySourceName = "ServerlessCompute.Sdk";

    /// <summary>The meter of all instruments.</summary>
    public const string MeterName = "ServerlessCompute.Sdk";

    /// <summary>The category of log messages.</summary>
    public const string LogCategory = "ServerlessCompute.Sdk";
}
