namespace ServerlessCompute;

/// <summary>Draws when jobs waited and worked.</summary>
internal static class TimelinePicture
{
    private const int RowsShown = 60;
    private const int Row = 22;
    private const int Top = 56;
    private const int Left = 250;
    private const int Width = 440;

    /// <summary>The tree from its root down, each job before what it started.</summary>
    public static IEnumerable<(JobTree Job, int Depth)> Flatten(JobTree tree)
    {
        var next = new Stack<(JobTree Job, int Depth)>([(tree, 0)]);
        while (next.TryPop(out (JobTree Job, int Depth) at))
        {
            yield return at;
            for (int i = at.Job.Children.Count - 1; i >= 0; i--)
            {
                next.Push((at.Job.Children[i], at.Depth + 1));
            }
        }
    }

    public static string NameOf(JobTree tree) => tree.Child is { } child ? child.StepName ?? child.DisplayName ?? child.Name : tree.Name;

    public static SvgImage Draw(JobTree tree, bool isTitled = true)
    {
        (JobTree Job, int Depth)[] jobs = [.. Flatten(tree).Skip(1)];
        (JobTree Job, int Depth)[] shown = [.. jobs.Take(RowsShown)];
        DateTimeOffset[] times = [.. shown.SelectMany(static entry => new[] { entry.Job.Child?.CreatedAt, entry.Job.Child?.StartedAt, entry.Job.Child?.EndedAt }).OfType<DateTimeOffset>()];
        DateTimeOffset first = times.Length == 0 ? default : times.Min();
        TimeSpan span = times.Length == 0 ? TimeSpan.Zero : times.Max() - first;

        double X(DateTimeOffset time) => span <= TimeSpan.Zero ? Left : Left + (Width * Math.Clamp((time - first) / span, 0, 1));

        var svg = new SvgWriter();
        double bottom = Top + (shown.Length * Row) + 4;
        _ = isTitled ? svg.Text(16, 24, $"{NameOf(tree)}: {DisplayWords.Of(tree.Status)}", "b") : svg;
        foreach (TimeSpan mark in span > TimeSpan.Zero ? TimeScale.Marks(span) : [])
        {
            double x = X(first + mark);
            svg.Line(x, Top - 6, x, bottom, "grid").Text(x, Top - 12, TimeScale.Label(mark), "m", "middle");
        }

        for (int i = 0; i < shown.Length; i++)
        {
            Draw(svg, shown[i].Job, shown[i].Depth, Top + (i * Row), X);
        }

        _ = jobs.Length > shown.Length ? svg.Text(16, bottom + 14, DisplayWords.More(jobs.Length - shown.Length), "m") : svg;
        return svg.ToImage($"{NameOf(tree)}: {DisplayWords.Plural(jobs.Length, "job")} over time", Left + Width + 200, bottom + (jobs.Length > shown.Length ? 28 : 14));
    }

    private static void Draw(SvgWriter svg, JobTree job, int depth, double y, Func<DateTimeOffset, double> x)
    {
        double indent = 14 * Math.Min(depth - 1, 6);
        string colour = DisplayWords.Colour(job.Status);
        svg.Begin(job.Child?.ToString() ?? job.Name).Text(16 + indent, y + 14, NameOf(job), "", maximum: Left - 30 - indent);
        if (job.Child is { CreatedAt: { } created })
        {
            double from = x(created);
            double start = job.Child.StartedAt is { } started ? x(started) : job.Child.EndedAt is { } ended ? x(ended) : Left + Width;
            _ = start > from ? svg.Box(from, y + 8, start - from, 5, "off faint", radius: 2.5) : svg;
        }

        if (job.Child is { StartedAt: { } begun })
        {
            double end = job.Child.EndedAt is { } ended ? x(ended) : Left + Width;
            svg.Box(x(begun), y + 4, Math.Max(3, end - x(begun)), 13, colour);
        }

        string took = job.Child is { ReusedFrom: not null } ? ", reused" : job.Child?.Duration is { } time ? $", {DisplayWords.Duration(time)}" : "";
        svg.Text(Left + Width + 12, y + 14, $"{DisplayWords.Of(job.Status)}{took}", "m").End();
    }
}
