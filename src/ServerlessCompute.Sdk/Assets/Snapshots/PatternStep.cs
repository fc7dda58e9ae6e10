namespace ServerlessCompute;

/// <summary>One instruction of a compiled ignore pattern: take a character, take any number of them, or pass over an optional part.</summary>
/// <param name="Takes">The characters taken; null for <see cref="Optional"/>.</param>
/// <param name="Repeats">Whether the step may be taken again and again, or not at all.</param>
/// <param name="Length">How many of the following steps the optional part has; 0 for a step that takes characters.</param>
internal readonly record struct PatternStep(RuneSet? Takes, bool Repeats, int Length)
{
    public static PatternStep One(RuneSet takes) => new(takes, Repeats: false, Length: 0);

    public static PatternStep Many(RuneSet takes) => new(takes, Repeats: true, Length: 0);

    /// <summary>The next <paramref name="length"/> steps may be left out together.</summary>
    public static PatternStep Optional(int length) => new(Takes: null, Repeats: false, length);
}
