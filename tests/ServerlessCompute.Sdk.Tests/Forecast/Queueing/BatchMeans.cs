namespace ServerlessCompute;

/// <summary>
/// The mean of a long row of figures that hang together, with its 95 % interval: neighbours are put into 30 long batches, whose means hardly
/// hang together any more. The first tenth, while the queue fills, is left out.
/// </summary>
internal sealed record BatchMeans(double Mean, double HalfWidth)
{
    private const int Batches = 30;

    // Student's t with 29 degrees of freedom, 95 % on both sides.
    private const double StudentsT = 2.045;

    public bool Covers(double value) => Math.Abs(value - Mean) <= HalfWidth;

    public static BatchMeans Of(IReadOnlyList<double> figures)
    {
        int skipped = figures.Count / 10;
        int size = (figures.Count - skipped) / Batches;
        double[] means = [.. Enumerable.Range(0, Batches).Select(batch =>
        {
            double sum = 0;
            for (int i = skipped + (batch * size); i < skipped + ((batch + 1) * size); i++)
            {
                sum += figures[i];
            }

            return sum / size;
        })];
        double mean = means.Average();
        double variance = means.Sum(m => (m - mean) * (m - mean)) / (Batches - 1);
        return new BatchMeans(mean, StudentsT * Math.Sqrt(variance / Batches));
    }
}
