using System.Globalization;
using System.Numerics;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Sobol's sequence: points that fill the cube evenly. With a seed its digits are shifted, which keeps their evenness and gives each seed
/// points of its own. Axes beyond the table's 128 are drawn at random.
/// </summary>
internal sealed class SobolSampler : ITrialSampler
{
    private const int Bits = 32;

    private readonly uint[][] _directions;
    private readonly uint[] _shifts;
    private readonly RandomSampler _rest;
    private readonly int _size;

    public SobolSampler(int seed, string name, int size)
    {
        _size = size;
        _rest = new RandomSampler(seed, name, size);
        _directions = Directions(size);
        _shifts = [.. Enumerable.Range(0, _directions.Length).Select(axis => (uint)(Draw.Bits(seed, name, string.Create(CultureInfo.InvariantCulture, $"shift {axis}")) >> 32))];
    }

    public double[]? Next(int number, IReadOnlyList<SweptTrial> trials)
    {
        double[] point = _size > _directions.Length ? _rest.Next(number, trials)! : new double[_size];

        // Point n follows from the Gray code of n; the first, the corner itself, is passed over.
        uint index = (uint)number + 1;
        uint gray = index ^ (index >> 1);
        for (int axis = 0; axis < _directions.Length; axis++)
        {
            uint digits = _shifts[axis];
            for (uint left = gray; left != 0; left &= left - 1)
            {
                digits ^= _directions[axis][BitOperations.TrailingZeroCount(left)];
            }

            point[axis] = digits * (1.0 / (1L << Bits));
        }

        return point;
    }

    /// <summary>The direction numbers of the first axes, by the recurrence of their polynomials.</summary>
    internal static uint[][] Directions(int size)
    {
        string[] rows = Encoding.ASCII.GetString(SobolTable.Rows).Split('\n');
        uint[][] all = new uint[Math.Min(size, rows.Length + 1)][];
        for (int axis = 0; axis < all.Length; axis++)
        {
            uint[] numbers = new uint[Bits];
            int[] row = axis == 0 ? [] : [.. rows[axis - 1].Split(' ').Select(static n => int.Parse(n, CultureInfo.InvariantCulture))];
            int degree = axis == 0 ? Bits : row[0];
            for (int i = 0; i < Bits; i++)
            {
                numbers[i] = i < degree ? (axis == 0 ? 1u : (uint)row[i + 2]) << (Bits - 1 - i) : numbers[i - degree] ^ (numbers[i - degree] >> degree);
                for (int k = 1; i >= degree && k < degree; k++)
                {
                    numbers[i] ^= (row[1] >> (degree - 1 - k) & 1) == 1 ? numbers[i - k] : 0;
                }
            }

            all[axis] = numbers;
        }

        return all;
    }
}
