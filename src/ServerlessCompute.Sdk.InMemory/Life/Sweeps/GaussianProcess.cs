namespace ServerlessCompute;

/// <summary>
/// A Gaussian process over the unit cube with Matérn's kernel of order 5/2 and a length of its own for each axis, which are chosen by the
/// likelihood of what was seen. Values are scaled to mean 0 and deviation 1.
/// </summary>
internal sealed class GaussianProcess
{
    private const double Noise = 1e-6;

    private static readonly double[] Lengths = [0.1, 0.2, 0.35, 0.6, 1, 2];

    private readonly TrialSpace _space;
    private readonly double[][] _points;
    private readonly double[] _raw;
    private readonly double[] _lengths;
    private readonly double _center;
    private readonly double _scale;
    private readonly double[][] _factor;
    private readonly double[] _weights;

    private GaussianProcess(TrialSpace space, double[][] points, double[] raw, double[] lengths, double[][] factor)
    {
        (_space, _points, _raw, _lengths, _factor) = (space, points, raw, lengths, factor);
        (_center, _scale) = Scale(raw);
        Targets = [.. raw.Select(v => (v - _center) / _scale)];
        _weights = BackSolve(factor, Solve(factor, Targets));
    }

    /// <summary>The scaled values, smaller is better.</summary>
    public double[] Targets { get; }

    /// <summary>The length of each axis over which values are alike.</summary>
    public IReadOnlyList<double> AxisLengths => _lengths;

    /// <summary>Lays a process of these lengths through points.</summary>
    public static GaussianProcess Through(TrialSpace space, IReadOnlyList<(double[] Point, double Value)> known, IReadOnlyList<double> lengths)
    {
        double[][] points = [.. known.Select(static k => k.Point)];
        double[] raw = [.. known.Select(static k => k.Value)];
        Likelihood(space, points, raw, [.. lengths], out double[][] factor);
        return new GaussianProcess(space, points, raw, [.. lengths], factor);
    }

    /// <summary>Lays a process through points whose lengths make them most likely.</summary>
    public static GaussianProcess Fit(TrialSpace space, IReadOnlyList<(double[] Point, double Value)> known)
    {
        double[][] points = [.. known.Select(static k => k.Point)];
        double[] raw = [.. known.Select(static k => k.Value)];
        double[] lengths = new double[space.Size];
        Array.Fill(lengths, 0.35);
        double likelihood = Likelihood(space, points, raw, lengths, out double[][] factor);

        // One length for all first, then each axis by itself: twice round is enough.
        foreach (double length in Lengths)
        {
            double[] all = new double[space.Size];
            Array.Fill(all, length);
            Keep(all);
        }

        for (int round = 0; round < 2; round++)
        {
            for (int axis = 0; axis < space.Size && axis < 12; axis++)
            {
                foreach (double length in Lengths)
                {
                    double[] other = [.. lengths];
                    other[axis] = length;
                    Keep(other);
                }
            }
        }

        return new GaussianProcess(space, points, raw, lengths, factor);

        void Keep(double[] tried)
        {
            double value = Likelihood(space, points, raw, tried, out double[][] found);
            if (Dimension.Round(value) > Dimension.Round(likelihood))
            {
                (lengths, likelihood, factor) = (tried, value, found);
            }
        }
    }

    /// <summary>The same process with more points in it, their values unscaled.</summary>
    public GaussianProcess With(IReadOnlyList<(double[] Point, double Value)> more)
    {
        double[][] points = [.. _points, .. more.Select(static m => m.Point)];
        double[] raw = [.. _raw, .. more.Select(static m => m.Value)];
        Likelihood(_space, points, raw, _lengths, out double[][] factor);
        return new GaussianProcess(_space, points, raw, _lengths, factor);
    }

    /// <summary>The points with the smallest values.</summary>
    public IEnumerable<double[]> Best(int count) => Enumerable.Range(0, _points.Length).OrderBy(i => Targets[i]).Take(count).Select(i => _points[i]);

