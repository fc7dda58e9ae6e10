using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The course of a trial that nobody executes: a curve towards a value that depends smoothly on the parameters, with one best point in
/// the space. Made up, and the log says so; whole arithmetic, so that every machine makes up the same.
/// </summary>
internal static class TrialScript
{
    private const int Points = 8;
    private const long Whole = 1_000_000;

    public static ScriptedRun For(SweepSpec spec, int seed, string sweep, SweptTrial trial)
    {
        // The mean squared distance to a best point that the sweep's name decides, in millionths.
        long distance = 0;
        for (int axis = 0; axis < trial.Point.Length; axis++)
        {
            long best = Draw.Below(seed, sweep, string.Create(CultureInfo.InvariantCulture, $"best {axis}"), (int)Whole);
            long off = (long)(trial.Point[axis] * Whole) - best;
            distance += off * off / Whole;
        }

        distance /= Math.Max(1, trial.Point.Length);
        long final = 950_000 - (distance * 6 / 10);
        double[] values = new double[Points];
        for (int step = 0; step < Points; step++)
        {
            long reached = final - (final >> (step + 1));
            values[step] = (double)(spec.Maximizes ? reached : Whole - reached) / Whole;
        }

        return new ScriptedRun(spec.Metric, values)
        {
            Log = $"In-memory run: the command is not executed, it takes its time and succeeds. The values of {spec.Metric} are made up from its parameters.",
        };
    }
}
