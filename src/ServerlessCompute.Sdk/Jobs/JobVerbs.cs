namespace ServerlessCompute;

/// <summary>Verbs that every kind of job has. Each gives a changed copy of the same kind.</summary>
public static class JobVerbs
{
    /// <summary>Names the job in the workspace. A named job can be submitted again safely: it runs once.</summary>
    public static T WithName<T>(this T job, string? name)
        where T : Job => job with { Name = name };

    /// <summary>Sets the name shown in the studio.</summary>
    public static T WithDisplayName<T>(this T job, string? displayName)
        where T : Job => job with { DisplayName = displayName };

    /// <summary>Says what the job is for.</summary>
    public static T WithDescription<T>(this T job, string? description)
        where T : Job => job with { Description = description };

    /// <summary>Lists the job under an experiment.</summary>
    public static T WithExperimentName<T>(this T job, string? experimentName)
        where T : Job => job with { ExperimentName = experimentName };

    /// <summary>Replaces the tags.</summary>
    public static T WithTags<T>(this T job, ValueMap<string> tags)
        where T : Job => job with { Tags = tags };

    /// <summary>Adds or replaces one tag.</summary>
    public static T AddTag<T>(this T job, string name, string value)
        where T : Job => job with { Tags = job.Tags.With(name, value) };

    /// <summary>Replaces the properties.</summary>
    public static T WithProperties<T>(this T job, ValueMap<string> properties)
        where T : Job => job with { Properties = properties };

    /// <summary>Adds or replaces one property.</summary>
    public static T AddProperty<T>(this T job, string name, string value)
        where T : Job => job with { Properties = job.Properties.With(name, value) };

    /// <summary>Chooses as whom the job runs.</summary>
    public static T WithIdentity<T>(this T job, IdentityConfiguration? identity)
        where T : Job => job with { Identity = identity };

    /// <summary>Replaces the interactive services.</summary>
    public static T WithServices<T>(this T job, ValueMap<JobService> services)
        where T : Job => job with { Services = services };

    /// <summary>Adds or replaces one interactive service.</summary>
    public static T AddService<T>(this T job, string name, JobService service)
        where T : Job => job with { Services = job.Services.With(name, service) };

    /// <summary>Chooses who is told when the job is over.</summary>
    public static T WithNotificationSettings<T>(this T job, NotificationSettings? settings)
        where T : Job => job with { NotificationSettings = settings };

    /// <summary>Names the component that the job is made from.</summary>
    public static T WithComponentId<T>(this T job, string? componentId)
        where T : Job => job with { ComponentId = componentId };

    /// <summary>Hides the job from lists, or shows it.</summary>
    public static T WithIsArchived<T>(this T job, bool isArchived)
        where T : Job => job with { IsArchived = isArchived };

    /// <summary>Replaces the members that the service knows and this library does not.</summary>
    public static T WithAdditionalProperties<T>(this T job, ValueMap<RawJson> properties)
        where T : Job => job with { AdditionalProperties = properties };

    /// <summary>Names a compute instead of serverless: a name or a resource id. Null goes back to serverless.</summary>
    public static T WithCompute<T>(this T job, string? compute)
        where T : Job => job with { Compute = compute };
}
