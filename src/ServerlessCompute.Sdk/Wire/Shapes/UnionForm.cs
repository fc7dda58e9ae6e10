using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A noun of several kinds, one of whose members says which. Filled where it is made, then it does not change; thread-safe.</summary>
/// <typeparam name="TBase">What all the kinds are.</typeparam>
/// <param name="key">
/// The member that says which kind it is. In a dialect where it has no name, the members say it that a kind requires.
/// </param>
/// <param name="unknown">A kind that this library does not know, kept as it came; null where REST's words are all known.</param>
/// <param name="defaultWord">The kind of a tree that does not say which it is; null when it has to.</param>
internal sealed class UnionForm<TBase>(MemberNames key, UnknownForm<TBase>? unknown = null, string? defaultWord = null) : ValueForm<TBase>
    where TBase : JobPart
{
    private readonly List<UnionCase<TBase>> _cases = [];
    private Func<Tree, TreeReader, Tree?>? _shortForm;

    /// <summary>The kinds that this library knows.</summary>
    public IReadOnlyList<UnionCase<TBase>> Cases => _cases;

    /// <summary>Whether documents of a dialect say the kind in a word.</summary>
    public bool HasWordIn(Dialect dialect) => key.In(dialect) is not null;

    /// <summary>A kind that this library does not know; null where there is none.</summary>
    public UnknownForm<TBase>? Unknown { get; } = unknown;

    /// <summary>Adds a kind; its table gets the member that says so.</summary>
    /// <param name="rest">REST's word for it.</param>
    /// <param name="shape">Its table.</param>
    /// <param name="step">The word in steps; null for REST's.</param>
    /// <param name="yaml">The words in YAML, the usual one first; none for REST's with underscores.</param>
    public UnionForm<TBase> Add<T>(string rest, Shape<T> shape, string? step = null, params string[] yaml)
        where T : TBase
    {
        string[] words = yaml.Length == 0 ? [MemberNames.Snake(rest)] : yaml;
        shape.AddConstant(key, rest, step, words[0]);
        _cases.Add(new ShapeCase<TBase, T>(rest, step is null ? words : [.. words, step], shape));
        return this;
    }

    /// <summary>Adds a kind that is read and written by something else than a table.</summary>
    public UnionForm<TBase> Add(UnionCase<TBase> kind)
    {
        _cases.Add(kind);
        return this;
    }

    /// <summary>Lets YAML write something shorter than a map.</summary>
    public UnionForm<TBase> WithShortForm(Func<Tree, TreeReader, Tree?> expand)
    {
        _shortForm = expand;
        return this;
    }

    public override bool IsUnset(TBase value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, TBase value)
    {
        if (Case(value) is { } known)
        {
            known.WriteRest(writer, value);
        }
        else
        {
            Unknown!.WriteRest(writer, key, value);
        }
    }

    public override TBase ReadRest(ref Utf8JsonReader reader)
    {
        string word = WireReader.Kind(reader, key.Rest);
        return _cases.Find(known => known.IsCalled(word, Dialect.Rest)) is { } found ? found.ReadRest(ref reader)
            : Unknown is not null ? Unknown.ReadRest(ref reader, key, word)
            : throw WireValue.Wrong(ref reader, $"one of {string.Join(", ", _cases.Select(known => known.Rest))}");
    }

    public override Tree Write(TBase value, Dialect dialect) => Case(value)?.Write(value, dialect) ?? Unknown!.Write(value, key, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out TBase value)
    {
        value = null;
        if (tree is not TreeMap && reader.Dialect == Dialect.Yaml && _shortForm?.Invoke(tree, reader) is { } expanded)
        {
            tree = expanded;
        }

        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, "A map");
        }

        if (key.In(reader.Dialect) is not { } name)
        {
            return TryReadByMembers(map, reader, out value);
        }

        if (defaultWord is not null && (map.Get(name) is null or TreeScalar { IsNull: true }))
        {
            map = map.With(name, defaultWord);
        }

        if (map.Get(name) is not TreeScalar { Kind: ScalarKind.Text, Text: var word } at)
        {
            reader.Report(map.Get(name)?.Place ?? map.Place, $"'{name}' has to say which kind this is.", $"Write '{name}:' and one of {Words()}.");
            return false;
        }

        if (_cases.Find(known => known.IsCalled(word, reader.Dialect)) is { } found)
        {
            return found.TryRead(map, reader, out value);
        }

        if (reader.Dialect != Dialect.Yaml && Unknown is not null)
        {
            value = Unknown.Read(map, key, word, reader.Dialect);
            return true;
        }

        reader.Report(at.Place, $"'{word}' is not known here.{Spelling.DidYouMean(word, _cases.Select(known => known.Trees[0]))}", $"Write one of {Words()}.");
        return false;
    }

    public override void WriteCSharp(CSharpText text, TBase value)
    {
        if (Case(value) is { } known)
        {
            known.WriteCSharp(text, value);
        }
        else
        {
            Unknown!.WriteCSharp(text, value);
        }
    }

    private bool TryReadByMembers(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out TBase value)
    {
        if (_cases.Find(known => known.Demands(reader.Dialect).Any(name => map.TryGet(name, out _))) is { } found)
        {
            return found.TryRead(map, reader, out value);
        }

        value = null;
        string names = string.Join(" or ", _cases.SelectMany(known => known.Demands(reader.Dialect)).Select(name => $"'{name}'"));
        reader.Report(map.Place, $"{names} is missing.", $"Add {names} here.");
        return false;
    }

    private UnionCase<TBase>? Case(TBase value) => _cases.Find(known => known.Holds(value));

    private string Words() => string.Join(", ", _cases.Select(known => known.Trees[0]));
}
