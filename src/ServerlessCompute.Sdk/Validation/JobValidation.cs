namespace ServerlessCompute;

/// <summary>Checks jobs before they are sent.</summary>
public static class JobValidation
{
    // In the order in which the parts of a job are read; each rule looks at one part and reports all that is wrong with it.
    private static readonly Action<Job, JobReport>[] _jobRules =
    [
        NamingRules.Check,
        TagRules.Check,
        ComputeRules.Check,
        IdentityRules.Check,
        ServiceRules.Check,
        NotificationRules.Check,
        AdditionalPropertyRules.Check,
    ];

    private static readonly Action<CommandView, JobReport>[] _commandRules =
    [
        CommandRules.Check,
        HoleRules.Check,
        InputRules.Check,
        OutputRules.Check,
        EnvironmentRules.Check,
        CodeRules.Check,
        VariableRules.Check,
        ResourceRules.Check,
        QueueRules.Check,
        LimitRules.Check,
        DistributionRules.Check,
        AdditionalPropertyRules.Check,
    ];

    /// <summary>
    /// Finds everything that is wrong with a job, at once. Looks at the job alone: no files, no network, no clock; the same job
    /// gives the same result. Submission does it first, then looks at the files.
    /// </summary>
    /// <remarks>
    /// In a job that the service sent (it has an id or a status), words that this library does not know are warnings, not errors.
    /// Of a kind of job that this library has no type for, the common parts are checked.
    /// </remarks>
    public static JobValidationResult Validate(this Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var report = new JobReport(job);
        CheckJob(job, report);
        return report.ToResult();
    }

    /// <summary>Checks a job, wherever it is.</summary>
    internal static void CheckJob(Job job, JobReport report)
    {
        switch (job)
        {
            case CommandJob command:
                CheckCommand(new CommandView(command), report);
                break;
            case SweepJob sweep:
                SweepRules.Check(sweep, report);
                break;
            case AutoMlJob autoMl:
                AutoMlRules.Check(autoMl, report);
                break;
            case SparkJob spark:
                SparkRules.Check(spark, report);
                break;
            case FineTuningJob fineTuning:
                FineTuningRules.Check(fineTuning, report);
                break;
            case PipelineJob pipeline:
                PipelineRules.Check(pipeline, report);
                break;
        }

        foreach (Action<Job, JobReport> rule in _jobRules)
        {
            rule(job, report);
        }
    }

    /// <summary>Checks a command with what flows in and out of it, wherever in a job it is.</summary>
    internal static void CheckCommand(CommandView view, JobReport report)
    {
        foreach (Action<CommandView, JobReport> rule in _commandRules)
        {
            rule(view, report);
        }
    }
}
