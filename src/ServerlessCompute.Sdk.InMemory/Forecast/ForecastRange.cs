using System.Globalization;

namespace ServerlessCompute;

/// <summary>A figure of a forecast: its mean over the seeds, and the range that holds the true mean in 95 of 100 such forecasts.</summary>
/// <remarks>Immutable and thread-safe. With one seed nothing is known of the range: it is the figure itself.</remarks>
/// <param name="Mean">The mean over the seeds.</param>
/// <param name="Low">The range's lower end.</param>
/// <param name="High">The range's upper end.</param>
public sealed record ForecastRange(double Mean, double Low, double High)
{
    // Student's t for 95 % on both sides, by degrees of freedom from 1 on; beyond the table the normal distribution's is near enough.
    private static readonly double[] StudentsT =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    /// <summary>Mean and half of the range's width.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number(Mean)} ± {Number((High - Low) / 2)}");

    internal static ForecastRange Of(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        if (values.Count < 2)
        {
            return new ForecastRange(mean, mean, mean);
        }

        double variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        double t = values.Count - 2 < StudentsT.Length ? StudentsT[values.Count - 2] : 1.96;
        double half = t * Math.Sqrt(variance / values.Count);
        return new ForecastRange(mean, mean - half, mean + half);
    }

    internal static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
