using CsCheck;

namespace ServerlessCompute;

/// <summary>Resolved jobs with everything that a job can say, sensible or not: what the wire carries, not what the service would take.</summary>
internal static class GenJob
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    public static Gen<NotificationSettings> Notifications { get; } = Gen.Select(
        GenText.List(GenText.Any),
        GenText.List(GenChoice.Word(NotificationEvent.JobCompleted, NotificationEvent.JobFailed, NotificationEvent.JobCancelled)),
        GenText.Map(Gen.Select(GenText.Some, GenChoice.Maybe(GenText.Any), GenText.Extras, (type, eventType, extras) =>
            new JobWebhook { Type = type, EventType = eventType, AdditionalProperties = extras })),
        GenText.Extras,
        (emails, events, webhooks, extras) => new NotificationSettings { Emails = emails, EmailOn = events, Webhooks = webhooks, AdditionalProperties = extras });

    public static Gen<CommandJob> Command { get; } = Gen.Select(
        Commons(new CommandJob()),
        Gen.Select(GenData.Command, GenData.Inputs, GenData.Outputs),
        Gen.Select(GenText.Any.Select(name => $"azureml://registries/azureml/environments/{name}"), GenChoice.Maybe(GenText.Any.Select(name => $"{Workspace}/codes/{name}/versions/1"))),
        GenText.Map(GenText.Any.Select(value => (EnvironmentValue)value)),
        GenChoice.Maybe(GenCompute.Resources),
        GenChoice.Maybe(GenCompute.QueueSettings),
        GenChoice.Maybe(GenCompute.Distribution),
        GenChoice.Maybe(GenCompute.Limits),
        (job, data, software, variables, resources, queue, distribution, limits) => job with
        {
            Command = data.Item1,
            Inputs = data.Item2,
            Outputs = data.Item3,
            Environment = software.Item1,
            Code = software.Item2 is null ? null : new AssetPath(software.Item2),
            EnvironmentVariables = variables,
            Resources = resources,
            QueueSettings = queue,
            Distribution = distribution,
            Limits = limits,
        });

    public static Gen<UnknownJob> Unknown { get; } =
        Gen.Select(GenText.NewWord, Commons(new UnknownJob("x")), (word, job) => Retype(job, word));

    public static Gen<T> Commons<T>(T job)
        where T : Job => Gen.Select(
            Gen.Select(GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any)),
            GenText.Map(GenText.Any),
            GenText.Map(GenText.Any),
            GenChoice.Maybe(GenCompute.Identity),
            GenText.Map(GenCompute.Service),
            GenChoice.Maybe(Notifications),
            Gen.Select(GenChoice.Maybe(GenText.Any.Select(name => $"{Workspace}/computes/{name}")), GenChoice.Maybe(GenText.Any), Gen.Bool),
            GenText.Extras,
            (names, tags, properties, identity, services, notifications, place, extras) => job with
            {
                DisplayName = names.Item1,
                Description = names.Item2,
                ExperimentName = names.Item3,
                Tags = tags,
                Properties = properties,
                Identity = identity,
                Services = services,
                NotificationSettings = notifications,
                Compute = place.Item1,
                ComponentId = place.Item2,
                IsArchived = place.Item3,
                AdditionalProperties = extras,
            });

    private static UnknownJob Retype(UnknownJob job, string word) => new(word)
    {
        DisplayName = job.DisplayName,
        Description = job.Description,
        ExperimentName = job.ExperimentName,
        Tags = job.Tags,
        Properties = job.Properties,
        Identity = job.Identity,
        Services = job.Services,
        NotificationSettings = job.NotificationSettings,
        Compute = job.Compute,
        ComponentId = job.ComponentId,
        IsArchived = job.IsArchived,
        AdditionalProperties = job.AdditionalProperties,
    };
}
