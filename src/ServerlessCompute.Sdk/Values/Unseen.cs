namespace ServerlessCompute;

/// <summary>What a noun remembers and is not: two nouns are equal whatever they remember.</summary>
/// <param name="value">What is remembered.</param>
internal readonly struct Unseen<T>(T value) : IEquatable<Unseen<T>>
{
    /// <summary>What is remembered.</summary>
    public T Value { get; } = value;

    public static implicit operator Unseen<T>(T value) => new(value);

    public bool Equals(Unseen<T> other) => true;

    public override bool Equals(object? obj) => obj is Unseen<T>;

    public override int GetHashCode() => 0;
}
