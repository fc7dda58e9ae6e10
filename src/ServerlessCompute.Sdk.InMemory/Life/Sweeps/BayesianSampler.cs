using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Bayesian optimisation: after some evenly spread trials, a Gaussian process is laid through what they reported, and the next trial is
/// where most improvement is expected. Trials that still run count with the value that the process expects of them, so that several at
/// once do not try the same.
/// </summary>
internal sealed class BayesianSampler(SweepSpec spec, int seed, string name) : ITrialSampler
{
    private const int Candidates = 600;
    private const int MostRefinements = 40;

    // The process costs the cube of what it is laid through, and its lengths many times that: with many points they hardly change.
    private const int MostPoints = 100;
    private const int FewPoints = 45;
    private const int RefitEvery = 25;

    private readonly SobolSampler _first = new(seed, name, spec.Space.Size);
    private IReadOnlyList<double>? _lengths;
    private int _since;

    public double[]? Next(int number, IReadOnlyList<SweptTrial> trials)
    {
        int spread = Math.Min(20, Math.Max(4, (2 * spec.Space.Size) + 1));
        if (number < spread || !trials.Any(static t => t.Result is not null))
        {
            return _first.Next(number, trials);
        }

        GaussianProcess process = Learn(trials);
        double best = process.Targets.Min();
        double[] winner = [];
        double most = double.NegativeInfinity;
        void Consider(double[] point)
        {
            if (process.Holds(point))
            {
                return;
            }

            // Rounded, so that machines whose logarithms differ in the last digit choose the same.
            double expected = Dimension.Round(process.ExpectedImprovement(point, best));
            if (expected > most)
            {
                (winner, most) = (point, expected);
            }
        }

        double[][] leaders = [.. process.Best(5)];
        for (int i = 0; i < Candidates; i++)
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"candidate {number} {i}");
            Consider(i % 3 == 0 ? Near(leaders[i / 3 % leaders.Length], what) : Anywhere(what));
        }

        if (winner.Length == 0)
        {
            return _first.Next(number, trials);
        }

        Refine(ref winner, Consider, () => winner);
        return winner;
    }

    /// <summary>Smaller and smaller steps along each axis, as long as they help.</summary>
    private void Refine(ref double[] winner, Action<double[]> consider, Func<double[]> current)
    {
        double step = 1.0 / 8;
        for (int round = 0; round < MostRefinements && step > 1.0 / 1024; round++)
        {
            double[] before = winner;
            for (int axis = 0; axis < spec.Space.Size; axis++)
            {
                foreach (double sign in (double[])[-1, 1])
                {
                    double[] moved = [.. winner];
                    moved[axis] = Math.Clamp(moved[axis] + (sign * step), 0, 1 - (1.0 / (1L << 30)));
                    consider(moved);
                    winner = current();
                }
            }

            step = ReferenceEquals(before, winner) ? step / 2 : step;
        }
    }

    private GaussianProcess Learn(IReadOnlyList<SweptTrial> trials)
    {
        double sign = spec.Maximizes ? -1 : 1;
        List<(double[] Point, double Value)> known = [.. trials.Where(static t => t.Result is not null).Select(t => (t.Point, sign * t.Result!.Value))];
        double worst = known.Max(static k => k.Value);

        // What failed is as bad as the worst, so that its neighbourhood is left alone.
        known.AddRange(trials.Where(static t => t is { Result: null, Job.IsOver: true }).Select(t => (t.Point, worst)));
        if (known.Count > MostPoints)
        {
            known = [.. known.OrderBy(static k => k.Value).Take(MostPoints)];
        }

        bool keeps = _lengths is not null && known.Count > FewPoints && ++_since < RefitEvery;
        GaussianProcess process = keeps ? GaussianProcess.Through(spec.Space, known, _lengths!) : GaussianProcess.Fit(spec.Space, known);
        (_lengths, _since) = (process.AxisLengths, keeps ? _since : 0);
        (double[], double)[] running = [.. trials.Where(static t => t.Job is { IsOver: false }).Take(MostPoints).Select(t => (t.Point, process.Mean(t.Point)))];
        return running.Length == 0 ? process : process.With(running);
    }

    private double[] Anywhere(string what)
    {
        double[] point = new double[spec.Space.Size];
        for (int axis = 0; axis < point.Length; axis++)
        {
            point[axis] = Draw.Unit(seed, name, string.Create(CultureInfo.InvariantCulture, $"{what} {axis}"));
        }

        return point;
    }

    /// <summary>A point around another: on axes with an order nearby, on the others seldom another value.</summary>
    private double[] Near(double[] center, string what)
    {
        double[] point = [.. center];
        for (int axis = 0; axis < point.Length; axis++)
        {
            double draw = Draw.Unit(seed, name, string.Create(CultureInfo.InvariantCulture, $"{what} {axis}"));
            double cube = (2 * draw) - 1;
            if (spec.Space.Axes[axis].IsOrdered)
            {
                point[axis] = Math.Clamp(point[axis] + (cube * cube * cube / 3), 0, 1 - (1.0 / (1L << 30)));
            }
            else if (draw < 0.2)
            {
                point[axis] = draw * 5;
            }
        }

        return point;
    }
}
