namespace ServerlessCompute;

/// <summary>Jobs after submission as HTML and as pictures. Nothing is asked of the service.</summary>
public static class RunDisplay
{
    private static readonly string[] _columns = ["<Job", "<Status", "<On", "Took"];

    /// <summary>The handle: the job's name and the way to its page in the studio.</summary>
    public static HtmlFragment ToHtml(this JobRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        HtmlWriter html = new HtmlWriter(run.Name).Heading(run.Name.Length == 0 ? "A job" : run.Name);
        _ = run.WasCreated is { } wasCreated ? html.Line(wasCreated ? "Submitted." : "A job of this name was there already; this is a handle to it.", "m") : html;
        return (run.HasAddress && run.StudioUri is { } address ? html.Link(address, "Open in the studio") : html).ToFragment();
    }

    /// <summary>How a job ended: status, times, machines, and of one that failed the error and the log's last lines.</summary>
    public static HtmlFragment ToHtml(this JobResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        DisplayFact?[] facts =
        [
            result.StartedAt is { } start ? new DisplayFact("Started", start.ToString("u", System.Globalization.CultureInfo.InvariantCulture)) : null,
            result.Duration is { } time ? new DisplayFact("Took", DisplayWords.Duration(time)) : null,
            result.InstanceType is { } type ? new DisplayFact("Machines", $"{result.InstanceCount ?? 1} x {type}") : null,
        ];
        HtmlWriter html = new HtmlWriter(result.ToString()).Heading(result.JobName, result.Status).Facts(facts.OfType<DisplayFact>());
        return WithError(html, result.Error, result.LogTail).ToFragment();
    }

    /// <summary>Why a job is where it is, and what it would get if it were submitted now.</summary>
    public static HtmlFragment ToHtml(this RunExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        HtmlWriter html = new HtmlWriter(explanation.JobName).Heading(explanation.JobName, explanation.Status);
        _ = explanation.InstanceType is { } type ? html.Line($"On {explanation.InstanceCount ?? 1} x {type}") : html;
        _ = explanation.Waiting is { } waiting ? html.Line(waiting.ToString(), "wait") : html;
        WithError(html, explanation.Error, []);
        _ = explanation.Outlook is { } outlook ? PreflightDisplay.Write(html.Section("If it were submitted now"), outlook) : html;
        return html.ToFragment();
    }

    /// <summary>A job and what it started: each with its status, its machines and its time, and when it waited and worked.</summary>
    public static HtmlFragment ToHtml(this JobTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        IEnumerable<(JobTree Job, int Depth)> jobs = TimelinePicture.Flatten(tree).Skip(1);
        int count = TimelinePicture.Flatten(tree).Count() - 1;
        return new HtmlWriter($"{tree.Name}: {DisplayWords.Of(tree.Status)}")
            .Heading(tree.Name, tree.Status)
            .Line(count == 0 ? "It has started nothing." : $"{DisplayWords.Plural(count, "job")} below it.", "m")
            .Picture(TimelinePicture.Draw(tree, isTitled: false))
            .Folded("As a table", html => html.Table(_columns, jobs.Select(entry => Row(entry.Job, entry.Depth)), count))
            .ToFragment();
    }

    /// <summary>When each job of the tree waited and worked, on one line of time. Jobs beyond a bound are counted.</summary>
    public static SvgImage ToSvg(this JobTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return TimelinePicture.Draw(tree);
    }

    private static HtmlWriter WithError(HtmlWriter html, JobError? error, ValueList<string> log)
    {
        _ = error is null ? html : html.Line($"{error.Code}: {error.Message}", "bad");
        return log.Count == 0 ? html : html.Lines(string.Join('\n', log.TakeLast(DisplayWords.RowsShown).Select(static line => Shown.Text(line))));
    }

    private static HtmlCell[] Row(JobTree job, int depth) =>
    [
        new string('\u00a0', 3 * Math.Min(depth - 1, 10)) + TimelinePicture.NameOf(job),
        HtmlCell.Status(job.Status),
        job.Child?.InstanceType is { } type ? $"{job.Child.InstanceCount ?? 1} x {type}" : "",
        HtmlCell.Number(job.Child is { ReusedFrom: not null } ? "reused" : job.Child?.Duration is { } time ? DisplayWords.Duration(time) : "-"),
    ];
}
