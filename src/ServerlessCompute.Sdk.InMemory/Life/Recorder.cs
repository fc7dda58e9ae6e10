namespace ServerlessCompute;

/// <summary>
/// Writes down what comes from outside, so that it can be played again. Requests are taken in one after the other: their order in the
/// record is the order in which they were looked at.
/// </summary>
/// <param name="pacemaker">The engine's clock.</param>
/// <param name="turn">The lock of whoever comes from outside. It is taken before the engine's.</param>
internal sealed class Recorder(Pacemaker pacemaker, object turn)
{
    private readonly List<RecordedEntry> _entries = [];

    /// <summary>The record so far, and where the engine is now.</summary>
    public (IReadOnlyList<RecordedEntry> Entries, long Steps, long At) Read()
    {
        lock (turn)
        {
            (long steps, long at) = pacemaker.Place();
            return ([.. _entries], steps, at);
        }
    }

    /// <summary>In turn: writes down a verb with its arguments.</summary>
    public void Add(params IReadOnlyList<string> verb)
    {
        (long steps, long at) = pacemaker.Place();
        _entries.Add(new RecordedEntry(steps, at) { Verb = verb });
    }

    public async ValueTask<EngineResponse> HandleAsync(EngineRequest request, Func<ValueTask<EngineResponse>> answer)
    {
        RecordedEntry entry;
        int number;
        ValueTask<EngineResponse> answering;
        lock (turn)
        {
            (long steps, long at) = pacemaker.Place();
            entry = new RecordedEntry(steps, at) { Exchange = Exchange(request, at) };
            number = _entries.Count;
            _entries.Add(entry);
            answering = answer();
        }

        try
        {
            EngineResponse response = Buffered(await answering.ConfigureAwait(false));
            entry.Exchange = Answered(entry.Exchange, response);
            return response;
        }
        catch (OperationCanceledException)
        {
            lock (turn)
            {
                (long steps, long at) = pacemaker.Place();
                _entries.Add(new RecordedEntry(steps, at) { Abandons = number });
            }

            throw;
        }
    }

    public static InMemoryExchange Answered(InMemoryExchange exchange, EngineResponse response) => exchange with
    {
        Status = response.Status,
        AnswerHeaders = [.. response.Headers],
        AnswerBody = response.Body,
    };

    /// <summary>An answer whose body is bytes: a stream is read once.</summary>
    public static EngineResponse Buffered(EngineResponse response)
    {
        if (response.BodyStream is not { } stream)
        {
            return response;
        }

        using var bytes = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(bytes);
        }

        var buffered = new EngineResponse(response.Status, bytes.ToArray());
        buffered.Headers.AddRange(response.Headers);
        return buffered;
    }

    private static InMemoryExchange Exchange(EngineRequest request, long at) => new()
    {
        Time = new DateTimeOffset(at, TimeSpan.Zero),
        Method = request.Method,
        Uri = request.Uri,
        Headers = [.. request.Headers.Where(static h => !h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))],
        Body = request.Body.ToArray(),
    };
}
