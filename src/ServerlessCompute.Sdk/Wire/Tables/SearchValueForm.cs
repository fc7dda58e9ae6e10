using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One of the values of a choice in trees: a scalar, or a branch of names with values or search spaces of their own.</summary>
internal sealed class SearchValueForm : ValueForm<SearchValue>
{
    public override bool IsUnset(SearchValue value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, SearchValue value) => throw new NotSupportedException("REST's search spaces are written as a whole.");

    public override SearchValue ReadRest(ref Utf8JsonReader reader) => throw new NotSupportedException("REST's search spaces are read as a whole.");

    public override Tree Write(SearchValue value, Dialect dialect) =>
        value.Space is { } space ? SearchTables.Space.Write(space, dialect)
        : value.Branch is { } branch ? new TreeMap([.. branch.Select(entry => new TreeEntry(entry.Key, Write(entry.Value, dialect)))])
        : TreeJson.Read(value.Constant);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out SearchValue value)
    {
        value = null;
        switch (tree)
        {
            case TreeMap map when map.TryGet("type", out _):
                bool isSpace = SearchTables.Space.TryRead(map, reader, out SearchSpace? space);
                value = space is null ? null : (SearchValue)space;
                return isSpace;
            case TreeMap map:
                bool isBranch = new MapForm<SearchValue>(this).TryRead(map, reader, out ValueMap<SearchValue>? branch);
                value = branch is null ? null : SearchValue.Of(branch);
                return isBranch;
            case TreeScalar { Kind: ScalarKind.Null or ScalarKind.Date }:
                return Wrong(tree, reader, "A text, a number or a map");
            case TreeScalar { Kind: ScalarKind.Flag } when reader.Dialect == Dialect.Yaml:
                return Wrong(tree, reader, "A text, a number or a map", "Put it between quotes.");
            default:
                value = SearchValue.Of(TreeJson.ToRaw(tree));
                return true;
        }
    }

    public override void WriteCSharp(CSharpText text, SearchValue value)
    {
        if (value.Space is { } space)
        {
            SearchTables.Space.WriteCSharp(text, space);
        }
        else if (value.Branch is { } branch)
        {
            text.Append("SearchValue.Of(").Map(branch, WriteCSharp).Append(")");
        }
        else if (value.Constant.Text is { } constant)
        {
            text.Text(constant);
        }
        else if (CSharpText.Literal(value.Constant) is { } literal)
        {
            text.Append(literal);
        }
        else
        {
            text.Append("SearchValue.Of(").Json(value.Constant).Append(")");
        }
    }
}
