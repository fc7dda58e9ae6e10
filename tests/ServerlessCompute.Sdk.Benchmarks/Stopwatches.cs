using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Measures by repetition: first runs that do not count, then the median of those that do.</summary>
internal static class Stopwatches
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The wall time of an asynchronous run.</summary>
    public static async Task<TimeSpan> MedianAsync(int warmUps, int runs, Func<Task> run)
    {
        var times = new List<double>(runs);
        for (int i = -warmUps; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await run();
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return TimeSpan.FromSeconds(Median(times));
    }
}
