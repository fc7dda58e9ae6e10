using System.Text;

namespace ServerlessCompute;

/// <summary>The characters that one step of an ignore pattern takes.</summary>
internal sealed class RuneSet
{
    private readonly (int First, int Last)[] _ranges;
    private readonly bool _negated;

    private RuneSet(bool negated, params (int First, int Last)[] ranges)
    {
        _negated = negated;
        _ranges = ranges;
    }

    /// <summary>Every character, the slash too.</summary>
    public static RuneSet Any { get; } = new(negated: true);

    /// <summary>Every character but the slash.</summary>
    public static RuneSet InName { get; } = new(negated: true, ('/', '/'));

    public static RuneSet Slash { get; } = new(negated: false, ('/', '/'));

    public static RuneSet Only(Rune rune) => new(negated: false, (rune.Value, rune.Value));

    /// <summary>
    /// What stands between the brackets of a class. A hyphen between two characters is a range, at an end it is itself; a backslash
    /// is itself. A negated class takes the slash as well: the reference client's patterns do.
    /// </summary>
    /// <exception cref="FormatException">A range runs backwards.</exception>
    public static RuneSet Class(bool negated, ReadOnlySpan<Rune> content)
    {
        var ranges = new List<(int, int)>();
        for (int i = 0; i < content.Length; i++)
        {
            Rune first = content[i];
            Rune last = first;
            if (i + 2 < content.Length && content[i + 1].Value == '-')
            {
                last = content[i += 2];
            }

            if (last < first)
            {
                throw new FormatException($"the range '{first}-{last}' runs backwards");
            }

            ranges.Add((first.Value, last.Value));
        }

        return new RuneSet(negated, [.. ranges]);
    }

    public bool Contains(Rune rune)
    {
        foreach ((int first, int last) in _ranges)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return !_negated;
            }
        }

        return _negated;
    }
}
