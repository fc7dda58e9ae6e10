namespace ServerlessCompute;

/// <content>The verbs: each gives a changed copy. <c>With…</c> replaces a property, <c>Add…</c> adds to it.</content>
public sealed partial record CommandStep
{
    /// <summary>Replaces the machines asked for.</summary>
    public CommandStep WithResources(ResourceConfiguration? resources) => this with { Resources = resources };

    /// <summary>Asks for nodes of one VM size; other settings of the resources stay.</summary>
    public CommandStep WithResources(string instanceType, int instanceCount = 1) =>
        this with { Resources = (Resources ?? new()) with { InstanceType = instanceType, InstanceCount = instanceCount } };

    /// <summary>Replaces the queue settings.</summary>
    public CommandStep WithQueueSettings(QueueSettings? settings) => this with { QueueSettings = settings };

    /// <summary>Chooses the tier; the priority stays.</summary>
    public CommandStep WithQueueSettings(JobTier tier) => this with { QueueSettings = (QueueSettings ?? new()) with { JobTier = tier } };

    /// <summary>Chooses how processes find each other.</summary>
    public CommandStep WithDistribution(Distribution? distribution) => this with { Distribution = distribution };

    /// <summary>Ends the step after that time; whole seconds.</summary>
    public CommandStep WithTimeout(TimeSpan timeout) => this with { Limits = (Limits ?? new()) with { Timeout = timeout } };

    /// <summary>Replaces the environment variables.</summary>
    public CommandStep WithEnvironmentVariables(ValueMap<EnvironmentValue> variables) => this with { EnvironmentVariables = variables };

    /// <summary>Adds or replaces one environment variable.</summary>
    public CommandStep AddEnvironmentVariable(string name, EnvironmentValue value) =>
        this with { EnvironmentVariables = EnvironmentVariables.With(name, value) };

    /// <summary>Chooses as whom the step runs.</summary>
    public CommandStep WithIdentity(IdentityConfiguration? identity) => this with { Identity = identity };
}
