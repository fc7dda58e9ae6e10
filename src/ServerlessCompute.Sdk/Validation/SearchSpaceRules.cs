using System.Globalization;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>One search space: whether there is anything in it.</summary>
internal static class SearchSpaceRules
{
    public static void Check(SearchSpace space, string path, JobReport report)
    {
        switch (space)
        {
            case ChoiceSearchSpace { Values: { Count: > 0 } values }:
                CheckBranches(values, path, report);
                break;
            case ChoiceSearchSpace:
                report.Add(SearchSpaceRange, $"{path}.{nameof(ChoiceSearchSpace.Values)}", "There is nothing to choose from.", "Name the values: Search.Choice(1, 2, 3).");
                break;
            case RandintSearchSpace { Upper: < 1 } randint:
                report.Add(SearchSpaceRange, $"{path}.{nameof(RandintSearchSpace.Upper)}", Invariant($"No whole number is from 0 up to {randint.Upper}."), "Give a bound of 1 or more.");
                break;
            case UniformSearchSpace s:
                CheckRange(s.MinValue, s.MaxValue, path, report);
                break;
            case QUniformSearchSpace s:
                CheckRange(s.MinValue, s.MaxValue, path, report);
                CheckStep(s.Q, path, report);
                break;
            case LogUniformSearchSpace s:
                CheckRange(s.MinExponent, s.MaxExponent, path, report);
                CheckExponent(s.MinExponent, s.MaxExponent, path, report);
                break;
            case QLogUniformSearchSpace s:
                CheckRange(s.MinExponent, s.MaxExponent, path, report);
                CheckExponent(s.MinExponent, s.MaxExponent, path, report);
                CheckStep(s.Q, path, report);
                break;
            case NormalSearchSpace s:
                CheckSigma(s.Sigma, path, report);
                break;
            case LogNormalSearchSpace s:
                CheckSigma(s.Sigma, path, report);
                break;
            case QNormalSearchSpace s:
                CheckSigma(s.Sigma, path, report);
                CheckStep(s.Q, path, report);
                break;
            case QLogNormalSearchSpace s:
                CheckSigma(s.Sigma, path, report);
                CheckStep(s.Q, path, report);
                break;
            case UnknownSearchSpace unknown:
                report.Add(SearchWordUnknown, path, $"The search space {Shown.Value(unknown.Value.ToString())} is of no kind that is known.", "Make one with Search.Choice, Search.Uniform or another of its methods.");
                break;
        }
    }

    private static void CheckBranches(ValueList<SearchValue> values, string path, JobReport report)
    {
        foreach ((SearchValue value, string place) in report.Items(values, $"{path}.{nameof(ChoiceSearchSpace.Values)}"))
        {
            foreach ((string name, SearchValue inner) in value.Branch ?? ValueMap<SearchValue>.Empty)
            {
                if (inner.Space is { } space)
                {
                    Check(space, Shown.At(place, name), report);
                }
            }
        }
    }

    private static void CheckRange(double min, double max, string path, JobReport report)
    {
        // Not the other way round: a bound that is no number is no bound.
        if (!(min <= max))
        {
            report.Add(SearchSpaceRange, path, Invariant($"Nothing is between {min} and {max}."), "Give the smaller bound first.");
        }
    }

    /// <summary>A maximum between 0 and 1 is the largest value of many a learning rate, and e to its power is more than 1.</summary>
    private static void CheckExponent(double min, double max, string path, JobReport report)
    {
        if (max is > 0 and <= 1)
        {
            report.Add(
                ExponentLooksLikeValue,
                path,
                Invariant($"The bounds of this space are exponents: its values go from {Math.Exp(min):G3} to {Math.Exp(max):G3}."),
                min > 0 ? Invariant($"If {min} and {max} are the values themselves, write Search.LogUniformBetween({min}, {max}).") : "For values rather than exponents use Search.LogUniformBetween.");
        }
    }

    private static void CheckStep(double q, string path, JobReport report)
    {
        if (!(q > 0))
        {
            report.Add(SearchSpaceRange, $"{path}.Q", Invariant($"The step is {q}."), "Give a positive step.");
        }
    }

    private static void CheckSigma(double sigma, string path, JobReport report)
    {
        if (!(sigma > 0))
        {
            report.Add(SearchSpaceRange, $"{path}.Sigma", Invariant($"The standard deviation is {sigma}."), "Give a positive one.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
