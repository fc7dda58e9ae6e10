using System.Globalization;

namespace ServerlessCompute;

/// <summary>A number of one of the service's distributions, by the inverse of its distribution function.</summary>
/// <param name="quantile">From a number above 0 and below 1 to the value.</param>
/// <param name="isUniform">Whether it is uniform, in steps or not.</param>
internal sealed class NumberDimension(Func<double, double> quantile, bool isUniform) : Dimension
{
    // Half a step of the finest coordinate: the normal's inverse has no value at 0.
    private const double Least = 1.0 / (1L << 54);

    public override bool IsBayesian => isUniform;

    /// <summary>The steps of the value, or null for a continuous one.</summary>
    public double? Step { get; init; }

    public override string Value(ReadOnlySpan<double> point)
    {
        double value = quantile(Math.Clamp(point[Index], Least, 1 - Least));
        if (Step is not { } step)
        {
            return Text(Round(value));
        }

        // Whole steps make whole numbers: that is what an argument of type int can read.
        double rounded = Round(Math.Round(value / step, MidpointRounding.ToEven) * step);
        return double.IsInteger(step) && Math.Abs(rounded) < 1e16 ? ((long)rounded).ToString(CultureInfo.InvariantCulture) : Text(rounded);
    }
}
