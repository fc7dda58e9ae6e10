using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Looks once a second whether the node is about to be taken, as Azure advises, and then cancels its token.</summary>
internal sealed class EvictionWatch : IDisposable
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);

    private readonly HttpMessageInvoker _http;
    private readonly Uri _document;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _evicted = new();
    private readonly CancellationTokenSource _stop = new();

    public EvictionWatch(HttpMessageInvoker http, Uri document, TimeProvider time)
    {
        _http = http;
        _document = document;
        _time = time;

        // The first look is not put off: whoever asks on a clock that skips would miss what happens meanwhile.
        _ = WatchAsync();
    }

    public CancellationToken Evicted => _evicted.Token;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        CancellationToken stop = _stop.Token;
        try
        {
            while (!await IsEvictedAsync(stop).ConfigureAwait(false))
            {
                await Task.Delay(_pace, _time, stop).ConfigureAwait(false);
            }

            _evicted.Cancel();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run was disposed.
        }
    }

    private async Task<bool> IsEvictedAsync(CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _document) { Headers = { { "Metadata", "true" } } };
            using HttpResponseMessage response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return false;
            }

            using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
            return document.RootElement.TryGetProperty("Events", out JsonElement events)
                && events.EnumerateArray().Any(static planned => planned.TryGetProperty("EventType", out JsonElement type) && type.ValueEquals("Preempt"));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // The document is not there on every node, and not at every moment: look again.
            return false;
        }
    }
}
