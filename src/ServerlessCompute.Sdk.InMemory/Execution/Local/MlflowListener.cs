using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ServerlessCompute;

/// <summary>The door through which processes on this machine reach their run: MLflow's tracking REST, and the notice of an eviction.</summary>
/// <remarks>
/// Thread-safe. It listens on the loopback at a port of the system's choice, only while a job runs. Each job has a token of its own, which
/// opens the tracking API of its workspace (child runs included), as the token of a job in the service does; it ends with the job.
/// </remarks>
internal sealed class MlflowListener(TimeProvider time) : IDisposable
{
    /// <summary>The address of the eviction document is a secret of its job: whoever polls Azure's document sends no token.</summary>
    public const string EventsPath = "/scheduledevents/";

    private readonly Lock _lock = new();
    private readonly List<TrackingSession> _sessions = [];
    private TcpListener? _listener;
    private CancellationTokenSource? _stop;

    /// <summary>Lets a job in.</summary>
    public TrackingSession Open(IExecutionHost host)
    {
        lock (_lock)
        {
            _listener ??= Start();
            string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
            var session = new TrackingSession(this, host, address, time);
            _sessions.Add(session);
            return session;
        }
    }

    /// <summary>Ends a job's access; the last one closes the door.</summary>
    public void Close(TrackingSession session)
    {
        lock (_lock)
        {
            if (_sessions.Remove(session) && _sessions.Count == 0)
            {
                Stop();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _sessions.Clear();
            Stop();
        }
    }

    private TcpListener Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _stop = new CancellationTokenSource();
        _ = AcceptAsync(listener, _stop.Token);
        return listener;
    }

    private void Stop()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        _stop = null;
        _listener?.Dispose();
        _listener = null;
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                Socket socket = await listener.AcceptSocketAsync(stop).ConfigureAwait(false);
                socket.NoDelay = true;
                _ = new LoopbackConnection(socket, AnswerAsync, time).RunAsync(stop);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task<EngineResponse> AnswerAsync(LoopbackRequest request, Func<Task<ReadOnlyMemory<byte>>> readBody)
    {
        if (request.Path.StartsWith(EventsPath, StringComparison.Ordinal))
        {
            return AnswerEvents(request);
        }

        byte[] token = Encoding.UTF8.GetBytes(request.Token);
        if (Find(session => session.HasToken(token)) is not { } session)
        {
            return LoopbackAnswers.Error(401, "This address is for jobs that run on this machine: send 'Authorization: Bearer' with the token in MLFLOW_TRACKING_TOKEN. A token ends with its job.");
        }

        if (!request.Path.StartsWith("/api/", StringComparison.Ordinal))
        {
            return LoopbackAnswers.Error(404, $"There is nothing at '{request.Path}'. MLflow's tracking REST is under /api/2.0/mlflow/.");
        }

        ReadOnlyMemory<byte> body = await readBody().ConfigureAwait(false);
        string method = request.Method is "HEAD" ? "GET" : request.Method;
        return session.Host.Mlflow.Handle(method, request.Path, request.Query, body);
    }

    private EngineResponse AnswerEvents(LoopbackRequest request)
    {
        byte[] key = Encoding.UTF8.GetBytes(request.Path[EventsPath.Length..]);
        if (Find(session => session.HasEventsKey(key)) is not { } session)
        {
            return LoopbackAnswers.Error(404, "No running job has this address; it is in AZUREML_LOCAL_SCHEDULED_EVENTS.");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return LoopbackAnswers.Error(405, "The eviction of a local run can be read but not confirmed: end the process instead.");
        }

        return request.Headers.TryGetValue("Metadata", out string? metadata) && metadata.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? session.Events.ToResponse()
            : LoopbackAnswers.Error(400, "Send the header 'Metadata: true', as Azure's own document wants it.");
    }

    private TrackingSession? Find(Func<TrackingSession, bool> match)
    {
        lock (_lock)
        {
            return _sessions.FirstOrDefault(match);
        }
    }
}
