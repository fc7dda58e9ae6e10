using System.Numerics;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// A compiled ignore pattern, run over a path character by character while keeping the set of steps it may be at. No pattern can be
/// slow (time is path times pattern), and the set after <c>folder/</c> tells what is still possible beneath the folder, which is what
/// lets a walk leave an ignored folder unvisited.
/// </summary>
internal sealed class PatternProgram
{
    private const int WordsOnStack = 8;

    private readonly PatternStep[] _steps;
    private readonly int _words;

    public PatternProgram(IEnumerable<PatternStep> steps)
    {
        _steps = [.. steps];
        _words = (_steps.Length / 64) + 1;
    }

    /// <summary>The states before the first character.</summary>
    public ulong[] Start()
    {
        var states = new ulong[_words];
        Add(states, 0);
        return states;
    }

    /// <summary>The states after a folder's name and its slash; null when nothing beneath it can match.</summary>
    public ulong[]? Enter(ulong[] states, string folder)
    {
        var after = (ulong[])states.Clone();
        var spare = new ulong[_words];
        Run(after, spare, folder);
        Run(after, spare, "/");
        return IsDead(after) ? null : after;
    }

    /// <summary>Whether <paramref name="name"/>, read from these states on, completes a match.</summary>
    public bool Matches(ulong[] states, ReadOnlySpan<char> name)
    {
        Span<ulong> after = _words <= WordsOnStack ? stackalloc ulong[_words] : new ulong[_words];
        Span<ulong> spare = _words <= WordsOnStack ? stackalloc ulong[_words] : new ulong[_words];
        states.CopyTo(after);
        Run(after, spare, name);
        Close(after);
        return Holds(after, _steps.Length);
    }

    /// <summary>Whether the pattern matches whatever follows these states, if anything does.</summary>
    public bool MatchesAllThatFollows(ulong[] states)
    {
        int last = _steps.Length - 1;
        if (!_steps[last].Repeats || _steps[last].Takes != RuneSet.Any)
        {
            return false;
        }

        var closed = (ulong[])states.Clone();
        Close(closed);
        return Holds(closed, last);
    }

    private void Run(Span<ulong> states, Span<ulong> spare, ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsDead(states))
            {
                return;
            }

            spare.Clear();
            Take(states, rune, spare);
            spare.CopyTo(states);
        }
    }

    private void Take(Span<ulong> states, Rune rune, Span<ulong> next)
    {
        // Steps only lead forward, so one ascending pass also meets the states that it adds on its way.
        for (int state = NextState(states, 0); state < _steps.Length; state = NextState(states, state + 1))
        {
            Follow(states, state);
            if (_steps[state].Takes is { } takes && takes.Contains(rune))
            {
                Add(next, _steps[state].Repeats ? state : state + 1);
            }
        }
    }

    private void Close(Span<ulong> states)
    {
        for (int state = NextState(states, 0); state < _steps.Length; state = NextState(states, state + 1))
        {
            Follow(states, state);
        }
    }

    /// <summary>Adds the states that can be reached without taking a character.</summary>
    private void Follow(Span<ulong> states, int state)
    {
        PatternStep step = _steps[state];
        if (step.Takes is null)
        {
            Add(states, state + 1);
            Add(states, state + 1 + step.Length);
        }
        else if (step.Repeats)
        {
            Add(states, state + 1);
        }
    }

    /// <summary>The first state held at or after <paramref name="from"/>; the accepting one or beyond when there is none.</summary>
    private int NextState(Span<ulong> states, int from)
    {
        for (int word = from / 64; word < states.Length; word++)
        {
            ulong rest = states[word] & (word == from / 64 ? ulong.MaxValue << (from % 64) : ulong.MaxValue);
            if (rest != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return _steps.Length;
    }

    private static bool IsDead(ReadOnlySpan<ulong> states) => states.IndexOfAnyExcept(0UL) < 0;

    private static bool Holds(ReadOnlySpan<ulong> states, int state) => ((states[state / 64] >> (state % 64)) & 1) != 0;

    private static void Add(Span<ulong> states, int state) => states[state / 64] |= 1UL << (state % 64);
}
