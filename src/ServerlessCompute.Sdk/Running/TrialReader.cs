namespace ServerlessCompute;

/// <summary>Reads the trials of a sweep: what was drawn is noted on the sweep, one tag for each trial; what came of it the trials logged.</summary>
internal sealed class TrialReader(ServiceConnection connection, JobRun sweep)
{
    /// <summary>Trials whose metrics are asked for at once.</summary>
    private const int TrialsAtOnce = 8;

    private const string TagPrefix = "_aml_system_";
    private const string HyperparametersTag = "_aml_system_hyperparameters";

    public async Task<ValueList<TrialResult>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Job job = await sweep.GetJobAsync(cancellationToken).ConfigureAwait(false);
        if (job is not SweepJob { Objective: { } objective })
        {
            throw new InvalidOperationException($"'{sweep.Name}' is a {job.JobType} job: only a sweep has trials. Its children are listed by GetChildrenAsync.");
        }

        var children = new List<JobChild>();
        await foreach (JobChild child in sweep.GetChildrenAsync(recursive: false, cancellationToken).ConfigureAwait(false))
        {
            children.Add(child);
        }

        var trials = new TrialResult[children.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = TrialsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, trials.Length, options, async (i, ct) => trials[i] = await ReadAsync(children[i], job.Tags, objective, ct).ConfigureAwait(false)).ConfigureAwait(false);
        return Ranked(trials, objective.Goal);
    }

    /// <summary>The best first. Of equal trials the earlier one is better; the sort keeps the order in which they began.</summary>
    private static ValueList<TrialResult> Ranked(TrialResult[] trials, Goal goal)
    {
        TrialResult[] ranked =
        [
            .. trials.OrderBy(trial => trial.Metric switch
            {
                null => double.PositiveInfinity,
                { } value when double.IsNaN(value) => double.MaxValue,
                { } value => goal == Goal.Minimize ? value : -value,
            }),
        ];
        if (ranked is [{ Metric: not null } best, ..])
        {
            ranked[0] = best with { IsBest = true };
        }

        return ranked;
    }

    private async Task<TrialResult> ReadAsync(JobChild child, ValueMap<string> sweepTags, SweepObjective objective, CancellationToken cancellationToken)
    {
        IReadOnlyList<MetricPoint> points = await new RunReader(connection, child.Name).GetMetricHistoryAsync(objective.PrimaryMetric, cancellationToken).ConfigureAwait(false);
        double[] values = [.. points.Select(point => point.Value).Where(value => !double.IsNaN(value))];
        return new TrialResult
        {
            Trial = child,
            Parameters = Parameters(child, sweepTags),
            Metric = values.Length == 0 ? null : objective.Goal == Goal.Minimize ? values.Min() : values.Max(),
        };
    }

    private static ValueMap<RawJson> Parameters(JobChild child, ValueMap<string> sweepTags)
    {
        string? text = sweepTags.TryGetValue(TagPrefix + child.Name, out string? onSweep) ? onSweep
            : child.Tags.TryGetValue(HyperparametersTag, out string? onTrial) ? onTrial
            : null;
        try
        {
            return text is not null && TreeJson.Read(RawJson.Parse(text)) is TreeMap map
                ? ValueMap.From(map.Entries.Select(entry => new KeyValuePair<string, RawJson>(entry.Name, TreeJson.ToRaw(entry.Value))))
                : ValueMap<RawJson>.Empty;
        }
        catch (FormatException)
        {
            // A note of another form is none of ours.
            return ValueMap<RawJson>.Empty;
        }
    }
}
