using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A map that is being read. A name that comes twice keeps its last value, as JSON parsers do.</summary>
internal struct WireMap<T>
{
    /// <summary>Up to so many names, comparing each with each is cheaper than hashing them.</summary>
    private const int FewEntries = 16;

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

        return HasTwice(_entries) ? KeepLast(_entries) : new ValueMap<T>(_entries.ToArray());
    }

    private static bool HasTwice(List<KeyValuePair<string, T>> entries)
    {
        if (entries.Count > FewEntries)
        {
            var names = new HashSet<string>(entries.Count, StringComparer.Ordinal);
            return !entries.TrueForAll(entry => names.Add(entry.Key));
        }

        for (int i = 1; i < entries.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (entries[i].Key == entries[j].Key)
                {
                    return true;
                }
            }
        }

        return false;
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
