using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A sweep: its trial as the command it is, and what is searched, how, and for how long.</summary>
internal static class SweepRules
{
    /// <summary>What the rules of commands find at the job, and a sweep has in its trial.</summary>
    private static readonly string[] _ofTrial =
        [nameof(SweepTrial.Command), nameof(SweepTrial.Code), nameof(SweepTrial.Environment), nameof(SweepTrial.EnvironmentVariables), nameof(SweepTrial.Distribution), nameof(SweepTrial.Resources)];

    public static void Check(SweepJob job, JobReport report)
    {
        if (!report.IsGiven(job.Trial, nameof(SweepJob.Trial)))
        {
            return;
        }

        Dictionary<string, SearchSpace> spaces = new(StringComparer.Ordinal);
        foreach ((string name, SearchSpace space) in report.Entries(job.AllSearchSpaces, nameof(SweepJob.SearchSpace)))
        {
            spaces[name] = space;
        }

        var view = new CommandView(AsCommand(job), spaces);
        JobValidation.CheckCommand(view, report.At(PlaceOf));
        CheckSearch(job, spaces, view, report);
    }

    /// <summary>What a sweep has beside its trial's own command: what is searched, how, and for how long; and the trial's machines.</summary>
    public static void CheckSearch(SweepJob job, JobReport report)
    {
        Dictionary<string, SearchSpace> spaces = report.Entries(job.SearchSpace, nameof(SweepJob.SearchSpace)).ToDictionary(StringComparer.Ordinal);
        var view = new CommandView(AsCommand(job), spaces);
        ResourceRules.Check(view, report);
        QueueRules.Check(view, report);
        LimitRules.Check(view, report.At(PlaceOf));
        CheckSearch(job, spaces, view, report);
    }

    private static void CheckSearch(SweepJob job, Dictionary<string, SearchSpace> spaces, CommandView view, JobReport report)
    {
        HyperparameterRules.Check(spaces, view, report);
        SamplingRules.Check(job, spaces, report);
        CheckObjective(job.Objective, report);
        CheckLimits(job, report);
    }

    /// <summary>One trial as a job of its own.</summary>
    public static CommandJob AsCommand(SweepJob job) => new()
    {
        Command = job.Trial.Command,
        Code = job.Trial.Code,
        Environment = job.Trial.Environment,
        EnvironmentVariables = job.Trial.EnvironmentVariables,
        Distribution = job.Trial.Distribution,
        Resources = job.Trial.Resources,
        Inputs = job.Inputs,
        Outputs = job.Outputs,
        QueueSettings = job.QueueSettings,
        Compute = job.Compute,
        Limits = job.Limits?.TrialTimeout is { } timeout ? new CommandJobLimits { Timeout = timeout } : null,
        Id = job.Id,
        Status = job.Status,
    };

    private static string PlaceOf(string path)
    {
        string part = path.Split('.', '[')[0];
        return _ofTrial.Contains(part, StringComparer.Ordinal) ? $"{nameof(SweepJob.Trial)}.{path}"
            : path == $"{nameof(CommandJob.Limits)}.{nameof(CommandJobLimits.Timeout)}" ? $"{nameof(SweepJob.Limits)}.{nameof(SweepJobLimits.TrialTimeout)}"
            : path;
    }

    private static void CheckObjective(SweepObjective? objective, JobReport report)
    {
        string place = nameof(SweepJob.Objective);
        if (objective is null || string.IsNullOrWhiteSpace(objective.PrimaryMetric))
        {
            report.Add(ObjectiveMissing, place, "The sweep does not say which metric it looks at.", "Say .Maximize(\"accuracy\") or .Minimize(\"loss\"), with a metric that the trials log.");
        }

        if (objective is not null && !objective.Goal.IsKnown)
        {
            report.Add(
                GoalUnknown,
                $"{place}.{nameof(SweepObjective.Goal)}",
                objective.Goal.Value is { } word ? $"The goal {Shown.Value(word)} is not known.{report.DidYouMean(word, OpenEnum.Known<Goal>())}" : "The sweep does not say which way the metric is better.",
                "Use Goal.Maximize or Goal.Minimize.");
        }
    }

    private static void CheckLimits(SweepJob job, JobReport report)
    {
        SweepJobLimits limits = job.Limits ?? new SweepJobLimits();
        string place = nameof(SweepJob.Limits);
        CheckCount(limits.MaxTotalTrials, $"{place}.{nameof(SweepJobLimits.MaxTotalTrials)}", report);
        CheckCount(limits.MaxConcurrentTrials, $"{place}.{nameof(SweepJobLimits.MaxConcurrentTrials)}", report);
        if (limits.MaxTotalTrials is null)
        {
            report.Add(TrialCountMissing, $"{place}.{nameof(SweepJobLimits.MaxTotalTrials)}", "The sweep does not say how many trials there are: it ends when the service's own bound, or a grid, does.", "Write .WithLimits(maxTotalTrials: 20).");
        }
        else if (limits.MaxConcurrentTrials > limits.MaxTotalTrials)
        {
            report.Add(TrialsMoreAtOnce, $"{place}.{nameof(SweepJobLimits.MaxConcurrentTrials)}", $"{limits.MaxConcurrentTrials} trials at once are asked for, and there are {limits.MaxTotalTrials}.", "Ask for as many at once as there are, or fewer.");
        }

        LimitRules.Check(limits.Timeout, $"{place}.{nameof(SweepJobLimits.Timeout)}", job.QueueSettings, report);
        if (limits.TrialTimeout > limits.Timeout)
        {
            report.Add(TrialLongerThanSweep, $"{place}.{nameof(SweepJobLimits.TrialTimeout)}", $"A trial may run for {limits.TrialTimeout:c}, and the sweep ends after {limits.Timeout:c}.", "Let the sweep run longer, or trials shorter.");
        }
    }

    private static void CheckCount(int? count, string place, JobReport report)
    {
        if (count < 1)
        {
            report.Add(TrialCountRange, place, $"The number of trials is {count}.", "Ask for one trial or more.");
        }
    }
}
