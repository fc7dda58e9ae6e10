namespace ServerlessCompute;

/// <summary>Plays a record to a fresh service.</summary>
internal sealed class HistoryPlayer(InMemoryServerless fresh, HistoryRecord record)
{
    private readonly Dictionary<int, Playing> _playing = [];

    /// <summary>Sends everything, and tells the first answer that is not the same.</summary>
    public async Task<HistoryDifference?> PlayAsync(CancellationToken cancellationToken)
    {
        Pacemaker pacemaker = fresh.Engine.Pacemaker;
        for (int i = 0; i < record.Entries.Count; i++)
        {
            RecordedEntry entry = record.Entries[i];
            await pacemaker.ReplayToAsync(entry.Steps, entry.At, cancellationToken).ConfigureAwait(false);
            if (entry.Exchange is { } exchange)
            {
                var abort = new CancellationTokenSource();
                _playing.Add(i, new Playing(exchange, abort, SendAsync(exchange, abort.Token)));
            }
            else if (entry.Abandons is { } number)
            {
                await _playing[number].Abort.CancelAsync().ConfigureAwait(false);
            }
            else
            {
                RecordedVerbs.Play(fresh, entry.Verb!);
            }
        }

        await pacemaker.ReplayToAsync(record.Steps, record.At, cancellationToken).ConfigureAwait(false);
        HistoryDifference? first = null;
        int index = 0;
        foreach ((InMemoryExchange exchange, CancellationTokenSource abort, Task<InMemoryExchange> sent) in _playing.Values)
        {
            // Whoever was not answered when the record was read is not waited for.
            InMemoryExchange again = exchange.Status == 0 && !sent.IsCompleted ? exchange : await sent.WaitAsync(cancellationToken).ConfigureAwait(false);
            first ??= exchange.HasSameAnswer(again) ? null : new HistoryDifference { Index = index, First = Tell(exchange), Second = Tell(again) };
            index++;
            abort.Dispose();
        }

        return first;
    }

    private async Task<InMemoryExchange> SendAsync(InMemoryExchange exchange, CancellationToken abort)
    {
        var request = new EngineRequest(exchange.Method, exchange.Uri, [new("Authorization", "Bearer replay"), .. exchange.Headers], exchange.Body.ToArray());
        try
        {
            return Recorder.Answered(exchange, Recorder.Buffered(await fresh.Engine.FrontDesk.HandleAsync(request, abort).ConfigureAwait(false)));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return exchange with { Status = 0, AnswerHeaders = [], AnswerBody = default };
        }
    }

    private static string Tell(InMemoryExchange exchange) =>
        $"{exchange}\n{string.Join('\n', exchange.AnswerHeaders.Select(static h => $"  {h.Key}: {h.Value}"))}\n  {exchange.AnswerText}";

    private sealed record Playing(InMemoryExchange Exchange, CancellationTokenSource Abort, Task<InMemoryExchange> Sent);
}
