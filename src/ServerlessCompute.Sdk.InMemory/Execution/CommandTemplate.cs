using System.Text;

namespace ServerlessCompute;

/// <summary>Fills in a command: <c>${{inputs.x}}</c> and <c>${{outputs.x}}</c> with values, <c>$[[ … ]]</c> with its content when all its inputs are given, else with nothing.</summary>
internal static class CommandTemplate
{
    /// <summary>The command with its holes filled.</summary>
    /// <param name="command">The command as it was sent.</param>
    /// <param name="value">Gives the value of a hole such as <c>inputs.data</c>, or null.</param>
    /// <param name="missing">Gives what stands in place of a hole without a value outside of optional blocks; by default the hole itself.</param>
    public static string Render(string command, Func<string, string?> value, Func<string, string>? missing = null)
    {
        var text = new StringBuilder(command.Length);
        int at = 0;
        while (at < command.Length)
        {
            if (Enclosed(command, at, "$[[", "]]", out string optional, out int end))
            {
                bool given = FillHoles(optional, value, out string filled);
                text.Append(given ? filled : "");
                at = end;
            }
            else if (Enclosed(command, at, "${{", "}}", out string hole, out end))
            {
                text.Append(value(hole.Trim()) ?? missing?.Invoke(hole.Trim()) ?? command[at..end]);
                at = end;
            }
            else
            {
                text.Append(command[at++]);
            }
        }

        return text.ToString();
    }

    private static bool FillHoles(string text, Func<string, string?> value, out string filled)
    {
        bool all = true;
        filled = Render(text, hole =>
        {
            string? found = value(hole);
            all &= found is not null;
            return found;
        });
        return all;
    }

    private static bool Enclosed(string text, int at, string open, string close, out string content, out int end)
    {
        (content, end) = ("", at);
        if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0)
        {
            return false;
        }

        int start = at + open.Length;
        int closing = text.IndexOf(close, start, StringComparison.Ordinal);

        // A hole may end just before its block does: '$[[--x ${{inputs.x}}]]'.
        while (closing >= 0 && close == "]]" && text.LastIndexOf("${{", closing, closing - start + 1, StringComparison.Ordinal) is var hole && hole >= 0 && text.IndexOf("}}", hole, StringComparison.Ordinal) > closing)
        {
            closing = text.IndexOf(close, closing + 1, StringComparison.Ordinal);
        }

        if (closing < 0)
        {
            return false;
        }

        content = text[start..closing];
        end = closing + close.Length;
        return true;
    }
}
