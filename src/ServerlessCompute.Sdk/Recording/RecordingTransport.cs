using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Sends requests on, and keeps each with its answer in a folder, a file each in the order in which they were answered, without tokens, keys
/// and signatures. What it kept is played back by <see cref="ReplayTransport"/>, so that code can be tested against the real service's
/// answers. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var options = new ServerlessComputeClientOptions { Transport = new RecordingTransport(new HttpClientTransport(), "recordings/train") };
/// </code>
/// </example>
public sealed class RecordingTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _inner;
    private readonly string _folder;
    private readonly RecordingOptions _options;
    private readonly Sanitizer _sanitizer;
    private int _kept;

    /// <summary>Keeps what goes through a transport.</summary>
    /// <param name="inner">What sends the requests: <see cref="HttpClientTransport"/> for the cloud.</param>
    /// <param name="folder">Where the files come; made when it is not there.</param>
    /// <param name="options">What is kept; null for the defaults.</param>
    /// <exception cref="IOException">The folder holds recordings already: each is of one run.</exception>
    public RecordingTransport(HttpPipelineTransport inner, string folder, RecordingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _inner = inner;
        _folder = folder;
        _options = options ?? new RecordingOptions();
        _sanitizer = new Sanitizer(_options);
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFiles(folder, "*.json").Any())
        {
            throw new IOException($"The folder '{folder}' holds recordings already. Name an empty one, or remove them.");
        }
    }

    /// <inheritdoc/>
    public override Request CreateRequest() => _inner.CreateRequest();

    /// <inheritdoc/>
    public override void Process(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[] sent = Content(message);
        _inner.Process(message);
        Keep(message, sent, Buffer(message));
    }

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        byte[] sent = Content(message);
        await _inner.ProcessAsync(message).ConfigureAwait(false);
        Keep(message, sent, await BufferAsync(message).ConfigureAwait(false));
    }

    private void Keep(HttpMessage message, byte[] sent, byte[] answered)
    {
        Request request = message.Request;
        var exchange = new Exchange(
            request.Method.Method,
            _sanitizer.Clean(request.Uri.ToUri().AbsoluteUri),
            Clean(request.Headers),
            Clean(sent),
            message.Response.Status,
            Clean(message.Response.Headers),
            Clean(answered));
        string verb = request.Method.Method.ToLowerInvariant();
        string file = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _kept):00000}-{verb}-{Title(request.Uri.Path)}.json");
        File.WriteAllBytes(Path.Combine(_folder, file), exchange.Write());
    }

    /// <summary>The last names of a path, as far as they may stand in the name of a file.</summary>
    private static string Title(string path)
    {
        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).TakeLast(2).Where(part => part.Length <= 40)];
        return string.Concat(string.Join('-', parts).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));
    }

    private KeyValuePair<string, string>[] Clean(IEnumerable<HttpHeader> headers) =>
        [.. headers.Where(header => !Sanitizer.IsSecret(header.Name)).Select(header => KeyValuePair.Create(header.Name, _sanitizer.Clean(header.Value)))];

    private byte[] Clean(byte[] body)
    {
        if (body.Length > _options.MaxBodyBytes)
        {
            return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"({body.Length} bytes are not kept)"));
        }

        try
        {
            return Encoding.UTF8.GetBytes(_sanitizer.Clean(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body)));
        }
        catch (DecoderFallbackException)
        {
            return body;
        }
    }

    private static byte[] Content(HttpMessage message)
    {
        if (message.Request.Content is not { } content)
        {
            return [];
        }

        using var buffer = new MemoryStream();
        content.WriteTo(buffer, message.CancellationToken);
        return buffer.ToArray();
    }

    private static byte[] Buffer(HttpMessage message)
    {
        using var buffer = new MemoryStream();
        message.Response.ContentStream?.CopyTo(buffer);
        return Replace(message.Response, buffer.ToArray());
    }

    private static async Task<byte[]> BufferAsync(HttpMessage message)
    {
        using var buffer = new MemoryStream();
        if (message.Response.ContentStream is { } stream)
        {
            await stream.CopyToAsync(buffer, message.CancellationToken).ConfigureAwait(false);
        }

        return Replace(message.Response, buffer.ToArray());
    }

    private static byte[] Replace(Azure.Response response, byte[] body)
    {
        response.ContentStream?.Dispose();
        response.ContentStream = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);
        return body;
    }
}
