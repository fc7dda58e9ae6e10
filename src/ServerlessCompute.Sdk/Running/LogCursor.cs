using System.Globalization;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Reads one log of a run from where it was left, so that no line is lost or told twice.</summary>
internal sealed class LogCursor(ServiceConnection connection, bool isPatient = false)
{
    private const int ChunkBytes = 4 << 20;

    private readonly LogLines _lines = new();
    private long _offset;

    /// <summary>Reads up to a chunk of what is new. False when there was nothing new.</summary>
    /// <param name="url">The log's address, with its own permission.</param>
    /// <param name="lines">Where whole lines are added.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<bool> ReadAsync(Uri url, List<string> lines, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateAnonymousMessage(url, isPatient);
        message.Request.Headers.SetValue("x-ms-range", string.Create(CultureInfo.InvariantCulture, $"bytes={_offset}-{_offset + ChunkBytes - 1}"));
        Response response = await connection.SendAnonymousAsync(message, cancellationToken).ConfigureAwait(false);
        switch (response.Status)
        {
            case 206:
                Take(response.Content.ToMemory().Span, lines);
                return true;
            case 200:
                // A store that ignores ranges sends the whole log again.
                ReadOnlySpan<byte> all = response.Content.ToMemory().Span;
                if (all.Length <= _offset)
                {
                    return false;
                }

                Take(all[(int)_offset..], lines);
                return true;
            case 404 or 416:
                return false;
            default:
                throw ServiceErrors.ToException(response);
        }
    }

    /// <summary>Adds the last line, if it has no end.</summary>
    public void Finish(List<string> lines) => _lines.Finish(lines);

    private void Take(ReadOnlySpan<byte> bytes, List<string> lines)
    {
        _offset += bytes.Length;
        _lines.Add(bytes, lines);
    }
}
