using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A search space: in REST a list of its kind and its numbers, <c>["uniform", [0.1, 1]]</c>; elsewhere a map,
/// <c>{type: uniform, min_value: 0.1, max_value: 1}</c>.
/// </summary>
internal sealed class SearchSpaceForm : ValueForm<SearchSpace>
{
    /// <summary>The kinds, as trees have them.</summary>
    public static UnionForm<SearchSpace> Trees => _trees;

    private static readonly UnionForm<SearchSpace> _trees = new UnionForm<SearchSpace>(MemberNames.NotRest("type"))
        .Add("choice", new Shape<ChoiceSearchSpace>(new()).Add(MemberNames.NotRest("values"), new ListForm<SearchValue>(new SearchValueForm()), s => s.Values, (s, v) => s with { Values = v }, required: true))
        .Add("uniform", Range(new Shape<UniformSearchSpace>(new()), s => s.MinValue, (s, v) => s with { MinValue = v }, s => s.MaxValue, (s, v) => s with { MaxValue = v }))
        .Add("quniform", Step(Range(new Shape<QUniformSearchSpace>(new()), s => s.MinValue, (s, v) => s with { MinValue = v }, s => s.MaxValue, (s, v) => s with { MaxValue = v }), s => s.Q, (s, v) => s with { Q = v }))
        .Add("loguniform", Range(new Shape<LogUniformSearchSpace>(new()), s => s.MinExponent, (s, v) => s with { MinExponent = v }, s => s.MaxExponent, (s, v) => s with { MaxExponent = v }))
        .Add("qloguniform", Step(Range(new Shape<QLogUniformSearchSpace>(new()), s => s.MinExponent, (s, v) => s with { MinExponent = v }, s => s.MaxExponent, (s, v) => s with { MaxExponent = v }), s => s.Q, (s, v) => s with { Q = v }))
        .Add("normal", Bell(new Shape<NormalSearchSpace>(new()), s => s.Mu, (s, v) => s with { Mu = v }, s => s.Sigma, (s, v) => s with { Sigma = v }))
        .Add("qnormal", Step(Bell(new Shape<QNormalSearchSpace>(new()), s => s.Mu, (s, v) => s with { Mu = v }, s => s.Sigma, (s, v) => s with { Sigma = v }), s => s.Q, (s, v) => s with { Q = v }))
        .Add("lognormal", Bell(new Shape<LogNormalSearchSpace>(new()), s => s.Mu, (s, v) => s with { Mu = v }, s => s.Sigma, (s, v) => s with { Sigma = v }))
        .Add("qlognormal", Step(Bell(new Shape<QLogNormalSearchSpace>(new()), s => s.Mu, (s, v) => s with { Mu = v }, s => s.Sigma, (s, v) => s with { Sigma = v }), s => s.Q, (s, v) => s with { Q = v }))
        .Add("randint", new Shape<RandintSearchSpace>(new()).Add(MemberNames.NotRest("upper"), Forms.Integer, s => s.Upper, (s, v) => s with { Upper = v }, required: true));

    public override bool IsUnset(SearchSpace value) => false;

    public override void WriteRest(Utf8JsonWriter writer, SearchSpace value) => TreeJson.Write(writer, SearchSpaceRest.Write(value));

    public override SearchSpace ReadRest(ref Utf8JsonReader reader) => SearchSpaceRest.Read(TreeJson.Read(ref reader));

    public override Tree Write(SearchSpace value, Dialect dialect) =>
        value is UnknownSearchSpace unknown ? TreeJson.Read(unknown.Value) : _trees.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out SearchSpace value)
    {
        if (_trees.TryRead(tree, reader, out value))
        {
            return true;
        }

        value = reader.Dialect == Dialect.Yaml ? null : new UnknownSearchSpace(TreeJson.ToRaw(tree));
        return value is not null;
    }

    public override void WriteCSharp(CSharpText text, SearchSpace value)
    {
        if (value is UnknownSearchSpace unknown)
        {
            text.Append("new UnknownSearchSpace(").Json(unknown.Value).Append(")");
        }
        else
        {
            _trees.WriteCSharp(text, value);
        }
    }

    private static Shape<T> Range<T>(Shape<T> shape, Func<T, double> min, Func<T, double, T> withMin, Func<T, double> max, Func<T, double, T> withMax)
        where T : SearchSpace => shape
            .Add(MemberNames.NotRest("min_value"), Forms.Number, min, withMin, required: true, property: Property<T>("MinExponent", "MinValue"))
            .Add(MemberNames.NotRest("max_value"), Forms.Number, max, withMax, required: true, property: Property<T>("MaxExponent", "MaxValue"));

    private static Shape<T> Bell<T>(Shape<T> shape, Func<T, double> mu, Func<T, double, T> withMu, Func<T, double> sigma, Func<T, double, T> withSigma)
        where T : SearchSpace => shape
            .Add(MemberNames.NotRest("mu"), Forms.Number, mu, withMu, required: true, property: "Mu")
            .Add(MemberNames.NotRest("sigma"), Forms.Number, sigma, withSigma, required: true, property: "Sigma");

    private static Shape<T> Step<T>(Shape<T> shape, Func<T, double> q, Func<T, double, T> withQ)
        where T : SearchSpace => shape.Add(MemberNames.NotRest("q"), Forms.Number, q, withQ, required: true, property: "Q");

    private static string Property<T>(string logarithmic, string plain) =>
        typeof(T) == typeof(LogUniformSearchSpace) || typeof(T) == typeof(QLogUniformSearchSpace) ? logarithmic : plain;
}
