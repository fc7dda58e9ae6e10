using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>
/// An immutable map from names to values that compares by content: two maps with the same entries are equal, whatever their order.
/// The order in which entries were given is kept when the map is read. Thread-safe.
/// </summary>
/// <typeparam name="T">What the names stand for.</typeparam>
/// <example>
/// <code>
/// job with { Tags = new Dictionary&lt;string, string&gt; { ["team"] = "vision" } }
/// job with { Tags = [new("team", "vision")] }
/// </code>
/// </example>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
[TypeFormatterSource]
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    private const int IndexThreshold = 16;

    private readonly KeyValuePair<string, T>[] _entries;
    private readonly Dictionary<string, int>? _index;

    internal ValueMap(KeyValuePair<string, T>[] entries)
    {
        _entries = entries;
        if (entries.Length > IndexThreshold)
        {
            _index = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        }

        for (int i = 0; i < entries.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(entries[i].Key, nameof(entries));
            bool isNew = _index is null ? IndexOf(entries[i].Key, i) < 0 : _index.TryAdd(entries[i].Key, i);
            if (!isNew)
            {
                throw new ArgumentException($"The name '{entries[i].Key}' is there twice. Give each name once.", nameof(entries));
            }
        }
    }

    /// <summary>The map with no entries.</summary>
    public static ValueMap<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    internal ReadOnlySpan<KeyValuePair<string, T>> Entries => _entries;

    /// <summary>The value of that name.</summary>
    /// <exception cref="KeyNotFoundException">The map has no such name.</exception>
    public T this[string key] => TryGetValue(key, out T? value)
        ? value
        : throw new KeyNotFoundException($"There is no '{key}' here. The names are: {(Count == 0 ? "none" : string.Join(", ", Keys))}.");

    /// <summary>Takes a dictionary as it is now; later changes of the dictionary do not show.</summary>
    public static implicit operator ValueMap<T>(Dictionary<string, T> entries) => ValueMap.From(entries);

    /// <summary>Whether both maps hold equal entries.</summary>
    public static bool operator ==(ValueMap<T>? left, ValueMap<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the maps differ in an entry.</summary>
    public static bool operator !=(ValueMap<T>? left, ValueMap<T>? right) => !(left == right);

    /// <summary>This map with one entry added or replaced.</summary>
    public ValueMap<T> With(string name, T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int at = IndexOf(name);
        var entries = new KeyValuePair<string, T>[at < 0 ? Count + 1 : Count];
        _entries.CopyTo(entries, 0);
        entries[at < 0 ? Count : at] = new(name, value);
        return new ValueMap<T>(entries);
    }

    /// <summary>This map without that name; the same map when it is not there.</summary>
    public ValueMap<T> Without(string name) =>
        IndexOf(name) < 0 ? this : new ValueMap<T>(Array.FindAll(_entries, entry => entry.Key != name));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        int at = IndexOf(key);
        value = at < 0 ? default : _entries[at].Value;
        return at >= 0;
    }

    /// <inheritdoc/>
    public bool Equals(ValueMap<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (KeyValuePair<string, T> entry in _entries)
        {
            if (!other.TryGetValue(entry.Key, out T? value) || !EqualityComparer<T>.Default.Equals(entry.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (KeyValuePair<string, T> entry in _entries)
        {
            hash ^= HashCode.Combine(entry.Key, entry.Value);
        }

        return hash;
    }

    /// <summary>The entries as <c>{ a = 1, b = 2 }</c>.</summary>
    public override string ToString() =>
        Count == 0 ? "{ }" : $"{{ {string.Join(", ", _entries.Select(entry => $"{entry.Key} = {entry.Value}"))} }}";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _index is null ? IndexOf(name, _entries.Length) : _index.GetValueOrDefault(name, -1);
    }

    private int IndexOf(string name, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_entries[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }
}
