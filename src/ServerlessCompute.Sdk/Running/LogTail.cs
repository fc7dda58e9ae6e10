using System.Globalization;
using System.Text;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Reads the last lines of a run's logs, for the exception of a job that failed.</summary>
internal static class LogTail
{
    private const int Bytes = 16 << 10;

    /// <summary>The last lines of the main log, or of the log that was written last when there are several; empty when none can be read.</summary>
    public static async Task<ValueList<string>> ReadAsync(ServiceConnection connection, RunDetails details, int lines, CancellationToken cancellationToken)
    {
        foreach ((_, Uri url) in RunLogs.OfUser(details))
        {
            string[] tail = await ReadAsync(connection, url, lines, cancellationToken).ConfigureAwait(false);
            if (tail.Length > 0)
            {
                return tail;
            }
        }

        return ValueList<string>.Empty;
    }

    private static async Task<string[]> ReadAsync(ServiceConnection connection, Uri url, int lines, CancellationToken cancellationToken)
    {
        long length = await LengthAsync(connection, url, cancellationToken).ConfigureAwait(false);
        if (length == 0)
        {
            return [];
        }

        using HttpMessage message = connection.CreateAnonymousMessage(url, isPatient: true);
        long start = Math.Max(0, length - Bytes);
        message.Request.Headers.SetValue("x-ms-range", string.Create(CultureInfo.InvariantCulture, $"bytes={start}-{length - 1}"));
        Response response = await connection.SendAnonymousAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.IsError)
        {
            return [];
        }

        string[] all = Encoding.UTF8.GetString(response.Content.ToMemory().Span).TrimEnd('\n', '\r').Split('\n');
        IEnumerable<string> whole = start > 0 && all.Length > 1 ? all.Skip(1) : all;
        return [.. whole.Select(line => line.TrimEnd('\r')).TakeLast(lines)];
    }

    /// <summary>The log's length, read from the answer to its first byte; 0 when there is nothing to read.</summary>
    private static async Task<long> LengthAsync(ServiceConnection connection, Uri url, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateAnonymousMessage(url, isPatient: true);
        message.Request.Headers.SetValue("x-ms-range", "bytes=0-0");
        Response response = await connection.SendAnonymousAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status == 206
            && response.Headers.TryGetValue("Content-Range", out string? range)
            && long.TryParse(range.AsSpan(range.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : 0;
    }
}
