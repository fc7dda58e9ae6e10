namespace ServerlessCompute;

/// <summary>A search space in REST: a list of its kind and the list of its numbers.</summary>
internal static class SearchSpaceRest
{
    public static Tree Write(SearchSpace space) => space switch
    {
        UnknownSearchSpace unknown => TreeJson.Read(unknown.Value),
        ChoiceSearchSpace choice => Kind(space, new TreeList([.. choice.Values.Select(Write)])),
        UniformSearchSpace s => Kind(space, Number(s.MinValue), Number(s.MaxValue)),
        LogUniformSearchSpace s => Kind(space, Number(s.MinExponent), Number(s.MaxExponent)),
        NormalSearchSpace s => Kind(space, Number(s.Mu), Number(s.Sigma)),
        LogNormalSearchSpace s => Kind(space, Number(s.Mu), Number(s.Sigma)),
        QUniformSearchSpace s => Kind(space, Number(s.MinValue), Number(s.MaxValue), Number(s.Q)),
        QLogUniformSearchSpace s => Kind(space, Number(s.MinExponent), Number(s.MaxExponent), Number(s.Q)),
        QNormalSearchSpace s => Kind(space, Number(s.Mu), Number(s.Sigma), Number(s.Q)),
        QLogNormalSearchSpace s => Kind(space, Number(s.Mu), Number(s.Sigma), Number(s.Q)),
        RandintSearchSpace s => Kind(space, TreeScalar.Of(s.Upper)),
        _ => throw new InvalidOperationException($"No way is known to write a {space.GetType().Name}."),
    };

    /// <summary>What is of no known form is kept as it came.</summary>
    public static SearchSpace Read(Tree tree) =>
        tree is TreeList { Items: [TreeScalar { Kind: ScalarKind.Text, Text: var kind }, TreeList { Items: var parts }] } && Read(kind, parts) is { } known
            ? known
            : new UnknownSearchSpace(TreeJson.ToRaw(tree));

    private static SearchSpace? Read(string kind, IReadOnlyList<Tree> parts)
    {
        if (kind == "choice" && parts is [TreeList { Items: var choices }])
        {
            return new ChoiceSearchSpace { Values = choices.Select(ReadValue).ToArray() };
        }

        if (!parts.All(part => part is TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number }))
        {
            return null;
        }

        double[] n = [.. parts.Select(part => ((TreeScalar)part).AsDouble())];
        return (kind, n) switch
        {
            ("uniform", [var min, var max]) => new UniformSearchSpace { MinValue = min, MaxValue = max },
            ("loguniform", [var min, var max]) => new LogUniformSearchSpace { MinExponent = min, MaxExponent = max },
            ("normal", [var mu, var sigma]) => new NormalSearchSpace { Mu = mu, Sigma = sigma },
            ("lognormal", [var mu, var sigma]) => new LogNormalSearchSpace { Mu = mu, Sigma = sigma },
            ("quniform", [var min, var max, var q]) => new QUniformSearchSpace { MinValue = min, MaxValue = max, Q = q },
            ("qloguniform", [var min, var max, var q]) => new QLogUniformSearchSpace { MinExponent = min, MaxExponent = max, Q = q },
            ("qnormal", [var mu, var sigma, var q]) => new QNormalSearchSpace { Mu = mu, Sigma = sigma, Q = q },
            ("qlognormal", [var mu, var sigma, var q]) => new QLogNormalSearchSpace { Mu = mu, Sigma = sigma, Q = q },
            ("randint", [var upper]) when double.IsInteger(upper) && Math.Abs(upper) <= int.MaxValue => new RandintSearchSpace { Upper = (int)upper },
            _ => null,
        };
    }

    private static Tree Write(SearchValue value) =>
        value.Space is { } space ? Write(space)
        : value.Branch is { } branch ? new TreeMap([.. branch.Select(entry => new TreeEntry(entry.Key, Write(entry.Value)))])
        : TreeJson.Read(value.Constant);

    private static SearchValue ReadValue(Tree tree) => tree switch
    {
        TreeMap map => SearchValue.Of(ValueMap.From(map.Entries.Select(entry => new KeyValuePair<string, SearchValue>(entry.Name, ReadValue(entry.Value))))),
        TreeList when Read(tree) is var space and not UnknownSearchSpace => space,
        _ => SearchValue.Of(TreeJson.ToRaw(tree)),
    };

    private static TreeList Kind(SearchSpace space, params Tree[] parts) => new([space.Kind, new TreeList(parts)]);

    private static Tree Number(double value) => Forms.Number.Write(value, Dialect.Rest);
}
