namespace ServerlessCompute;

/// <summary>
/// A stream of random numbers, and the shapes that workloads have. Only additions, multiplications, divisions and roots of doubles, which
/// every machine rounds alike: logarithms and exponentials of the runtime differ from platform to platform.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private const double Ln2 = 0.693147180559945309417;

    private ulong _state = seed;

    /// <summary>A stream of its own for each seed and number.</summary>
    public static Chance Stream(int seed, int number) => new(((ulong)(uint)seed << 32) ^ ((ulong)(uint)number * 0x9E3779B97F4A7C15UL));

    /// <summary>64 random bits: SplitMix64.</summary>
    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        ulong value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    /// <summary>Between 0 and 1, neither included.</summary>
    public double Uniform() => ((Bits() >> 12) + 0.5) / (1UL << 52);

    /// <summary>From 0 up to, not including, the limit.</summary>
    public long Below(long limit) => (long)(((UInt128)Bits() * (ulong)limit) >> 64);

    /// <summary>Exponentially distributed with mean 1.</summary>
    public double Exponential() => -Ln(Uniform());

    /// <summary>Normally distributed with mean 0 and deviation 1.</summary>
    public double Normal() => NormalQuantile(Uniform());

    /// <summary>The natural logarithm of a positive number.</summary>
    public static double Ln(double x)
    {
        // x = m · 2^e with m near 1, then the series of the inverse hyperbolic tangent.
        long bits = BitConverter.DoubleToInt64Bits(x);
        int e = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            e++;
        }

        double t = (m - 1) / (m + 1);
        double square = t * t;
        double sum = 0;
        for (int k = 23; k >= 1; k -= 2)
        {
            sum = (sum * square) + (1.0 / k);
        }

        return (2 * t * sum) + (e * Ln2);
    }

    /// <summary>e to the power of a number.</summary>
    public static double Exp(double x)
    {
        int e = (int)Math.Floor((x / Ln2) + 0.5);
        double r = x - (e * Ln2);
        double sum = 1;
        for (int k = 18; k >= 1; k--)
        {
            sum = 1 + (r * sum / k);
        }

        return sum * BitConverter.Int64BitsToDouble((long)(e + 1023) << 52);
    }

    /// <summary>The point below which a normal number lies with that probability (Acklam's approximation, good to nine digits).</summary>
    public static double NormalQuantile(double p)
    {
        const double Low = 0.02425;
        if (p > 1 - Low)
        {
            return -NormalQuantile(1 - p);
        }

        if (p < Low)
        {
            double q = Math.Sqrt(-2 * Ln(p));
            return ((((((((((-7.784894002430293e-03 * q) - 3.223964580411365e-01) * q) - 2.400758277161838) * q) - 2.549732539343734) * q) + 4.374664141464968) * q) + 2.938163982698783)
                / ((((((((7.784695709041462e-03 * q) + 3.224671290700398e-01) * q) + 2.445134137142996) * q) + 3.754408661907416) * q) + 1);
        }

        double c = p - 0.5;
        double r = c * c;
        return ((((((((((-3.969683028665376e+01 * r) + 2.209460984245205e+02) * r) - 2.759285104469687e+02) * r) + 1.383577518672690e+02) * r) - 3.066479806614716e+01) * r) + 2.506628277459239) * c
            / ((((((((((-5.447609879822406e+01 * r) + 1.615858368580409e+02) * r) - 1.556989798598866e+02) * r) + 6.680131188771972e+01) * r) - 1.328068155288572e+01) * r) + 1);
    }
}
