using System.Text;

namespace ServerlessCompute;

/// <summary>References to environment variables in YAML: <c>${{env.NAME}}</c>.</summary>
internal static class YamlVariables
{
    private const string Open = "${{";

    private const string Close = "}}";

    private const string Scope = "env.";

    /// <summary>The reference to a variable.</summary>
    public static string Reference(string name) => $"{Open}{Scope}{name}{Close}";

    /// <summary>The tree with the variables' values in the places of references to them.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="variables">The value of a variable; null when it has none.</param>
    /// <param name="report">Takes references to variables without a value.</param>
    public static Tree Fill(Tree tree, Func<string, string?> variables, Action<TreePlace, string, string> report) => tree switch
    {
        TreeMap map => new TreeMap([.. map.Entries.Select(entry => entry with { Value = Fill(entry.Value, variables, report) })], map.Place),
        TreeList list => new TreeList([.. list.Items.Select(item => Fill(item, variables, report))], list.Place),
        TreeScalar { Kind: ScalarKind.Text } text when text.Text.Contains(Open, StringComparison.Ordinal) => Fill(text, variables, report),
        _ => tree,
    };

    private static TreeScalar Fill(TreeScalar scalar, Func<string, string?> variables, Action<TreePlace, string, string> report)
    {
        string text = scalar.Text;
        var filled = new StringBuilder();
        int copied = 0;
        for (int open = text.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = text.IndexOf(Open, open + 1, StringComparison.Ordinal))
        {
            int close = text.IndexOf(Close, open, StringComparison.Ordinal);
            ReadOnlySpan<char> inner = close < 0 ? "" : text.AsSpan((open + Open.Length)..close).Trim();
            if (!inner.StartsWith(Scope, StringComparison.Ordinal))
            {
                continue;
            }

            string name = inner[Scope.Length..].ToString();
            string? value = variables(name);
            if (value is null)
            {
                report(scalar.Place, $"The environment variable '{name}' has no value.", "Set it, or write the value itself.");
            }

            filled.Append(text, copied, open - copied).Append(value);
            copied = close + Close.Length;
        }

        return new TreeScalar(ScalarKind.Text, filled.Append(text, copied, text.Length - copied).ToString(), scalar.Place);
    }
}
