using CsCheck;

namespace ServerlessCompute;

/// <summary>Texts that find mistakes: quotes, line ends, other scripts, characters outside the basic plane; and JSON of any shape.</summary>
internal static class GenText
{
    private static readonly string[] _awkward =
        ["\"", "\\", "'", "\n", "\t", "\u0001", "<", "&", "+", "é", "ß", "漢", "🚀", "\u2028", "/", "{", "}", "${{inputs.x}}", " ", "null", "True", "1e-05"];

    private static readonly Gen<string> _piece = Gen.Frequency(
        (3, Gen.String[Gen.Char.AlphaNumeric, 0, 8]),
        (2, Gen.OneOf(_awkward)));

    /// <summary>Any text, the empty one too.</summary>
    public static Gen<string> Any { get; } = _piece.Array[0, 4].Select(string.Concat);

    /// <summary>Any text but the empty one.</summary>
    public static Gen<string> Some { get; } = Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 6], Any, (head, tail) => head + tail);

    /// <summary>A word such as the service may add one day: none that this library knows.</summary>
    public static Gen<string> NewWord { get; } = Gen.String[Gen.Char.AlphaNumeric, 1, 6].Select(word => "New" + word);

    /// <summary>The name of a member that no contract has.</summary>
    public static Gen<string> NewName { get; } = Any.Select(name => "new " + name);

    /// <summary>Any JSON value but <c>null</c>.</summary>
    public static Gen<RawJson> Json { get; } = Gen.Recursive<RawJson>((depth, self) =>
    {
        Gen<RawJson> leaf = Gen.OneOf(
            Any.Select(text => (RawJson)text),
            Gen.Bool.Select(flag => (RawJson)flag),
            Gen.Long.Select(number => (RawJson)number),
            Gen.Double[-1e300, 1e300].Select(number => (RawJson)number));
        return depth == 2
            ? leaf
            : Gen.Frequency(
                (4, leaf),
                (1, self.Array[0, 3].Select(items => RawJson.Parse($"[null,{string.Concat(items.Select(item => $"{item},"))}0]"))),
                (1, Map(self).Select(members => RawJson.Parse($"{{{string.Join(',', members.Select(member => $"{(RawJson)member.Key}:{member.Value}"))}}}"))));
    });

    /// <summary>A map of up to four entries, empty half of the time.</summary>
    public static Gen<ValueMap<T>> Map<T>(Gen<T> value) => Map(Some, value);

    /// <summary>Members that this library does not know.</summary>
    public static Gen<ValueMap<RawJson>> Extras { get; } = Map(NewName, Json);

    /// <summary>A list of up to three items, empty half of the time.</summary>
    public static Gen<ValueList<T>> List<T>(Gen<T> item) => Gen.Frequency(
        (1, Gen.Const(ValueList<T>.Empty)),
        (1, item.Array[1, 3].Select(items => (ValueList<T>)items)));

    private static Gen<ValueMap<T>> Map<T>(Gen<string> name, Gen<T> value) => Gen.Frequency(
        (1, Gen.Const(ValueMap<T>.Empty)),
        (1, Gen.Select(name, value).Array[1, 4].Select(entries => ValueMap.From(
            entries.DistinctBy(entry => entry.Item1, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2))))));
}
