using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a sweep's body says.</summary>
internal sealed class SweepSpec
{
    /// <summary>How many trials there are when nobody limits them (choice).</summary>
    private const int MostTrials = 1000;

    public required TrialSpace Space { get; init; }

    /// <summary>Grid, Random or Bayesian.</summary>
    public required string Sampling { get; init; }

    /// <summary>Of a random one: Random or Sobol.</summary>
    public required string Rule { get; init; }

    public int? Seed { get; init; }

    public required string Metric { get; init; }

    public bool Maximizes { get; init; }

    public int MaxTotal { get; init; }

    public int MaxConcurrent { get; init; }

    public TimeSpan? Timeout { get; init; }

    public required StopPolicy Policy { get; init; }

    /// <summary>Reads a body that passed the contract; a problem is a sentence for the user.</summary>
    public static SweepSpec? Read(ReadOnlySpan<byte> body, out string? problem)
    {
        ReadOnlySpan<byte> sampling = JsonScan.Value(body, "samplingAlgorithm"u8);
        string kind = JsonScan.Text(JsonScan.Value(sampling, "samplingAlgorithmType"u8)) ?? "Random";
        if (TrialSpaceReader.Read(JsonElement.Parse(JsonScan.Value(body, "searchSpace"u8)), JsonScan.Text(JsonScan.Value(sampling, "logbase"u8)), out problem) is not { } space)
        {
            return null;
        }

        problem = Misfit(kind, space);
        if (problem is not null)
        {
            return null;
        }

        ReadOnlySpan<byte> limits = JsonScan.Value(body, "limits"u8);
        ReadOnlySpan<byte> objective = JsonScan.Value(body, "objective"u8);
        int total = JsonScan.Int32(JsonScan.Value(limits, "maxTotalTrials"u8)) ?? MostTrials;
        total = Is(kind, "Grid") ? (int)Math.Min(total, space.Combinations!.Value) : total;
        int concurrent = JsonScan.Int32(JsonScan.Value(limits, "maxConcurrentTrials"u8)) ?? total;
        if (total < 1 || concurrent < 1)
        {
            problem = $"A sweep needs at least one trial, and one at a time: maxTotalTrials is {total}, maxConcurrentTrials {concurrent}.";
            return null;
        }

        return new SweepSpec
        {
            Space = space,
            Sampling = kind,
            Rule = JsonScan.Text(JsonScan.Value(sampling, "rule"u8)) ?? "Random",
            Seed = JsonScan.Int32(JsonScan.Value(sampling, "seed"u8)),
            Metric = JsonScan.Text(JsonScan.Value(objective, "primaryMetric"u8)) ?? "",
            Maximizes = JsonScan.IsText(JsonScan.Value(objective, "goal"u8), "Maximize"),
            MaxTotal = total,
            MaxConcurrent = concurrent,
            Timeout = JsonScan.Text(JsonScan.Value(limits, "timeout"u8)) is { } text && IsoDuration.TryParse(text, out TimeSpan limit) ? limit : null,
            Policy = StopPolicy.Read(JsonScan.Value(body, "earlyTermination"u8)),
        };
    }

    private static string? Misfit(string sampling, TrialSpace space)
    {
        if (Is(sampling, "Grid") && space.Combinations is null)
        {
            return "Grid sampling goes through choices only: make every parameter of the search space a choice, or sample at random.";
        }

        return Is(sampling, "Bayesian") && !space.Axes.All(static d => d.IsBayesian)
            ? "Bayesian sampling knows choice, uniform and quniform: make every parameter of the search space one of them, or sample at random."
            : null;
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
