using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>How long the job may run.</summary>
internal static class LimitRules
{
    private const string Place = $"{nameof(CommandJob.Limits)}.{nameof(CommandJobLimits.Timeout)}";

    // The service's documentation: a job lives 21 days at most, on Spot 7.
    private const int DaysOnStandard = 21;
    private const int DaysOnSpot = 7;

    public static void Check(CommandView view, JobReport report) => Check(view.Job.Limits?.Timeout, Place, view.Job.QueueSettings, report);

    public static void Check(TimeSpan? limit, string place, QueueSettings? queue, JobReport report)
    {
        if (limit is not { } timeout)
        {
            return;
        }

        int days = queue?.JobTier == JobTier.Spot ? DaysOnSpot : DaysOnStandard;
        if (timeout <= TimeSpan.Zero)
        {
            report.Add(TimeoutNotPositive, place, $"The timeout is {timeout:c}.", "Give a positive time, .WithTimeout(TimeSpan.FromHours(1)), or none.");
        }
        else if (timeout.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            report.Add(TimeoutNotWhole, place, $"The timeout is {timeout:c}, and the service counts whole seconds.", $"Write .WithTimeout(TimeSpan.FromSeconds({Math.Ceiling(timeout.TotalSeconds):0})).");
        }
        else if (timeout > TimeSpan.FromDays(days))
        {
            report.Add(TimeoutBeyondLimit, place, $"The timeout is {timeout:c}, and the service ends the job after {days} days.", $"Write .WithTimeout(TimeSpan.FromDays({days})) or less.");
        }
    }
}
