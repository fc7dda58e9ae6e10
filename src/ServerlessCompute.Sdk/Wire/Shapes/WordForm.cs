using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A word of the service. YAML may write it in any case, with or without underscores.</summary>
/// <typeparam name="T">The open enum.</typeparam>
/// <param name="yaml">How trees spell a known word; null: with underscores.</param>
/// <param name="aliases">Other words of YAML, each with the known word that it means.</param>
/// <param name="isClosed">Whether a word that is not known is an error in YAML.</param>
/// <param name="stepAsRest">Whether steps spell it as REST does.</param>
internal sealed class WordForm<T>(Func<string, string>? yaml = null, (string Alias, string Word)[]? aliases = null, bool isClosed = true, bool stepAsRest = true) : ValueForm<T>
    where T : struct, IOpenEnum<T>
{
    public override bool IsUnset(T value) => value.Value is null;

    public override void WriteRest(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.Value);

    public override T ReadRest(ref Utf8JsonReader reader) => WireValue.Word<T>(ref reader);

    public override Tree Write(T value, Dialect dialect) =>
        value.Value is not { } word ? "" : (dialect == Dialect.Step && stepAsRest) || T.MemberName(word) is null ? word : Spell(word);

    public override bool TryRead(Tree tree, TreeReader reader, out T value)
    {
        value = default;
        if (tree is not TreeScalar { Kind: ScalarKind.Text, Text: var text } && !(tree is TreeScalar { Kind: ScalarKind.Flag or ScalarKind.Null } && reader.Dialect == Dialect.Yaml))
        {
            return Wrong(tree, reader, "A word");
        }

        text = Meant(((TreeScalar)tree).Text);
        foreach (string known in T.KnownValues)
        {
            if (Same(known, text) || string.Equals(Spell(known), text, StringComparison.OrdinalIgnoreCase))
            {
                value = T.Create(known);
                return true;
            }
        }

        if (isClosed && reader.Dialect == Dialect.Yaml)
        {
            string[] words = [.. T.KnownValues.ToArray().Select(Spell)];
            reader.Report(tree.Place, $"'{text}' is not known here.{Spelling.DidYouMean(text, words)}", $"Write one of {string.Join(", ", words)}.");
            return false;
        }

        value = T.Create(text);
        return true;
    }

    public override void WriteCSharp(CSharpText text, T value)
    {
        string type = typeof(T).Name;
        if (value.Value is null)
        {
            text.Append("default");
        }
        else if (T.MemberName(value.Value) is { } member)
        {
            text.Append($"{type}.{member}");
        }
        else
        {
            text.Append($"new {type}(").Text(value.Value).Append(")");
        }
    }

    private string Meant(string text) =>
        Array.Find(aliases ?? [], alias => alias.Alias.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Word: { } word } ? word : text;

    private string Spell(string word) => yaml is null ? MemberNames.Snake(word) : yaml(word);

    /// <summary>Whether both are one word, ignoring case and underscores.</summary>
    private static bool Same(string known, string text)
    {
        int i = 0;
        foreach (char letter in text)
        {
            if (letter is '_' or '-' or ' ')
            {
                continue;
            }

            while (i < known.Length && known[i] is '_')
            {
                i++;
            }

            if (i == known.Length || char.ToLowerInvariant(known[i++]) != char.ToLowerInvariant(letter))
            {
                return false;
            }
        }

        return i == known.Length;
    }
}
