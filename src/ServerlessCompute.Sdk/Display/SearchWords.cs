using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a sweep searches, in words.</summary>
internal static class SearchWords
{
    /// <summary>The values that a branch or a list is told with; the rest is counted.</summary>
    private const int ValuesShown = 12;

    public static string Of(SearchSpace space) => space switch
    {
        ChoiceSearchSpace choice => $"one of {List(choice.Values)}",
        UniformSearchSpace uniform => $"uniform from {Number(uniform.MinValue)} to {Number(uniform.MaxValue)}",
        QUniformSearchSpace uniform => $"uniform from {Number(uniform.MinValue)} to {Number(uniform.MaxValue)} in steps of {Number(uniform.Q)}",
        LogUniformSearchSpace uniform => $"log-uniform from {Power(uniform.MinExponent)} to {Power(uniform.MaxExponent)}",
        QLogUniformSearchSpace uniform => $"log-uniform from {Power(uniform.MinExponent)} to {Power(uniform.MaxExponent)} in steps of {Number(uniform.Q)}",
        NormalSearchSpace normal => $"normal around {Number(normal.Mu)}, deviation {Number(normal.Sigma)}",
        QNormalSearchSpace normal => $"normal around {Number(normal.Mu)}, deviation {Number(normal.Sigma)}, in steps of {Number(normal.Q)}",
        LogNormalSearchSpace normal => $"log-normal around {Power(normal.Mu)}, deviation {Number(normal.Sigma)}",
        QLogNormalSearchSpace normal => $"log-normal around {Power(normal.Mu)}, deviation {Number(normal.Sigma)}, in steps of {Number(normal.Q)}",
        RandintSearchSpace randint => string.Create(CultureInfo.InvariantCulture, $"a whole number below {randint.Upper}"),
        UnknownSearchSpace unknown => unknown.Value.ToString(),
        _ => space.Kind,
    };

    public static string Of(EarlyTerminationPolicy policy)
    {
        string rule = policy switch
        {
            BanditPolicy { SlackFactor: { } factor } => $"Bandit, slack of {Number(factor)} of the best",
            BanditPolicy { SlackAmount: { } amount } => $"Bandit, slack of {Number(amount)}",
            TruncationSelectionPolicy { TruncationPercentage: { } percent } => string.Create(CultureInfo.InvariantCulture, $"the worst {percent} % are stopped"),
            MedianStoppingPolicy => "median stopping",
            _ => policy.Kind,
        };
        return rule + (policy.EvaluationInterval is { } every ? string.Create(CultureInfo.InvariantCulture, $", looked at every {every} values") : "");
    }

    public static string Of(SweepJobLimits limits) => string.Join(", ", new[]
    {
        limits.MaxTotalTrials is { } total ? DisplayWords.Plural(total, "trial") : null,
        limits.MaxConcurrentTrials is { } atOnce ? $"{DisplayWords.Count(atOnce)} at once" : null,
        limits.Timeout is { } all ? $"{DisplayWords.Duration(all)} in all" : null,
        limits.TrialTimeout is { } each ? $"{DisplayWords.Duration(each)} for each" : null,
    }.OfType<string>());

    /// <summary>A JSON value as people write it: text without its quotes.</summary>
    public static string Of(RawJson value) => value.Text ?? value.ToString();

    private static string List(ValueList<SearchValue> values)
    {
        IEnumerable<string> shown = values.Take(ValuesShown).Select(Value);
        return string.Join(", ", values.Count > ValuesShown ? shown.Append(DisplayWords.More(values.Count - ValuesShown)) : shown);
    }

    private static string Value(SearchValue value) => value switch
    {
        { Branch: { } branch } => $"({string.Join(", ", branch.Take(ValuesShown).Select(entry => $"{entry.Key} {Value(entry.Value)}"))})",
        { Space: { } space } => Of(space),
        _ => Of(value.Constant),
    };

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Power(double exponent) => Math.Exp(exponent).ToString("G4", CultureInfo.InvariantCulture);
}
