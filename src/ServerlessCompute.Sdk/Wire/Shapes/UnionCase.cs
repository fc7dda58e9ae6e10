using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One of the kinds of a noun.</summary>
/// <typeparam name="TBase">What all the kinds are.</typeparam>
internal abstract class UnionCase<TBase>(string rest, string[] trees)
    where TBase : JobPart
{
    /// <summary>REST's word for the kind.</summary>
    public string Rest { get; } = rest;

    /// <summary>The other dialects' words for it, the usual one first.</summary>
    public string[] Trees { get; } = trees;

    public abstract bool Holds(TBase value);

    /// <summary>The members that a map of that dialect must have for this kind.</summary>
    public abstract IEnumerable<string> Demands(Dialect dialect);

    public abstract void WriteRest(Utf8JsonWriter writer, TBase value);

    public abstract TBase ReadRest(ref Utf8JsonReader reader);

    public abstract Tree Write(TBase value, Dialect dialect);

    public abstract bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out TBase value);

    public abstract void WriteCSharp(CSharpText text, TBase value);

    /// <summary>Whether a word means this kind: in REST as it is spelled there, elsewhere ignoring case and underscores.</summary>
    public bool IsCalled(string word, Dialect dialect)
    {
        string plain = Plain(word);
        return string.Equals(word, Rest, StringComparison.OrdinalIgnoreCase)
            || (dialect != Dialect.Rest && (Plain(Rest) == plain || Array.Exists(Trees, tree => Plain(tree) == plain)));
    }

    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
