using System.Buffers;

namespace ServerlessCompute;

/// <summary>What bash does to a text that is put into a command line.</summary>
internal static class ShellText
{
    private static readonly SearchValues<char> _actOutsideQuotes = SearchValues.Create(" \t\r\n;&|<>$`\"'\\()*?[]{}");
    private static readonly SearchValues<char> _actInDoubleQuotes = SearchValues.Create("$`\"\\");

    /// <summary>Whether bash would split, expand or otherwise act on the text in such quotes; the NUL character means none.</summary>
    public static bool IsChanged(string text, char quote) => quote switch
    {
        '\'' => text.Contains('\'', StringComparison.Ordinal),
        '"' => text.AsSpan().ContainsAny(_actInDoubleQuotes),
        _ => text.AsSpan().ContainsAny(_actOutsideQuotes) || text[0] is '~' or '#',
    };
}
