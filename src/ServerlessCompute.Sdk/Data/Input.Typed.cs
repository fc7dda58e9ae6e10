namespace ServerlessCompute;

/// <summary>
/// A literal input with its C# type, made from a value by itself: <c>Input&lt;double&gt; learningRate = 0.01;</c>. In the command's
/// hole it is named by its variable.
/// </summary>
/// <typeparam name="T">A text, a number or a truth value.</typeparam>
public sealed record Input<T> : Input
{
    private readonly LiteralInput _plain;

    /// <summary>Takes the value.</summary>
    /// <exception cref="ArgumentException">The value is no text, number or truth value.</exception>
    public Input(T value)
    {
        string text = LiteralFormat.TryFormat(value)
            ?? throw new ArgumentException($"A literal input is a text, a number or a truth value, not {typeof(T).Name}. For data use Input.UriFile or Input.UriFolder.", nameof(value));
        Value = value;
        _plain = new LiteralInput { Value = text, WrittenAs = LiteralFormat.TypeOf(value) };
    }

    /// <summary>The value.</summary>
    public T Value { get; }

    internal override Input Plain =>
        Description is null && AdditionalProperties.Count == 0
            ? _plain
            : _plain with { Description = Description, AdditionalProperties = AdditionalProperties };

    /// <summary>Takes the value.</summary>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>Says that an input was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForInput($"literal {_plain.Value}");
}
