using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A map that is being read. A name that comes twice keeps its last value, as JSON parsers do.</summary>
internal struct WireMap<T>
{
    private List<KeyValuePair<string, T>>? _entries;

    /// <summary>Reads the member at hand as an entry, unless its value is <c>null</c>.</summary>
    public void Read(ref Utf8JsonReader reader, WireRead<T> read)
    {
        string name = reader.GetString()!;
        reader.Read();
        if (reader.TokenType != JsonTokenType.Null)
        {
            Add(name, read(ref reader));
        }
    }

    public void Add(string name, T value) => (_entries ??= []).Add(new(name, value));

    public readonly ValueMap<T> ToMap()
    {
        if (_entries is null)
        {
            return ValueMap<T>.Empty;
        }

        var seen = new HashSet<string>(_entries.Count, StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> entry in _entries)
        {
            if (!seen.Add(entry.Key))
            {
                return KeepLast(_entries);
            }
        }

        return new ValueMap<T>(_entries.ToArray());
    }

    private static ValueMap<T> KeepLast(List<KeyValuePair<string, T>> entries)
    {
        var last = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> entry in entries)
        {
            last[entry.Key] = entry.Value;
        }

        return ValueMap.From(last);
    }
}
