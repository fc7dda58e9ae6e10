namespace ServerlessCompute;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>By the error function's continued fraction far out and its series near zero; good to twelve digits.</summary>
    public static double Cumulative(double x)
    {
        double z = Math.Abs(x);
        double tail;
        if (z > 3)
        {
            double fraction = z;
            for (int k = 60; k > 0; k--)
            {
                fraction = z + (k / fraction);
            }

            tail = Density(z) / fraction;
        }
        else
        {
            double term = z;
            double sum = z;
            for (int k = 1; k < 60; k++)
            {
                term *= z * z / ((2 * k) + 1);
                sum += term;
            }

            tail = 0.5 - (Density(z) * sum);
        }

        return x < 0 ? tail : 1 - tail;
    }
}
