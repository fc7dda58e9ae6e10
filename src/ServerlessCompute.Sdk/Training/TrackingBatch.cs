using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Entries that go in one <c>log-batch</c> call. MLflow takes 1000 in all, of them 100 parameters and 100 tags.</summary>
internal sealed class TrackingBatch
{
    private const int MaxEntries = 1000;
    private const int MaxOfAKind = 100;

    private readonly List<TrackingEntry> _entries;
    private int _parameters;
    private int _tags;

    public TrackingBatch() => _entries = [];

    private TrackingBatch(List<TrackingEntry> entries) => _entries = entries;

    public int Count => _entries.Count;

    /// <summary>What a message calls it.</summary>
    public string Description => Count == 1 ? $"'{_entries[0].Name}'" : $"'{_entries[0].Name}' and {Count - 1} more";

    /// <summary>Adds the entry unless the batch is full.</summary>
    public bool TryAdd(in TrackingEntry entry)
    {
        bool fits = _entries.Count < MaxEntries && entry.Kind switch
        {
            TrackingEntryKind.Parameter => _parameters++ < MaxOfAKind,
            TrackingEntryKind.Tag => _tags++ < MaxOfAKind,
            _ => true,
        };
        if (fits)
        {
            _entries.Add(entry);
        }

        return fits;
    }

    /// <summary>Two halves, in order.</summary>
    public (TrackingBatch First, TrackingBatch Second) Split() => (new(_entries[..(Count / 2)]), new(_entries[(Count / 2)..]));

    /// <summary>The call's body.</summary>
    public ReadOnlyMemory<byte> ToJson(string runId)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + (Count * 80));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("run_id", runId);
            WriteKind(json, "metrics", TrackingEntryKind.Metric);
            WriteKind(json, "params", TrackingEntryKind.Parameter);
            WriteKind(json, "tags", TrackingEntryKind.Tag);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteKind(Utf8JsonWriter json, string name, TrackingEntryKind kind)
    {
        json.WriteStartArray(name);
        foreach (TrackingEntry entry in _entries)
        {
            if (entry.Kind == kind)
            {
                json.WriteStartObject();
                json.WriteString("key", entry.Name);
                WriteValue(json, entry);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, in TrackingEntry entry)
    {
        if (entry.Kind != TrackingEntryKind.Metric)
        {
            json.WriteString("value", entry.Text);
            return;
        }

        // JSON has no such numbers; MLflow takes protobuf's words for them.
        if (double.IsFinite(entry.Number))
        {
            json.WriteNumber("value", entry.Number);
        }
        else
        {
            json.WriteString("value", double.IsNaN(entry.Number) ? "NaN" : entry.Number > 0 ? "Infinity" : "-Infinity");
        }

        json.WriteNumber("timestamp", entry.Timestamp);
        json.WriteNumber("step", entry.Step);
    }
}
