namespace ServerlessCompute;

/// <summary>The table of who is told when a job is over. YAML has no words for it.</summary>
internal static class NotificationTables
{
    private static readonly Shape<JobWebhook> _webhook = new Shape<JobWebhook>(new JobWebhook())
        .Add(MemberNames.NotRest("webhook_type"), Forms.Text, w => w.Type, (w, v) => w with { Type = v })
        .Add(MemberNames.NotRest("event_type"), Forms.Text, w => w.EventType, (w, v) => w with { EventType = v });

    public static ValueForm<NotificationSettings> Settings { get; } = new WireForm<NotificationSettings>(
        new Shape<NotificationSettings>(new NotificationSettings())
            .Add(MemberNames.NotRest("emails"), Forms.TextList, n => n.Emails, (n, v) => n with { Emails = v })
            .Add(MemberNames.NotRest("email_on"), new ListForm<NotificationEvent>(new WordForm<NotificationEvent>()), n => n.EmailOn, (n, v) => n with { EmailOn = v })
            .Add(MemberNames.NotRest("webhooks"), new MapForm<JobWebhook>(_webhook), n => n.Webhooks, (n, v) => n with { Webhooks = v }),
        NotificationWire.Write,
        NotificationWire.Read);
}
