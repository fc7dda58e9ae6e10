namespace ServerlessCompute;

/// <summary>The value of an environment variable of a job, made from a string by itself. Immutable.</summary>
/// <remarks>Equal when the value is equal; whether it is a secret does not count, since the service does not keep that.</remarks>
public sealed record EnvironmentValue
{
    internal EnvironmentValue(string value, bool isSecret)
    {
        Value = value;
        IsSecret = isSecret;
    }

    /// <summary>The value as the job sees it.</summary>
    public string Value { get; }

    /// <summary>Whether the value is shown as stars. Made by <see cref="Secret.Of"/>.</summary>
    public bool IsSecret { get; }

    /// <summary>Takes a value that may be shown.</summary>
    public static implicit operator EnvironmentValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new EnvironmentValue(value, isSecret: false);
    }

    /// <inheritdoc/>
    public bool Equals(EnvironmentValue? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The value, or stars for a secret.</summary>
    public override string ToString() => IsSecret ? "***" : Value;
}