    /// <summary>Whether a point is one of those it is laid through.</summary>
    public bool Holds(double[] point) => Array.Exists(_points, p => p.AsSpan().SequenceEqual(point));

    /// <summary>What is expected at a point, unscaled.</summary>
    public double Mean(double[] point)
    {
        double mean = 0;
        for (int i = 0; i < _points.Length; i++)
        {
            mean += Kernel(_space, _lengths, point, _points[i]) * _weights[i];
        }

        return (mean * _scale) + _center;
    }

    /// <summary>By how much a point is expected to be below <paramref name="best"/>, scaled.</summary>
    public double ExpectedImprovement(double[] point, double best)
    {
        double[] covariance = new double[_points.Length];
        double mean = 0;
        for (int i = 0; i < covariance.Length; i++)
        {
            covariance[i] = Kernel(_space, _lengths, point, _points[i]);
            mean += covariance[i] * _weights[i];
        }

        double variance = 1;
        foreach (double part in Solve(_factor, covariance))
        {
            variance -= part * part;
        }

        double deviation = Math.Sqrt(Math.Max(variance, 1e-12));
        double z = (best - mean) / deviation;
        return ((best - mean) * NormalDistribution.Cumulative(z)) + (deviation * NormalDistribution.Density(z));
    }

    private static (double Center, double Scale) Scale(double[] values)
    {
        double center = values.Average();
        double scale = Math.Sqrt(values.Sum(v => (v - center) * (v - center)) / values.Length);
        return (center, scale > 1e-12 ? scale : 1);
    }

    private static double Kernel(TrialSpace space, double[] lengths, double[] a, double[] b)
    {
        double squared = 0;
        for (int axis = 0; axis < a.Length; axis++)
        {
            double off = space.Axes[axis].Distance(a[axis], b[axis]) / lengths[axis];
            squared += off * off;
        }

        double distance = Math.Sqrt(5 * squared);
        return (1 + distance + (5 * squared / 3)) * Math.Exp(-distance);
    }

    /// <summary>The logarithm of the likelihood, but for a constant, and the Cholesky factor that it took.</summary>
    private static double Likelihood(TrialSpace space, double[][] points, double[] raw, double[] lengths, out double[][] factor)
    {
        (double center, double scale) = Scale(raw);
        double[] targets = [.. raw.Select(v => (v - center) / scale)];
        factor = Factor(space, points, lengths);
        double likelihood = 0;
        double[] solved = Solve(factor, targets);
        for (int i = 0; i < solved.Length; i++)
        {
            likelihood -= (solved[i] * solved[i] / 2) + Math.Log(factor[i][i]);
        }

        return likelihood;
    }

    private static double[][] Factor(TrialSpace space, double[][] points, double[] lengths)
    {
        double[][] factor = new double[points.Length][];
        for (int i = 0; i < points.Length; i++)
        {
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double sum = Kernel(space, lengths, points[i], points[j]) + (i == j ? Noise : 0);
                double[] other = j == i ? row : factor[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= row[k] * other[k];
                }

                row[j] = i == j ? Math.Sqrt(Math.Max(sum, Noise)) : sum / factor[j][j];
            }

            factor[i] = row;
        }

        return factor;
    }

    private static double[] Solve(double[][] factor, double[] right)
    {
        double[] solved = new double[right.Length];
        for (int i = 0; i < solved.Length; i++)
        {
            double sum = right[i];
            double[] row = factor[i];
            for (int k = 0; k < i; k++)
            {
                sum -= row[k] * solved[k];
            }

            solved[i] = sum / row[i];
        }

        return solved;
    }

    private static double[] BackSolve(double[][] factor, double[] right)
    {
        double[] solved = new double[right.Length];
        for (int i = solved.Length - 1; i >= 0; i--)
        {
            double sum = right[i];
            for (int k = i + 1; k < solved.Length; k++)
            {
                sum -= factor[k][i] * solved[k];
            }

            solved[i] = sum / factor[i][i];
        }

        return solved;
    }
}
