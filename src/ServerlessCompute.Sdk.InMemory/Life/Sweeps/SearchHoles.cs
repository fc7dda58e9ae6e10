using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Fills what was drawn into a command, and leaves every other hole for the run itself. A sweep refers to it as <c>${{search_space.x}}</c>;
/// in a pipeline the trial is a component, which knows it as its input <c>${{inputs.x}}</c>.
/// </summary>
internal static class SearchHoles
{
    private const string Open = "${{";

    private static readonly string[] Prefixes = ["search_space.", "inputs."];

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
            string? name = Prefixes.Where(p => hole.StartsWith(p, StringComparison.Ordinal)).Select(p => hole[p.Length..]).FirstOrDefault();
            string text = name is not null && values.FirstOrDefault(v => v.Key == name).Value is { } json ? Plain(json) : command[at..(end + 2)];
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
