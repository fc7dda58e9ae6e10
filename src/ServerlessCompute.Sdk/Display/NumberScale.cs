using System.Globalization;

namespace ServerlessCompute;

/// <summary>Where numbers stand on an axis, from 0 to 1.</summary>
internal sealed class NumberScale
{
    private readonly double _low;
    private readonly double _high;

    private NumberScale(double low, double high, bool isLogarithmic)
    {
        IsLogarithmic = isLogarithmic;
        _low = low;
        _high = high;
    }

    public bool IsLogarithmic { get; }

    /// <summary>The scale that the numbers fit on; logarithmic when all are positive and the largest is many times the smallest.</summary>
    public static NumberScale Of(IEnumerable<double> numbers, double logarithmicFrom)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double number in numbers)
        {
            if (double.IsFinite(number))
            {
                low = Math.Min(low, number);
                high = Math.Max(high, number);
            }
        }

        if (low > high)
        {
            return new NumberScale(0, 1, isLogarithmic: false);
        }

        bool isLogarithmic = low > 0 && high / low >= logarithmicFrom;
        (low, high) = isLogarithmic ? (Math.Log10(low), Math.Log10(high)) : (low, high);

        // One number alone stands in the middle; and the difference of two very large ones may be no number.
        double pad = high > low ? 0 : Math.Max(Math.Abs(low) * 0.1, 1e-9);
        return new NumberScale(Finite(low - pad), Finite(high + pad), isLogarithmic);
    }

    /// <summary>Null for what is no number.</summary>
    public double? Position(double number)
    {
        double at = IsLogarithmic ? Math.Log10(number) : number;
        double position = ((at / 2) - (_low / 2)) / ((_high / 2) - (_low / 2));
        return double.IsFinite(position) ? Math.Clamp(position, 0, 1) : null;
    }

    /// <summary>Round numbers along the axis.</summary>
    public IEnumerable<(double Position, string Label)> Ticks(int count)
    {
        if (IsLogarithmic)
        {
            return Powers(count);
        }

        double step = RoundStep((_high / count) - (_low / count));
        double first = Math.Ceiling(_low / step) * step;
        return Enumerable.Range(0, count + 2)
            .Select(i => first + (i * step))
            .Where(value => value <= _high + (step * 1e-6))
            .Select(value => (Position(value) ?? 0, Label(Math.Abs(value) < step * 1e-6 ? 0 : value)));
    }

    public static string Label(double value)
    {
        double size = Math.Abs(value);
        return size is not 0 and (< 1e-3 or >= 1e6) ? value.ToString("0.##e0", CultureInfo.InvariantCulture) : Math.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private IEnumerable<(double Position, string Label)> Powers(int count)
    {
        int from = (int)Math.Ceiling(_low - 1e-9);
        int to = (int)Math.Floor(_high + 1e-9);
        int every = Math.Max(1, (to - from + count) / count);
        for (int power = from; power <= to; power += every)
        {
            yield return (Position(Math.Pow(10, power)) ?? 0, Label(Math.Pow(10, power)));
        }
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double RoundStep(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        double factor = step / power;
        double round = (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power;
        return double.IsFinite(round) && round > 0 ? round : double.Epsilon;
    }

    private static double Finite(double number) => Math.Clamp(number, double.MinValue, double.MaxValue);
}
