namespace ServerlessCompute;

/// <summary>A whole number, or the service's own choice. Immutable; a number makes one by itself.</summary>
/// <example><code>job with { NCrossValidations = 5 }</code></example>
public sealed record AutoOrNumber : JobPart
{
    /// <summary>The service chooses.</summary>
    public static AutoOrNumber Auto { get; } = new();

    /// <summary>The number.</summary>
    /// <value>Null: the service chooses.</value>
    public int? Number { get; init; }

    /// <summary>Takes a number.</summary>
    public static implicit operator AutoOrNumber(int number) => new() { Number = number };

    /// <summary>The number, or <c>auto</c>.</summary>
    public override string ToString() => Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "auto";
}
