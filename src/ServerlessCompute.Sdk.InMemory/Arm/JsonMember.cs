namespace ServerlessCompute;

/// <summary>A member of a JSON object: its name and the bytes of its value.</summary>
internal readonly ref struct JsonMember(string name, ReadOnlySpan<byte> value)
{
    public string Name { get; } = name;

    public ReadOnlySpan<byte> Value { get; } = value;
}
