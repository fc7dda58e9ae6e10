using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Reads HTTP/1.1 requests from a connection: heads of limited size, bodies with a length or in chunks.</summary>
internal sealed class LoopbackReader(Stream stream)
{
    private const int MaxHeadBytes = 32 * 1024;
    private const int MaxBodyBytes = 256 * 1024 * 1024;
    private const int FirstBodyBytes = 64 * 1024;

    private readonly byte[] _buffer = new byte[MaxHeadBytes];
    private int _start;
    private int _end;

    /// <summary>The next request's head, or null when the client has closed the connection.</summary>
    /// <exception cref="LoopbackException">It is not HTTP/1.1, or too large.</exception>
    public async Task<LoopbackRequest?> ReadHeadAsync(CancellationToken stop)
    {
        string? line;
        do
        {
            line = await ReadLineAsync(stop).ConfigureAwait(false);
        }
        while (line is { Length: 0 });

        if (line is null)
        {
            return null;
        }

        string[] parts = line.Split(' ');
        if (parts is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1" or "HTTP/1.0"])
        {
            throw new LoopbackException(400, "This is not an HTTP/1.1 request.");
        }

        Dictionary<string, string> headers = await ReadHeadersAsync(stop).ConfigureAwait(false);
        bool close = headers.TryGetValue("Connection", out string? connection) && connection.Contains("close", StringComparison.OrdinalIgnoreCase);
        (string path, string query) = Split(target);
        return new LoopbackRequest(method, path, query, parts[2] is "HTTP/1.1" && !close, headers) { BodyLength = BodyLength(headers) };
    }

    /// <summary>The request's body.</summary>
    /// <exception cref="LoopbackException">It is malformed, too large or cut short.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync(LoopbackRequest request, CancellationToken stop)
    {
        if (request.BodyLength == 0)
        {
            return default;
        }

        // Grows with what arrives, whatever the client announces.
        using var body = new MemoryStream((int)Math.Clamp(request.BodyLength, 0, FirstBodyBytes));
        if (request.BodyLength > 0)
        {
            await CopyAsync(body, request.BodyLength, stop).ConfigureAwait(false);
        }
        else
        {
            await CopyChunksAsync(body, stop).ConfigureAwait(false);
        }

        // An uploaded artifact is kept as it is handed on, so it must not hold much more than its bytes.
        return body.Length < body.Capacity / 4 * 3 ? body.ToArray() : body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private async Task CopyChunksAsync(MemoryStream body, CancellationToken stop)
    {
        while (true)
        {
            string line = await ReadLineAsync(stop).ConfigureAwait(false) ?? throw CutShort();
            ReadOnlySpan<char> size = line.AsSpan();
            int extension = size.IndexOf(';');
            if (!int.TryParse(extension < 0 ? size : size[..extension].TrimEnd(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
            {
                throw new LoopbackException(400, "A chunk's size is not a hexadecimal number.");
            }

            if (length == 0)
            {
                _ = await ReadHeadersAsync(stop).ConfigureAwait(false);
                return;
            }

            await CopyAsync(body, length, stop).ConfigureAwait(false);
            if (await ReadLineAsync(stop).ConfigureAwait(false) is not { Length: 0 })
            {
                throw new LoopbackException(400, "A chunk is longer than it says.");
            }
        }
    }

    private async Task CopyAsync(MemoryStream body, long length, CancellationToken stop)
    {
        if (body.Length + length > MaxBodyBytes)
        {
            throw TooLarge();
        }

        while (length > 0)
        {
            if (_start == _end && !await FillAsync(stop).ConfigureAwait(false))
            {
                throw CutShort();
            }

            int part = (int)Math.Min(length, _end - _start);
            body.Write(_buffer, _start, part);
            _start += part;
            length -= part;
        }
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken stop)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int total = 0;
        while (await ReadLineAsync(stop).ConfigureAwait(false) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            total += line.Length;
            if (colon <= 0 || total > MaxHeadBytes)
            {
                throw colon <= 0 ? new LoopbackException(400, "A header has no name.") : new LoopbackException(431, "The headers are too long.");
            }

            string name = line[..colon];
            string value = line[(colon + 1)..].Trim();
            headers[name] = headers.TryGetValue(name, out string? earlier) ? $"{earlier}, {value}" : value;
        }

        return headers;
    }

    private async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        for (int searched = _start; ;)
        {
            int newline = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                int end = searched + newline;
                string line = Encoding.Latin1.GetString(_buffer, _start, end - _start).TrimEnd('\r');
                _start = end + 1;
                return line;
            }

            int length = _end - _start;
            if (length == _buffer.Length)
            {
                throw new LoopbackException(431, "The request's line or a header is too long.");
            }

            if (!await FillAsync(stop).ConfigureAwait(false))
            {
                return length == 0 ? null : throw CutShort();
            }

            searched = _start + length;
        }
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int read = await stream.ReadAsync(_buffer.AsMemory(_end), stop).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    private static long BodyLength(Dictionary<string, string> headers)
    {
        if (headers.TryGetValue("Transfer-Encoding", out string? encoding))
        {
            return encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase) && !headers.ContainsKey("Content-Length")
                ? -1
                : throw new LoopbackException(400, "A body is either chunked or has a length.");
        }

        if (!headers.TryGetValue("Content-Length", out string? text))
        {
            return 0;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length <= MaxBodyBytes ? length : throw TooLarge()
            : throw new LoopbackException(400, "The Content-Length is not a number.");
    }

    // A client that believes to talk to a proxy sends the whole address.
    private static (string Path, string Query) Split(string target)
    {
        int scheme = target.StartsWith('/') ? -1 : target.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            int slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        int question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (target, "") : (target[..question], target[question..]);
    }

    private static LoopbackException CutShort() => new(400, "The request is cut short.");

    private static LoopbackException TooLarge() =>
        new(413, $"A request over {MaxBodyBytes >> 20} MiB is not taken. Write large files into ./outputs or a named output instead: they are kept when the job ends.");
}
