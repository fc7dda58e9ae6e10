namespace ServerlessCompute;

/// <summary>
/// One line of an ignore file, compiled. The rules are those of the reference client, which keeps the wildmatch of the pathspec
/// project as it was in 2022: git's syntax, but each file is judged by itself, and an ignored folder does not bind what is beneath it.
/// </summary>
/// <param name="Program">What the line matches.</param>
/// <param name="Negated">Whether the line takes files back in.</param>
internal sealed record IgnorePattern(PatternProgram Program, bool Negated)
{
    private const string AnyDepth = "**";

    /// <summary>Compiles one line.</summary>
    /// <returns>Null for a line that does nothing: empty, a comment, or a lone slash.</returns>
    /// <exception cref="FormatException">The line is no pattern; the message completes "Line 3 cannot be understood: …".</exception>
    public static IgnorePattern? Parse(string line)
    {
        string text = Strip(line);
        if (text.Length == 0 || text[0] == '#' || text is "/")
        {
            return null;
        }

        bool negated = text[0] == '!';
        List<string> segments = Segments(negated ? text[1..] : text, out bool everythingInFolders);
        if (segments.Count == 0)
        {
            throw new FormatException("a '!' takes a pattern behind it");
        }

        return new IgnorePattern(new PatternProgram(everythingInFolders ? EverythingInFolders() : Compile(segments)), negated);
    }

    /// <summary>Blanks around a pattern do not count, except one that a backslash keeps at the end.</summary>
    private static string Strip(string line)
    {
        int start = 0;
        int end = line.Length;
        while (start < end && IsBlank(line[start]))
        {
            start++;
        }

        while (end > start && IsBlank(line[end - 1]))
        {
            end--;
        }

        int backslashes = end - start - line.AsSpan(start, end - start).TrimEnd('\\').Length;
        return line[start..(backslashes % 2 == 1 && end < line.Length ? end + 1 : end)];
    }

    /// <summary>As Python sees blanks, who counts the four separators of ASCII among them.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    private static List<string> Segments(string pattern, out bool everythingInFolders)
    {
        List<string> segments = [.. pattern.Split('/')];
        for (int i = segments.Count - 1; i > 0; i--)
        {
            if (segments[i] is AnyDepth && segments[i - 1] is AnyDepth)
            {
                segments.RemoveAt(i);
            }
        }

        everythingInFolders = segments is [AnyDepth, ""];
        if (segments[0].Length == 0)
        {
            segments.RemoveAt(0);
        }
        else if (segments is [not AnyDepth] or [not AnyDepth, ""])
        {
            segments.Insert(0, AnyDepth);
        }

        if (segments is [_, .., ""])
        {
            segments[^1] = AnyDepth;
        }

        return segments;
    }

    /// <summary><c>**/</c> alone: all files but those of the root folder.</summary>
    private static PatternStep[] EverythingInFolders() =>
        [PatternStep.One(RuneSet.Any), PatternStep.Many(RuneSet.Any), PatternStep.One(RuneSet.Slash), PatternStep.Many(RuneSet.Any)];

    private static List<PatternStep> Compile(List<string> segments)
    {
        var steps = new List<PatternStep>();
        bool needsSlash = false;
        for (int i = 0; i < segments.Count; i++)
        {
            bool isLast = i == segments.Count - 1;
            if (segments[i] is AnyDepth)
            {
                AddAnyDepth(steps, isFirst: i == 0, isLast);
                needsSlash = i > 0;
                continue;
            }

            if (needsSlash)
            {
                steps.Add(PatternStep.One(RuneSet.Slash));
            }

            GlobSegment.Compile(segments[i], steps);
            needsSlash = true;
            if (isLast)
            {
                // The name of a folder stands for everything in it.
                steps.AddRange([PatternStep.Optional(2), PatternStep.One(RuneSet.Slash), PatternStep.Many(RuneSet.Any)]);
            }
        }

        return steps;
    }

    private static void AddAnyDepth(List<PatternStep> steps, bool isFirst, bool isLast) => steps.AddRange((isFirst, isLast) switch
    {
        (true, true) => [PatternStep.One(RuneSet.Any), PatternStep.Many(RuneSet.Any)],
        (true, false) => [PatternStep.Optional(3), PatternStep.One(RuneSet.Any), PatternStep.Many(RuneSet.Any), PatternStep.One(RuneSet.Slash)],
        (false, true) => [PatternStep.One(RuneSet.Slash), PatternStep.Many(RuneSet.Any)],
        (false, false) => [PatternStep.Optional(3), PatternStep.One(RuneSet.Slash), PatternStep.One(RuneSet.Any), PatternStep.Many(RuneSet.Any)],
    });
}
