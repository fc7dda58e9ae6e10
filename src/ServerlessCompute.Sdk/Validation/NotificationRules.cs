using System.Buffers;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Who is told, and of what.</summary>
internal static class NotificationRules
{
    private const string Place = nameof(Job.NotificationSettings);

    // The contract: the addresses, joined with commas, have 499 characters at most.
    private const int LongestAddresses = 499;

    private static readonly SearchValues<char> _neverInAddresses = SearchValues.Create(" \t\r\n,;<>");

    public static void Check(Job job, JobReport report)
    {
        if (job.NotificationSettings is not { } settings)
        {
            return;
        }

        CheckEmails(settings, report);
        foreach ((NotificationEvent word, string path) in report.Items(settings.EmailOn, $"{Place}.{nameof(settings.EmailOn)}"))
        {
            if (!word.IsKnown)
            {
                report.Add(EventUnknown, path, $"The event {Shown.Value(word.ToString())} is not known.{Spelling.DidYouMean(word.ToString(), OpenEnum.Known<NotificationEvent>())}", $"Use one of {Shown.List(OpenEnum.Known<NotificationEvent>())}.");
            }
        }

        foreach ((string name, JobWebhook webhook) in report.Entries(settings.Webhooks, $"{Place}.{nameof(settings.Webhooks)}"))
        {
            string path = $"{Shown.At($"{Place}.{nameof(settings.Webhooks)}", name)}.{nameof(JobWebhook.Type)}";
            if (report.IsGiven(webhook.Type, path) && webhook.Type != "AzureDevOps")
            {
                report.Add(WebhookTypeUnknown, path, $"The webhook type {Shown.Value(webhook.Type)} is not known.", "Use 'AzureDevOps', the only type that the service knows.");
            }
        }
    }

    private static void CheckEmails(NotificationSettings settings, JobReport report)
    {
        const string Emails = $"{Place}.{nameof(settings.Emails)}";
        const string Events = $"{Place}.{nameof(settings.EmailOn)}";
        List<(string Item, string Path)> emails = [.. report.Items(settings.Emails, Emails)];
        foreach ((string email, string path) in emails.Where(email => !IsAddress(email.Item)))
        {
            report.Add(EmailForm, path, $"{Shown.Value(email)} is no mail address.", email.AsSpan().ContainsAny(',', ';') ? "Give each address an item of its own: Emails = [\"a@contoso.com\", \"b@contoso.com\"]." : "Write name@domain.");
        }

        int length = emails.Sum(email => email.Item.Length + 1) - 1;
        if (length > LongestAddresses)
        {
            report.Add(EmailsTooLong, Emails, $"The addresses have {length} characters together, and {LongestAddresses} is the most.", "Use a distribution list.");
        }

        if (emails.Count > 0 && settings.EmailOn is { Count: 0 })
        {
            report.Add(EmailsWithoutEvents, Events, "There are mail addresses and no events: no mail is sent.", "Set EmailOn = [NotificationEvent.JobCompleted, NotificationEvent.JobFailed].");
        }

        if (settings.Emails is { Count: 0 } && settings.EmailOn is { Count: > 0 })
        {
            report.Add(EventsWithoutEmails, Emails, "There are events and no mail addresses: no mail is sent.", "Set Emails = [\"me@contoso.com\"].");
        }
    }

    private static bool IsAddress(string email)
    {
        int at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < email.Length - 1 && at == email.LastIndexOf('@') && !email.AsSpan().ContainsAny(_neverInAddresses);
    }
}
