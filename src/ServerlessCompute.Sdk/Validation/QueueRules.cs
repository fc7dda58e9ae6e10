using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The tier and the priority.</summary>
internal static class QueueRules
{
    private const string Tier = $"{nameof(CommandJob.QueueSettings)}.{nameof(QueueSettings.JobTier)}";

    public static void Check(CommandView view, JobReport report)
    {
        if (view.Job.QueueSettings is not { } settings)
        {
            return;
        }

        if (settings.JobTier.Value is { } word && !settings.JobTier.IsKnown)
        {
            report.Add(
                TierUnknown,
                Tier,
                $"The tier {Shown.Value(word)} is not known.{Spelling.DidYouMean(word, OpenEnum.Known<JobTier>())}",
                $"Use one of {Shown.List(OpenEnum.Known<JobTier>())}; serverless jobs use JobTier.Standard and JobTier.Spot.");
        }
        else if (settings.JobTier == JobTier.Basic || settings.JobTier == JobTier.Premium)
        {
            report.Add(TierUndocumented, Tier, $"The tier {settings.JobTier} is in the service's contract, and not documented for serverless jobs.", "Write .WithQueueSettings(JobTier.Standard) or .WithQueueSettings(JobTier.Spot).");
        }
        else if (settings.JobTier == JobTier.Spot && !ComputeRules.IsServerless(view.Job.Compute))
        {
            report.Add(SpotOnNamedCompute, Tier, $"The job asks for Spot and names the compute {Shown.Value(view.Job.Compute!)}, whose own machines it will get.", "Remove the compute, .WithCompute(null), or the tier.");
        }

        if (settings.Priority is { } priority && priority is not (JobPriority.Low or JobPriority.Medium or JobPriority.High))
        {
            report.Add(PriorityUnknown, $"{nameof(CommandJob.QueueSettings)}.{nameof(QueueSettings.Priority)}", $"The priority {(int)priority} is not known.", "Use JobPriority.Low, JobPriority.Medium or JobPriority.High.");
        }
    }
}
