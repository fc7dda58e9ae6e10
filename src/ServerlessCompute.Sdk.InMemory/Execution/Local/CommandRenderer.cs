using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Turns a job's command into what bash reads: references become values, optional blocks stay or go.</summary>
/// <remarks>Values are put in raw, as the service does: a value with a space is two words unless the command quotes it.</remarks>
internal static partial class CommandRenderer
{
    /// <summary>Renders a command.</summary>
    /// <param name="command">The command as the job has it.</param>
    /// <param name="inputs">What <c>${{inputs.name}}</c> stands for; a trial's <c>${{search_space.name}}</c> is found here too.</param>
    /// <param name="outputs">What <c>${{outputs.name}}</c> stands for.</param>
    /// <exception cref="LocalRunException">The command refers to what the job does not have.</exception>
    public static string Render(string command, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs)
    {
        var rendered = new StringBuilder(command.Length + 64);
        int from = 0;
        foreach (Match block in OptionalBlock().Matches(command))
        {
            rendered.Append(Fill(command[from..block.Index], inputs, outputs));
            string inner = block.Groups["inner"].Value;
            if (Reference().Matches(inner).All(reference => Find(reference, inputs, outputs) is not null))
            {
                rendered.Append(Fill(inner, inputs, outputs));
            }

            from = block.Index + block.Length;
        }

        return rendered.Append(Fill(command[from..], inputs, outputs)).ToString();
    }

    private static string Fill(string text, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs) =>
        Reference().Replace(text, reference => Find(reference, inputs, outputs) ?? throw Unknown(reference, inputs, outputs));

    private static string? Find(Match reference, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs)
    {
        string name = reference.Groups["name"].Value;
        return reference.Groups["kind"].Value switch
        {
            "inputs" or "search_space" => inputs.GetValueOrDefault(name),
            "outputs" => outputs.GetValueOrDefault(name),
            _ => null,
        };
    }

    private static LocalRunException Unknown(Match reference, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs)
    {
        string kind = reference.Groups["kind"].Value;
        if (kind is not ("inputs" or "outputs" or "search_space"))
        {
            return new LocalRunException($"The command contains {reference.Value}; a command can refer to ${{{{inputs.name}}}} and ${{{{outputs.name}}}} only.");
        }

        IEnumerable<string> known = kind is "outputs" ? outputs.Keys : inputs.Keys;
        string list = string.Join(", ", known.Order(StringComparer.Ordinal));
        return new LocalRunException($"The command refers to {reference.Value}, but the job has no such {(kind is "outputs" ? "output" : "input")}. It has: {(list.Length == 0 ? "none" : list)}.");
    }

    /// <summary>A part that goes when an input in it is not given.</summary>
    [GeneratedRegex(@"\$\[\[(?<inner>.*?)\]\]", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OptionalBlock();

    /// <summary>A reference. Names may contain dots: everything behind the first one belongs to the name.</summary>
    [GeneratedRegex(@"\$\{\{\s*(?<kind>[^.{}\s]+)(\s*\.\s*(?<name>[^{}]*?))?\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
