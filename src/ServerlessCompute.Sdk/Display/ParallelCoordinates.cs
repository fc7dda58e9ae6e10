using System.Text;

namespace ServerlessCompute;

/// <summary>Draws trials as lines across their hyperparameters to the metric; the better, the stronger.</summary>
internal static class ParallelCoordinates
{
    public const int AxesShown = 10;
    private const int LinesShown = 250;
    private const int Top = 64;
    private const int Height = 260;
    private const int Left = 60;
    private const int Right = 110;

    public static SvgImage Draw(IReadOnlyList<TrialResult> trials, string metric, bool isTitled = true)
    {
        string[] names = [.. trials.SelectMany(static trial => trial.Parameters.Keys).Distinct(StringComparer.Ordinal)];
        TrialAxis[] axes = [.. names.Take(AxesShown).Select(name => new TrialAxis(name, trials.Where(trial => trial.Parameters.ContainsKey(name)).Select(trial => trial.Parameters[name])))];
        NumberScale scale = NumberScale.Of(trials.Select(static trial => trial.Metric ?? double.NaN), logarithmicFrom: 1000);
        double gap = axes.Length == 0 ? 0 : Math.Clamp(760.0 / axes.Length, 84, 240);
        double width = Left + (axes.Length * gap) + Right;

        var svg = new SvgWriter();
        _ = isTitled ? svg.Text(16, 26, DisplayWords.Plural(trials.Count, "trial"), "b") : svg;
        (TrialResult Trial, int Strength)[] lines = [.. Choose(Strengths(trials))];
        foreach ((TrialResult trial, int strength) in lines)
        {
            string look = trial.IsBest ? "lb" : $"q{strength}";
            svg.Begin(trial.ToString()).Path(Line(trial, axes, gap, scale), $"l {look}").End();
        }

        // What is written stands above the lines.
        for (int i = 0; i < axes.Length; i++)
        {
            DrawAxis(svg, Left + (i * gap), axes[i].Name + (axes[i].IsLogarithmic ? " (log)" : ""), axes[i].Ticks, gap - 10);
        }

        double end = Left + (axes.Length * gap);
        double? best = trials.FirstOrDefault(static trial => trial.IsBest)?.Metric;
        double? bestAt = best is { } value ? scale.Position(value) : null;
        double label = bestAt is { } at ? Y(at) + (at > 0.5 ? 18 : -10) : double.NegativeInfinity;

        // The best has its number beside it; the axis leaves room for that.
        DrawAxis(svg, end, metric + (scale.IsLogarithmic ? " (log)" : ""), [.. scale.Ticks(5).Where(tick => Math.Abs(Y(tick.Position) + 4 - label) > 13)], Right, isLast: true);
        _ = bestAt is { } top ? svg.Dot(end, Y(top), 4.5, "best").Text(end + 9, label, $"best {DisplayWords.Value(best!.Value)}", "best b halo") : svg;
        svg.Text(16, Top + Height + 42, Legend(trials, names.Length), "m", maximum: width);
        return svg.ToImage($"Parallel coordinates of {DisplayWords.Plural(trials.Count, "trial")}", Math.Max(width, 460), Top + Height + 58);
    }

    private static string Legend(IReadOnlyList<TrialResult> trials, int parameters)
    {
        string without = trials.Any(static trial => trial.Metric is null) ? "; dashed: no value" : "";
        string rest = parameters > AxesShown ? $"; {DisplayWords.Plural(parameters - AxesShown, "more hyperparameter")} not drawn" : "";
        string drawn = trials.Count > LinesShown ? $"; {LinesShown} of {DisplayWords.Count(trials.Count)} are drawn" : "";
        return $"The stronger the line, the better the trial{without}{rest}{drawn}";
    }

    private static void DrawAxis(SvgWriter svg, double x, string name, IReadOnlyList<(double Position, string Label)> ticks, double width, bool isLast = false)
    {
        svg.Line(x, Top, x, Top + Height, "axis").Text(x, Top - 14, name, "b", "middle", width);
        foreach ((double position, string label) in ticks)
        {
            svg.Line(x - 4, Y(position), x, Y(position), "axis");
            _ = isLast ? svg.Text(x + 8, Y(position) + 4, label, "m halo", maximum: 80) : svg.Text(x - 8, Y(position) + 4, label, "m halo", "end", width - 20);
        }
    }

    /// <summary>From 1, the worst fifth, to 5; 0 for a trial without a value. Which way is better is seen from the best.</summary>
    private static IEnumerable<(TrialResult Trial, int Strength)> Strengths(IReadOnlyList<TrialResult> trials)
    {
        double[] values = [.. trials.Where(static trial => trial.Metric is { } metric && !double.IsNaN(metric)).Select(static trial => trial.Metric!.Value).Order()];
        double best = (trials.FirstOrDefault(static trial => trial.IsBest) ?? trials.FirstOrDefault(static trial => trial.Metric is not null))?.Metric ?? 0;
        bool isMore = values.Length == 0 || Math.Abs(values[^1] - best) <= Math.Abs(best - values[0]);
        foreach (TrialResult trial in trials)
        {
            if (trial.Metric is not { } metric || double.IsNaN(metric))
            {
                yield return (trial, 0);
                continue;
            }

            int rank = Array.BinarySearch(values, metric);
            yield return (trial, 1 + ((isMore ? rank : values.Length - 1 - rank) * 5 / values.Length));
        }
    }

    /// <summary>Those that are drawn, the best above all others; of many an even sample.</summary>
    private static IEnumerable<(TrialResult Trial, int Strength)> Choose(IEnumerable<(TrialResult Trial, int Strength)> trials)
    {
        (TrialResult Trial, int Strength)[] all = [.. trials];
        IEnumerable<int> chosen = all.Length <= LinesShown
            ? Enumerable.Range(0, all.Length)
            : Enumerable.Range(0, LinesShown).Select(i => (int)((long)i * all.Length / LinesShown)).Union(Enumerable.Range(0, all.Length).Where(i => all[i].Trial.IsBest).Take(1));
        return chosen.Select(i => all[i]).OrderBy(static entry => entry.Trial.IsBest).ThenBy(static entry => entry.Strength);
    }

    private static StringBuilder Line(TrialResult trial, TrialAxis[] axes, double gap, NumberScale scale)
    {
        var path = new StringBuilder();
        bool isDown = false;
        for (int i = 0; i <= axes.Length; i++)
        {
            double? position = i < axes.Length
                ? trial.Parameters.TryGetValue(axes[i].Name, out RawJson value) ? axes[i].Position(value) : null
                : trial.Metric is { } metric ? scale.Position(metric) : null;
            if (position is { } at)
            {
                _ = isDown ? path.To(Left + (i * gap), Y(at)) : path.Move(Left + (i * gap), Y(at));
            }

            isDown = position is not null;
        }

        return path.Length == 0 ? path.Move(Left, Top) : path;
    }

    private static double Y(double position) => Top + (Height * (1 - position));
}
