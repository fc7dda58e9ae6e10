using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A history as lines of a file: events as people read them, then what came from outside, one JSON object a line.</summary>
internal static class HistoryFile
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static IEnumerable<string> Write(InMemoryHistory history)
    {
        foreach (InMemoryEvent happened in history)
        {
            string detail = happened.Detail is null ? "" : " " + happened.Detail.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
            yield return string.Create(CultureInfo.InvariantCulture, $"{happened.Time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)} {happened.JobName} {happened.What}{detail}");
        }

        if (history.Record is { } record)
        {
            foreach (RecordedEntry entry in record.Entries)
            {
                yield return Encoding.UTF8.GetString(JsonBuffer.Write(entry, static (writer, e) => Write(writer, e)));
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"{{\"steps\":{record.Steps},\"at\":{record.At}}}");
        }
    }

    public static InMemoryHistory Read(IReadOnlyList<string> lines)
    {
        var events = new List<InMemoryEvent>();
        var entries = new List<RecordedEntry>();
        HistoryRecord? record = null;
        for (int i = 0; i < lines.Count; i++)
        {
            try
            {
                if (!lines[i].StartsWith('{'))
                {
                    events.Add(ReadEvent(lines[i]));
                    continue;
                }

                JsonElement line = JsonElement.Parse(lines[i]);
                if (line.EnumerateObject().Count() == 2)
                {
                    record = new HistoryRecord(entries, line.GetProperty("steps").GetInt64(), line.GetProperty("at").GetInt64());
                }
                else
                {
                    entries.Add(ReadEntry(line));
                }
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UriFormatException)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {i + 1} is not of a history: {e.Message}"), e);
            }
        }

        return new InMemoryHistory(events, record);
    }

    private static InMemoryEvent ReadEvent(string line)
    {
        string[] parts = line.Split(' ', 4);
        if (parts.Length < 3)
        {
            throw new FormatException("an event has a time, a job and what happened.");
        }

        return new InMemoryEvent
        {
            Time = new DateTimeOffset(DateTime.ParseExact(parts[0], TimeForm, CultureInfo.InvariantCulture), TimeSpan.Zero),
            JobName = parts[1],
            What = parts[2],
            Detail = parts.Length == 4 ? Unescape(parts[3]) : null,
        };
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' || ++i == text.Length ? text[Math.Min(i, text.Length - 1)] : text[i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }

    private static void Write(Utf8JsonWriter writer, RecordedEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("steps"u8, entry.Steps);
        writer.WriteNumber("at"u8, entry.At);
        if (entry.Exchange is { } exchange)
        {
            writer.WriteString("method"u8, exchange.Method);
            writer.WriteString("uri"u8, exchange.Uri.AbsoluteUri);
            WriteHeaders(writer, "headers"u8, exchange.Headers);
            writer.WriteBase64String("body"u8, exchange.Body.Span);
            writer.WriteNumber("status"u8, exchange.Status);
            WriteHeaders(writer, "answerHeaders"u8, exchange.AnswerHeaders);
            writer.WriteBase64String("answerBody"u8, exchange.AnswerBody.Span);
        }
        else if (entry.Abandons is { } number)
        {
            writer.WriteNumber("abandons"u8, number);
        }
        else
        {
            writer.WriteStartArray("verb"u8);
            foreach (string word in entry.Verb!)
            {
                writer.WriteStringValue(word);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ValueList<KeyValuePair<string, string>> headers)
    {
        writer.WriteStartArray(name);
        foreach ((string header, string value) in headers)
        {
            writer.WriteStringValue(header);
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static RecordedEntry ReadEntry(JsonElement line)
    {
        var entry = new RecordedEntry(line.GetProperty("steps").GetInt64(), line.GetProperty("at").GetInt64());
        if (line.TryGetProperty("verb", out JsonElement verb))
        {
            return entry with { Verb = [.. verb.EnumerateArray().Select(static w => w.GetString()!)] };
        }

        if (line.TryGetProperty("abandons", out JsonElement number))
        {
            return entry with { Abandons = number.GetInt32() };
        }

        return entry with
        {
            Exchange = new InMemoryExchange
            {
                Time = new DateTimeOffset(entry.At, TimeSpan.Zero),
                Method = line.GetProperty("method").GetString()!,
                Uri = new Uri(line.GetProperty("uri").GetString()!),
                Headers = ReadHeaders(line.GetProperty("headers")),
                Body = line.GetProperty("body").GetBytesFromBase64(),
                Status = line.GetProperty("status").GetInt32(),
                AnswerHeaders = ReadHeaders(line.GetProperty("answerHeaders")),
                AnswerBody = line.GetProperty("answerBody").GetBytesFromBase64(),
            },
        };
    }

    private static ValueList<KeyValuePair<string, string>> ReadHeaders(JsonElement headers)
    {
        string[] words = [.. headers.EnumerateArray().Select(static w => w.GetString()!)];
        return [.. words.Chunk(2).Select(static pair => KeyValuePair.Create(pair[0], pair[1]))];
    }
}
