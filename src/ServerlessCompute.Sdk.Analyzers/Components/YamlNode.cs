namespace ServerlessCompute;

/// <summary>A value of a YAML document: a text, a list or a map, and where it stands.</summary>
internal sealed class YamlNode(int line, int column)
{
    /// <summary>The line, counted from 0.</summary>
    public int Line { get; } = line;

    /// <summary>The column, counted from 0.</summary>
    public int Column { get; } = column;

    /// <summary>The line of the key that it stands behind; its own when there is none.</summary>
    public int KeyLine { get; private set; } = line;

    /// <summary>The column of the key that it stands behind; its own when there is none.</summary>
    public int KeyColumn { get; private set; } = column;

    /// <summary>The text; null for a list, a map, and for nothing at all.</summary>
    public string? Text { get; set; }

    /// <summary>Whether the text stands in quotes, and is a text whatever it looks like.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>The items of a list; null for anything else.</summary>
    public List<YamlNode>? Items { get; set; }

    /// <summary>The entries of a map, in order; null for anything else.</summary>
    public List<KeyValuePair<string, YamlNode>>? Entries { get; set; }

    /// <summary>Says which key it stands behind.</summary>
    public YamlNode Behind(int keyLine, int keyColumn)
    {
        KeyLine = keyLine;
        KeyColumn = keyColumn;
        return this;
    }

    /// <summary>Whether there is nothing.</summary>
    public bool IsNull => Items is null && Entries is null && (Text is null || (!IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL"));

    /// <summary>The value of a key; null when the map has none, or when this is no map.</summary>
    public YamlNode? this[string key] => Entries?.FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>The text of a key; null when there is none.</summary>
    public string? TextOf(string key) => this[key] is { IsNull: false, Text: { } text } ? text : null;
}
