namespace ServerlessCompute;

/// <summary>One metric as points of a curve, no more than can be seen.</summary>
internal sealed class MetricSeries
{
    private const int Buckets = 150;

    public MetricSeries(string name, IReadOnlyList<MetricPoint> points)
    {
        Name = name;
        Count = points.Count;
        Last = points.Count == 0 ? double.NaN : points[^1].Value;
        bool hasSteps = points.Count > 1 && points[^1].Step > points[0].Step && Enumerable.Range(1, points.Count - 1).All(i => points[i].Step >= points[i - 1].Step);
        Points = [.. Thin(points).Select(i => ((double)(hasSteps ? points[i].Step : i), points[i].Value))];
    }

    public string Name { get; }

    public int Count { get; }

    public double Last { get; }

    /// <summary>Steps (or counts, where the steps say nothing) and values.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; }

    /// <summary>All points, or of each stretch of many the first, the lowest, the highest and the last.</summary>
    private static IEnumerable<int> Thin(IReadOnlyList<MetricPoint> points)
    {
        if (points.Count <= Buckets * 4)
        {
            return Enumerable.Range(0, points.Count);
        }

        return Enumerable.Range(0, Buckets).SelectMany(bucket =>
        {
            int from = (int)((long)bucket * points.Count / Buckets);
            int to = (int)((long)(bucket + 1) * points.Count / Buckets);
            IEnumerable<int> stretch = Enumerable.Range(from, to - from);
            return new[] { from, stretch.MinBy(i => points[i].Value), stretch.MaxBy(i => points[i].Value), to - 1 }.Distinct().Order();
        });
    }
}
