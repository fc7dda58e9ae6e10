using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>A running job's key to the listener. Ends with the job.</summary>
internal sealed class TrackingSession : IDisposable
{
    // Longer than any job may live.
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(22);

    private readonly MlflowListener _listener;
    private readonly byte[] _token;
    private readonly byte[] _eventsKey;

    public TrackingSession(MlflowListener listener, IExecutionHost host, string address, TimeProvider time)
    {
        _listener = listener;
        Host = host;
        string token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        string eventsKey = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _token = Encoding.ASCII.GetBytes(token);
        _eventsKey = Encoding.ASCII.GetBytes(eventsKey);
        Tracking = new LocalTracking(
            address,
            token,
            (time.GetUtcNow() + _lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            $"{address}{MlflowListener.EventsPath}{eventsKey}?api-version=2020-07-01",
            MlflowStore.ExperimentId(host.ExperimentName));
    }

    public IExecutionHost Host { get; }

    public LocalTracking Tracking { get; }

    /// <summary>What the job's processes see of coming evictions.</summary>
    public ScheduledEventsDocument Events => Host.EvictionAt is { } at ? ScheduledEventsDocument.Preempt(Host.JobName, at) : ScheduledEventsDocument.Quiet;

    public bool HasToken(ReadOnlySpan<byte> token) => CryptographicOperations.FixedTimeEquals(token, _token);

    public bool HasEventsKey(ReadOnlySpan<byte> key) => CryptographicOperations.FixedTimeEquals(key, _eventsKey);

    public void Dispose() => _listener.Close(this);
}
