using System.Globalization;

namespace ServerlessCompute;

/// <summary>How the trials of an AutoML job go: each algorithm to its own level with some luck, along a curve that flattens out. Made up, in whole arithmetic.</summary>
internal static class AutoMlScript
{
    private const int Points = 6;
    private const int Whole = 1_000_000;

    private static readonly string[] Preprocessors = ["MaxAbsScaler", "StandardScalerWrapper", "MinMaxScaler", "RobustScaler", "SparseNormalizer", "TruncatedSVDWrapper"];

    /// <summary>Trial number <paramref name="number"/>; ensembles come last and are a little better than the best before them.</summary>
    public static AutoMlTrial Make(AutoMlSpec spec, int seed, string job, int number, int total, double? best)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"trial {number}");
        int before = total - spec.Ensembles;
        bool ensemble = spec.Ensembles > 0 && number >= before && best is not null;
        string algorithm = ensemble ? (number == before ? "VotingEnsemble" : "StackEnsemble") : spec.Algorithms[number < spec.Algorithms.Count ? number : Draw.Below(seed, job, what, spec.Algorithms.Count)];
        string preprocessor = spec.NeedsGpu || ensemble ? "" : Preprocessors[Draw.Below(seed, job, what + " preprocessor", Preprocessors.Length)];
        int skill = AutoMlTasks.Of(spec.Task).Algorithms.FirstOrDefault(a => a.Name.Equals(algorithm, StringComparison.OrdinalIgnoreCase)).Skill;
        int level = ensemble
            ? (int)((spec.Maximizes ? best!.Value : 1 - best!.Value) * Whole) + Draw.Below(seed, job, what + " gain", 4000)
            : ((skill == 0 ? 800 : skill) * 1000) - 20_000 + Draw.Below(seed, job, what + " luck", 40_000);
        level = Math.Min(level, 999_000);
        double[] values = new double[spec.NeedsGpu ? 2 * Points : Points];
        for (int step = 0; step < values.Length; step++)
        {
            int reached = step == values.Length - 1 ? level : level - (level >> (step + 2));
            values[step] = (double)(spec.Maximizes ? reached : Whole - reached) / Whole;
        }

        long seconds = spec.NeedsGpu ? 900 + Draw.Below(seed, job, what + " time", 1800) : 40 + Draw.Below(seed, job, what + " time", 200);
        return new AutoMlTrial(number, algorithm, preprocessor, new ScriptedRun(AutoMlState.Snake(spec.Metric), values)
        {
            Duration = TimeSpan.FromSeconds(seconds),
            Log = $"In-memory run: no model is trained. The values of {AutoMlState.Snake(spec.Metric)} for {algorithm} are made up.",
        });
    }
}
