namespace ServerlessCompute;

/// <summary>Who is told when a job is over. Immutable.</summary>
public sealed record NotificationSettings : JobPart
{
    /// <summary>The addresses; 499 characters in all.</summary>
    public ValueList<string> Emails { get; init; } = ValueList<string>.Empty;

    /// <summary>At what events a mail is sent.</summary>
    public ValueList<NotificationEvent> EmailOn { get; init; } = ValueList<NotificationEvent>.Empty;

    /// <summary>Other services that are told, by a name of your choice.</summary>
    public ValueMap<JobWebhook> Webhooks { get; init; } = ValueMap<JobWebhook>.Empty;
}
