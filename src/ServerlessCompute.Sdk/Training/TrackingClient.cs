using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>MLflow's tracking REST for one run, with retries. Thread-safe.</summary>
internal sealed class TrackingClient(HttpMessageInvoker http, TrackingAddress address, string runId, string? token, TimeProvider time)
{
    private const int Attempts = 9;
    private const int MessageLength = 300;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(100);
    private volatile bool _down;

    public TrackingAddress Address => address;

    public string RunId => runId;

    /// <summary>Logs a batch.</summary>
    /// <exception cref="TrackingException">It was refused, or the service stayed out of reach.</exception>
    public async Task LogAsync(TrackingBatch batch, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = batch.ToJson(runId);
        using HttpResponseMessage response = await SendAsync(() => Json(HttpMethod.Post, $"{address.Root}/api/2.0/mlflow/runs/log-batch", body), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the run's artifacts are, in MLflow's words.</summary>
    /// <exception cref="TrackingException">It was refused, or the service stayed out of reach.</exception>
    public async Task<string> GetArtifactUriAsync(CancellationToken cancellationToken)
    {
        using JsonDocument run = await ReadAsync(
            () => Authorized(new HttpRequestMessage(HttpMethod.Get, $"{address.Root}/api/2.0/mlflow/runs/get?run_id={Uri.EscapeDataString(runId)}")),
            cancellationToken).ConfigureAwait(false);
        return run.RootElement.TryGetProperty("run", out JsonElement found) && found.TryGetProperty("info", out JsonElement info) && info.TryGetProperty("artifact_uri", out JsonElement uri)
            ? uri.GetString() ?? ""
            : "";
    }

    /// <summary>Sends a request and reads the JSON of the answer.</summary>
    /// <exception cref="TrackingException">It was refused, or the service stayed out of reach.</exception>
    public async Task<JsonDocument> ReadAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable ending = body.ConfigureAwait(false);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A request with a body of JSON and the run's token.</summary>
    public HttpRequestMessage Json(HttpMethod method, string uri, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Authorized(new HttpRequestMessage(method, uri) { Content = content });
    }

    /// <summary>The request with the run's token.</summary>
    public HttpRequestMessage Authorized(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    /// <summary>Sends a request until it is answered for good; a request cannot be sent twice, so each attempt makes its own.</summary>
    /// <exception cref="TrackingException">It was refused, or the service stayed out of reach.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> makeRequest, CancellationToken cancellationToken)
    {
        TimeSpan pause = _firstPause;
        for (int attempt = 1; ; attempt++)
        {
            // While the service is down, each further batch gets one chance only: training must end some day.
            bool last = attempt >= (_down ? 1 : Attempts);
            (HttpResponseMessage? response, string? fault) = await TryAsync(makeRequest, cancellationToken).ConfigureAwait(false);
            if (response is { IsSuccessStatusCode: true })
            {
                _down = false;
                return response;
            }

            if (response is not null && (last || !IsWorthAnotherTry(response.StatusCode)))
            {
                using (response)
                {
                    _down = IsWorthAnotherTry(response.StatusCode);
                    throw new TrackingException(await DescribeAsync(response, cancellationToken).ConfigureAwait(false), response.StatusCode);
                }
            }

            if (last)
            {
                _down = true;
                throw new TrackingException($"{new Uri(address.Root).Authority} cannot be reached: {fault}", null);
            }

            TimeSpan wait = response?.Headers.RetryAfter?.Delta is { } wanted && wanted > pause ? wanted : pause;
            response?.Dispose();
            await Task.Delay(wait < _longestPause ? wait : _longestPause, time, cancellationToken).ConfigureAwait(false);
            pause *= 2;
        }
    }

    private async Task<(HttpResponseMessage? Response, string? Fault)> TryAsync(Func<HttpRequestMessage> makeRequest, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = makeRequest();
        using var timeout = new CancellationTokenSource(_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return (await http.SendAsync(request, either.Token).ConfigureAwait(false), null);
        }
        catch (HttpRequestException e)
        {
            return (null, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"no answer within {_patience.TotalSeconds} seconds.");
        }
    }

    private static bool IsWorthAnotherTry(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using JsonDocument error = JsonDocument.Parse(text);
            if (error.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String)
            {
                text = message.GetString()!;
            }
        }
        catch (JsonException)
        {
            // A proxy's page, or nothing: the beginning of it will do.
        }

        string shown = text.Length > MessageLength ? text[..MessageLength] + "…" : text;
        return $"{(int)response.StatusCode} {response.ReasonPhrase}. {shown.ReplaceLineEndings(" ")}".Trim();
    }
}
