using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads a search space as REST has it: <c>{"lr": ["loguniform", [-6, -1]], "layers": ["choice", [[2, 3]]]}</c>.</summary>
internal sealed class TrialSpaceReader
{
    private readonly double? _logBase;
    private int _next;

    private TrialSpaceReader(double? logBase) => _logBase = logBase;

    /// <summary>The space, or what is wrong with it.</summary>
    public static TrialSpace? Read(JsonElement space, string? logBase, out string? problem)
    {
        problem = null;
        double? number = logBase is null || logBase == "e" ? null : double.TryParse(logBase, CultureInfo.InvariantCulture, out double b) && b > 0 ? b : double.NaN;
        if (number is { } bad && double.IsNaN(bad))
        {
            problem = $"logbase is '{logBase}'; it is a positive number or 'e'.";
            return null;
        }

        var reader = new TrialSpaceReader(number);
        var parameters = new List<KeyValuePair<string, Dimension>>();
        try
        {
            foreach (JsonProperty parameter in space.EnumerateObject())
            {
                parameters.Add(new(parameter.Name, reader.ReadDimension(parameter.Value)));
            }
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or IndexOutOfRangeException)
        {
            problem = $"The search space's parameter number {parameters.Count + 1} is not a distribution: {e.Message}";
            return null;
        }

        return new TrialSpace(parameters, reader._next);
    }

    private static bool IsDistribution(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && value[0].ValueKind == JsonValueKind.String && value[1].ValueKind == JsonValueKind.Array;

    private Dimension ReadDimension(JsonElement value)
    {
        if (!IsDistribution(value))
        {
            throw new FormatException($"{value.GetRawText()} is not of the form [\"uniform\", [0, 1]].");
        }

        string name = value[0].GetString()!.ToUpperInvariant();
        JsonElement arguments = value[1];
        int index = _next++;
        double At(int i) => i < arguments.GetArrayLength() ? arguments[i].GetDouble() : throw new FormatException($"{value[0].GetString()} needs {i + 1} numbers.");
        double Step(int i) => At(i) > 0 ? At(i) : throw new FormatException($"the step of {value[0].GetString()} is {At(i)}, and must be positive.");
        double Exp(double x) => _logBase is { } b ? Math.Pow(b, x) : Math.Exp(x);
        double Uniform(double u) => At(0) + (u * (At(1) - At(0)));
        double Normal(double u) => At(0) + (At(1) * NormalQuantile.At(u));
        Func<double, double> Checked(Func<double, double> quantile, bool ordered)
        {
            if (ordered && At(0) > At(1))
            {
                throw new FormatException($"{value.GetRawText()} has its minimum above its maximum.");
            }

            _ = At(1);
            return quantile;
        }

        return name switch
        {
            "CHOICE" => ReadChoice(arguments, index),
            "RANDINT" => At(0) >= 1 ? new IntegerDimension((int)At(0)) { Index = index } : throw new FormatException("randint needs an upper limit of at least 1."),
            "UNIFORM" => new NumberDimension(Checked(Uniform, ordered: true), isUniform: true) { Index = index },
            "QUNIFORM" => new NumberDimension(Checked(Uniform, ordered: true), isUniform: true) { Index = index, Step = Step(2) },
            "LOGUNIFORM" => new NumberDimension(Checked(u => Exp(Uniform(u)), ordered: true), isUniform: false) { Index = index },
            "QLOGUNIFORM" => new NumberDimension(Checked(u => Exp(Uniform(u)), ordered: true), isUniform: false) { Index = index, Step = Step(2) },
            "NORMAL" => new NumberDimension(Checked(Normal, ordered: false), isUniform: false) { Index = index },
            "QNORMAL" => new NumberDimension(Checked(Normal, ordered: false), isUniform: false) { Index = index, Step = Step(2) },
            "LOGNORMAL" => new NumberDimension(Checked(u => Exp(Normal(u)), ordered: false), isUniform: false) { Index = index },
            "QLOGNORMAL" => new NumberDimension(Checked(u => Exp(Normal(u)), ordered: false), isUniform: false) { Index = index, Step = Step(2) },
            _ => throw new FormatException($"'{value[0].GetString()}' is none of choice, randint, uniform, quniform, loguniform, qloguniform, normal, qnormal, lognormal, qlognormal."),
        };
    }

    /// <summary>The values stand in a list of their own, or (sent by some clients) bare.</summary>
    private ChoiceDimension ReadChoice(JsonElement arguments, int index)
    {
        JsonElement values = arguments.GetArrayLength() == 1 && arguments[0].ValueKind == JsonValueKind.Array ? arguments[0] : arguments;
        return values.GetArrayLength() == 0
            ? throw new FormatException("a choice needs at least one value.")
            : new ChoiceDimension([.. values.EnumerateArray().Select(ReadOption)]) { Index = index };
    }

    private ChoiceDimension.Option ReadOption(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return new ChoiceDimension.Option(value.GetRawText());
        }

        var members = new OrderedDictionary<string, object>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            members[member.Name] = IsDistribution(member.Value) ? ReadDimension(member.Value) : member.Value.GetRawText();
        }

        return new ChoiceDimension.Option(null) { Members = members };
    }
}
