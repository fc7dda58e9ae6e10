using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Walks over the members of a JSON object's bytes: <c>foreach (JsonMember member in …)</c>.</summary>
internal ref struct JsonMembers
{
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _json = json;
        if (!JsonScan.IsNullOrAbsent(json))
        {
            _reader = new Utf8JsonReader(json);
            _reader.Read();
        }
    }

    public JsonMember Current { get; private set; }

    public readonly JsonMembers GetEnumerator() => this;

    public bool MoveNext()
    {
        if (JsonScan.IsNullOrAbsent(_json) || !_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        string name = _reader.GetString()!;
        _reader.Read();
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        Current = new JsonMember(name, _json[start..(int)_reader.BytesConsumed]);
        return true;
    }
}
