namespace ServerlessCompute;

/// <summary>When a sweep ends trials before they are through. An interval is one report of the primary metric.</summary>
internal abstract class StopPolicy
{
    /// <summary>The policy's name in the service's tags.</summary>
    public abstract string Name { get; }

    /// <summary>What it is set to, as JSON in the service's tags.</summary>
    public abstract string Config { get; }

    /// <summary>How many reports lie between two looks.</summary>
    protected int Interval { get; private init; } = 1;

    /// <summary>Before how many reports it never looks.</summary>
    protected int Delay { get; private init; }

    /// <summary>The policy of a body, or the default: every trial goes on to its end.</summary>
    public static StopPolicy Read(ReadOnlySpan<byte> sent)
    {
        int interval = Math.Max(1, JsonScan.Int32(JsonScan.Value(sent, "evaluationInterval"u8)) ?? 1);
        int delay = Math.Max(0, JsonScan.Int32(JsonScan.Value(sent, "delayEvaluation"u8)) ?? 0);
        return (JsonScan.Text(JsonScan.Value(sent, "policyType"u8)) ?? "").ToUpperInvariant() switch
        {
            "BANDIT" => new BanditStop(Number(JsonScan.Value(sent, "slackFactor"u8)), Number(JsonScan.Value(sent, "slackAmount"u8))) { Interval = interval, Delay = delay },
            "MEDIANSTOPPING" => new MedianStop { Interval = interval, Delay = delay },
            "TRUNCATIONSELECTION" => new TruncationStop(JsonScan.Int32(JsonScan.Value(sent, "truncationPercentage"u8)) ?? 0) { Interval = interval, Delay = delay },
            _ => new NoStop(),
        };
    }

    /// <summary>Whether a trial ends with its report number <paramref name="interval"/>, from 1 on.</summary>
    public bool Ends(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes) =>
        interval % Interval == 0 && interval >= Delay && Judge(trial, interval, trials, maximizes);

    /// <summary>Compares a trial with the others at the same interval.</summary>
    protected abstract bool Judge(SweptTrial trial, int interval, IReadOnlyList<SweptTrial> trials, bool maximizes);

    /// <summary>The best of a trial's first reports.</summary>
    protected static double BestUntil(SweptTrial trial, int interval, bool maximizes)
    {
        double best = trial.Reports[0];
        for (int i = 1; i < interval; i++)
        {
            best = maximizes ? Math.Max(best, trial.Reports[i]) : Math.Min(best, trial.Reports[i]);
        }

        return best;
    }

    protected string Timing => $"\"evaluation_interval\":{Interval},\"delay_evaluation\":{Delay}";

    private static double Number(ReadOnlySpan<byte> value) =>
        JsonScan.Text(value) is { } text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : 0;
}
