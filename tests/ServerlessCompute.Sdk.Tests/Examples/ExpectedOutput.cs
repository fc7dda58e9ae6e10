using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// What a program is to print, with places for what differs from run to run: <c>{number}</c>, <c>{time}</c>, <c>{word}</c> and <c>{text}</c>
/// within a line, and a line <c>...</c> for any lines, or none.
/// </summary>
internal sealed partial class ExpectedOutput(string text)
{
    private readonly string[] _lines = Lines(text);

    /// <summary>What is wrong with the output, or null when it is as expected.</summary>
    public string? Mismatch(string output)
    {
        string actual = string.Join('\n', Lines(output));
        if (Matches(_lines, actual))
        {
            return null;
        }

        // The longest beginning that the output still follows says where it goes astray.
        int followed = Enumerable.Range(0, _lines.Length).Last(count => Matches([.. _lines.Take(count), "..."], actual));
        return followed == _lines.Length - 1 && Matches([.. _lines, "..."], actual)
            ? "More was printed than is expected."
            : $"Line {followed + 1} of the expected output was not printed: {_lines[followed]}";
    }

    private static bool Matches(string[] lines, string actual) =>
        Regex.IsMatch(actual + "\n", $"^{string.Concat(lines.Select(Pattern))}$", RegexOptions.CultureInvariant);

    private static string Pattern(string line) => line == "..." ? "(.*\n)*?" : Regex.Escape(line)
        .Replace(@"\{number}", @"-?\d+(\.\d+)?([eE][+-]?\d+)?", StringComparison.Ordinal)
        .Replace(@"\{time}", @"\d+:\d\d(:\d\d(\.\d+)?)?", StringComparison.Ordinal)
        .Replace(@"\{word}", @"\S+", StringComparison.Ordinal)
        .Replace(@"\{text}", ".*", StringComparison.Ordinal) + "\n";

    private static string[] Lines(string text) =>
        [.. Colours().Replace(text, "").ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    // Build servers get coloured output from some programs.
    [GeneratedRegex(@"\u001B\[[0-9;]*m")]
    private static partial Regex Colours();
}
