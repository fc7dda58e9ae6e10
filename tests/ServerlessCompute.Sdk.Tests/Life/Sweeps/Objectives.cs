using System.Globalization;

namespace ServerlessCompute;

/// <summary>Functions whose minimum is known.</summary>
internal static class Objectives
{
    public const string BraninSpace = """{"x":["uniform",[-5,10]],"y":["uniform",[0,15]]}""";

    /// <summary>Least value 0.397887.</summary>
    public static double Branin(IReadOnlyDictionary<string, string> p)
    {
        (double x, double y) = (Number(p["x"]), Number(p["y"]));
        double a = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return (a * a) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    public static string Hartmann6Space { get; } = $"{{{string.Join(',', Enumerable.Range(0, 6).Select(static i => $"\"x{i}\":[\"uniform\",[0,1]]"))}}}";

    /// <summary>Least value -3.32237.</summary>
    public static double Hartmann6(IReadOnlyDictionary<string, string> p)
    {
        double[] alpha = [1.0, 1.2, 3.0, 3.2];
        double[][] a = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]];
        double[][] c =
        [
            [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
            [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
        ];
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            double inner = 0;
            for (int j = 0; j < 6; j++)
            {
                double off = Number(p[$"x{j}"]) - c[i][j];
                inner += a[i][j] * off * off;
            }

            sum += alpha[i] * Math.Exp(-inner);
        }

        return -sum;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
