using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Fills <c>${{search_space.x}}</c> in a command, and leaves every other hole for the run itself.</summary>
internal static class SearchHoles
{
    private const string Open = "${{";
    private const string Prefix = "search_space.";

    public static string Fill(string command, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        int at = command.IndexOf(Open, StringComparison.Ordinal);
        while (at >= 0)
        {
            int end = command.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            string hole = command[(at + Open.Length)..end].Trim();
            string text = hole.StartsWith(Prefix, StringComparison.Ordinal) && values.FirstOrDefault(v => v.Key == hole[Prefix.Length..]).Value is { } json ? Plain(json) : command[at..(end + 2)];
            command = command[..at] + text + command[(end + 2)..];
            at = command.IndexOf(Open, at + text.Length, StringComparison.Ordinal);
        }

        return command;
    }

    /// <summary>A value as a command has it: a text without its quotes, true and false as Python writes them.</summary>
    public static string Plain(string json) => json[0] switch
    {
        '"' => JsonElement.Parse(json).GetString()!,
        't' when json == "true" => "True",
        'f' when json == "false" => "False",
        _ => json,
    };
}
