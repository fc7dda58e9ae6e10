using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Checks schedules before they are sent.</summary>
public static class ScheduleValidation
{
    /// <summary>
    /// Finds everything that is wrong with a schedule and its job, at once. Looks at the schedule alone: no files, no network, no clock; the
    /// same schedule gives the same result.
    /// </summary>
    /// <remarks>In a schedule that the service sent (it has an id), words that this library does not know are warnings, not errors.</remarks>
    public static JobValidationResult Validate(this Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var report = new JobReport(isFromService: schedule.Id is not null) { IsScheduled = true };
        CheckName(schedule, report);
        TagRules.CheckMaps(schedule.Tags, schedule.Properties, report);
        ScheduleTriggerRules.Check(schedule.Trigger, report);
        CheckAction(schedule.Action, report);
        AdditionalPropertyRules.Check(schedule, "", report);
        AdditionalPropertyRules.Check(schedule.Action, nameof(Schedule.Action), report);
        return report.ToResult();
    }

    private static void CheckName(Schedule schedule, JobReport report)
    {
        if (schedule.Name is not { } name || !NameForm.IsResource(name))
        {
            // While it is being made, the service's answer has no name.
            if (schedule.Name is not null || schedule.ProvisioningState.Value is null)
            {
                report.Add(
                    ScheduleNameForm,
                    nameof(Schedule.Name),
                    schedule.Name is null ? "The schedule has no name." : $"The name {Shown.Value(schedule.Name)} is not made of at most 255 letters, digits, hyphens and underscores, beginning with a letter or digit.",
                    "Write .WithName(\"every-morning\"). Any text may be in DisplayName.");
            }
        }

        if (schedule.DisplayName is { } displayName && string.IsNullOrWhiteSpace(displayName))
        {
            report.Add(DisplayNameBlank, nameof(Schedule.DisplayName), "The display name is blank.", "Leave it null: the studio then shows the schedule's name.");
        }
    }

    private static void CheckAction(ScheduleAction? action, JobReport report)
    {
        const string Place = nameof(Schedule.Action);
        switch (action)
        {
            case CreateJobAction { Job: { } job }:
                JobValidation.CheckJob(job, report.At(path => path.Length == 0 ? $"{Place}.{nameof(CreateJobAction.Job)}" : $"{Place}.{nameof(CreateJobAction.Job)}.{path}"));
                break;
            case UnknownScheduleAction { Type: var type }:
                report.Add(ScheduleKindUnknown, Place, $"The action {Shown.Value(type)} is not known to this library and is sent as it is.", "Give it a job: .WithAction(job).");
                break;
            default:
                report.Add(ScheduleActionMissing, Place, "The schedule has no job.", "Give it one: .WithAction(job).");
                break;
        }
    }
}
