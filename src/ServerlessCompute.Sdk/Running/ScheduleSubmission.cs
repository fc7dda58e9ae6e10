using System.Buffers;
using System.Text;

namespace ServerlessCompute;

/// <summary>Takes a schedule that was checked to the service: what its job needs first, then the schedule itself.</summary>
internal static class ScheduleSubmission
{
    public static async Task<Schedule> PutAsync(ServiceConnection connection, Schedule schedule, SubmitOptions options, CancellationToken cancellationToken)
    {
        string apiVersion = ApiVersions.Base;
        Schedule sent = Settled(schedule);
        if (schedule.CreateJob is { } job)
        {
            (JobPlan plan, apiVersion, _) = await JobSubmission.PrepareAsync(connection, job, options, cancellationToken).ConfigureAwait(false);
            sent = With(sent, await new PlanApplier(AssetContext.Of(connection)).ApplyAsync(plan, options.UploadProgress, cancellationToken).ConfigureAwait(false));
        }

        return await ScheduleRequests.PutAsync(connection, schedule.Name!, apiVersion, sent, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What making the schedule would do; nothing is sent.</summary>
    public static async Task<SubmissionPlan> PlanAsync(ServiceConnection connection, Schedule schedule, Job job, SubmitOptions options, CancellationToken cancellationToken)
    {
        (JobPlan plan, string apiVersion, ValueList<JobDiagnostic> warnings) = await JobSubmission.PrepareAsync(connection, job, options, cancellationToken).ConfigureAwait(false);
        var body = new ArrayBufferWriter<byte>(1024);
        ScheduleWire.Write(body, With(Settled(schedule), plan.Planned.Visit(new SecretMask())));
        return new SubmissionPlan
        {
            Job = job,
            Assets = [.. plan.Describe()],
            RequestPath = $"{connection.WorkspacePath}/schedules/{(schedule.Name is { } name ? Uri.EscapeDataString(name) : "{name}")}",
            ApiVersion = apiVersion,
            Body = Encoding.UTF8.GetString(body.WrittenSpan),
            Warnings = warnings,
        };
    }

    /// <summary>A problem that only the clock shows; null when there is none.</summary>
    public static JobDiagnostic? FindEnd(Schedule schedule, DateTimeOffset now)
    {
        if (schedule.Trigger is not { EndTime: { } end } trigger)
        {
            return null;
        }

        // A zone that this system does not know is taken for the last one where that time comes.
        TimeSpan offset = TimeZoneNames.Find(trigger.TimeZone)?.GetUtcOffset(DateTime.SpecifyKind(end, DateTimeKind.Unspecified)) ?? TimeSpan.FromHours(-12);
        return end - offset < now.UtcDateTime
            ? DiagnosticCatalog.ScheduleIsOver.At(
                $"{nameof(Schedule.Trigger)}.{nameof(ScheduleTrigger.EndTime)}",
                $"The schedule ended at {end:yyyy-MM-dd HH:mm:ss} ({trigger.TimeZone}), and will not fire.",
                "Give a later end, or none.")
            : null;
    }

    /// <summary>The service knows clocks by their names in Windows.</summary>
    private static Schedule Settled(Schedule schedule) =>
        schedule.Trigger is { } trigger && TimeZoneNames.ToWindows(trigger.TimeZone) is { } zone && zone != trigger.TimeZone ? schedule.WithTimeZone(zone) : schedule;

    private static Schedule With(Schedule schedule, Job job) => schedule with { Action = (CreateJobAction)schedule.Action! with { Job = job } };
}
