using System.Globalization;

namespace ServerlessCompute;

/// <summary>Every coordinate at random, a function of the seed and the numbers of trial and axis.</summary>
internal sealed class RandomSampler(int seed, string name, int size) : ITrialSampler
{
    public double[]? Next(int number, IReadOnlyList<SweptTrial> trials)
    {
        double[] point = new double[size];
        for (int axis = 0; axis < size; axis++)
        {
            point[axis] = Draw.Unit(seed, name, string.Create(CultureInfo.InvariantCulture, $"trial {number} axis {axis}"));
        }

        return point;
    }
}
