using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The members that a part carries beyond this library's properties: there, and named.</summary>
internal static class AdditionalPropertyRules
{
    public static void Check(Job job, JobReport report)
    {
        Check(job, "", report);
        Check(job.Identity, nameof(Job.Identity), report);
        Check(job.NotificationSettings, nameof(Job.NotificationSettings), report);
        CheckMap(job.Services, nameof(Job.Services), report);
        CheckMap(job.NotificationSettings?.Webhooks, $"{nameof(Job.NotificationSettings)}.{nameof(NotificationSettings.Webhooks)}", report);
    }

    public static void Check(CommandView view, JobReport report)
    {
        CheckMap(view.Inputs, nameof(CommandJob.Inputs), report);
        CheckMap(view.Outputs, nameof(CommandJob.Outputs), report);
        Check(view.Job.Environment, nameof(CommandJob.Environment), report);
        Check(view.Job.Resources, nameof(CommandJob.Resources), report);
        Check(view.Job.QueueSettings, nameof(CommandJob.QueueSettings), report);
        Check(view.Job.Distribution, nameof(CommandJob.Distribution), report);
        Check(view.Job.Limits, nameof(CommandJob.Limits), report);
    }

    public static void Check(JobPart? part, string path, JobReport report)
    {
        string place = path.Length == 0 ? nameof(JobPart.AdditionalProperties) : $"{path}.{nameof(JobPart.AdditionalProperties)}";
        if (part is not null && report.IsGiven(part.AdditionalProperties, place) && part.AdditionalProperties.Keys.Any(string.IsNullOrWhiteSpace))
        {
            report.Add(NameIsBlank, place, "An entry has no name.", "Give each entry a name that is not blank.");
        }
    }

    private static void CheckMap<T>(IEnumerable<KeyValuePair<string, T>>? parts, string path, JobReport report)
        where T : JobPart
    {
        foreach ((string name, T? part) in parts ?? [])
        {
            Check(part, Shown.At(path, name), report);
        }
    }
}
