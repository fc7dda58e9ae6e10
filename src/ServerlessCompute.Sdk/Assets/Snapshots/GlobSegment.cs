using System.Text;

namespace ServerlessCompute;

/// <summary>What stands between two slashes of an ignore pattern, compiled to steps.</summary>
internal static class GlobSegment
{
    /// <exception cref="FormatException">A backslash with nothing behind it, or a range that runs backwards.</exception>
    public static void Compile(string segment, List<PatternStep> steps)
    {
        if (segment is "*")
        {
            steps.AddRange([PatternStep.One(RuneSet.InName), PatternStep.Many(RuneSet.InName)]);
            return;
        }

        Rune[] runes = [.. segment.EnumerateRunes()];
        for (int i = 0; i < runes.Length; i++)
        {
            switch (runes[i].Value)
            {
                case '\\' when i + 1 == runes.Length:
                    throw new FormatException("a backslash stands at its end; write '\\\\' for the character itself");
                case '\\':
                    steps.Add(PatternStep.One(RuneSet.Only(runes[++i])));
                    break;
                case '*':
                    steps.Add(PatternStep.Many(RuneSet.InName));
                    break;
                case '?':
                    steps.Add(PatternStep.One(RuneSet.InName));
                    break;
                case '[' when FindClose(runes, i + 1) is int close and >= 0:
                    bool negated = runes[i + 1].Value == '!';
                    int first = negated ? i + 2 : i + 1;
                    steps.Add(PatternStep.One(RuneSet.Class(negated, runes.AsSpan(first, close - first))));
                    i = close;
                    break;
                default:
                    steps.Add(PatternStep.One(RuneSet.Only(runes[i])));
                    break;
            }
        }
    }

    /// <summary>Where the class that begins at <paramref name="start"/> ends; a closing bracket in its first place is a member. -1 when it never does.</summary>
    private static int FindClose(Rune[] runes, int start)
    {
        int i = start;
        if (i < runes.Length && runes[i].Value == '!')
        {
            i++;
        }

        if (i < runes.Length && runes[i].Value == ']')
        {
            i++;
        }

        return Array.FindIndex(runes, Math.Min(i, runes.Length), r => r.Value == ']');
    }
}
