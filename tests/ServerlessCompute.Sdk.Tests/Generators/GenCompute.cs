using CsCheck;

namespace ServerlessCompute;

/// <summary>Where a job runs, as whom, and what runs beside it.</summary>
internal static class GenCompute
{
    private static readonly Gen<int> _number = Gen.Int;

    public static Gen<ResourceConfiguration> Resources { get; } = Gen.Select(
        GenChoice.Maybe(GenText.Any),
        GenChoice.MaybeValue(_number),
        GenChoice.Maybe(GenText.Any),
        GenChoice.Maybe(GenText.Any),
        GenText.List(GenText.Any),
        GenText.Extras,
        GenText.Extras,
        (type, count, shm, args, list, properties, extras) => new ResourceConfiguration
        {
            InstanceType = type,
            InstanceCount = count,
            ShmSize = shm,
            DockerArgs = args,
            DockerArgsList = list,
            Properties = properties,
            AdditionalProperties = extras,
        });

    public static Gen<QueueSettings> QueueSettings { get; } = Gen.Select(
        Gen.Frequency((1, Gen.Const(default(JobTier))), (3, GenChoice.Word(JobTier.Null, JobTier.Spot, JobTier.Standard))),
        GenChoice.MaybeValue(Gen.Int[1, 5].Select(number => (JobPriority)number)),
        GenText.Extras,
        (tier, priority, extras) => new QueueSettings { JobTier = tier, Priority = priority, AdditionalProperties = extras });

    public static Gen<CommandJobLimits> Limits { get; } = Gen.Select(
        GenChoice.MaybeValue(Gen.Long.Select(TimeSpan.FromTicks)),
        GenText.Extras,
        (timeout, extras) => new CommandJobLimits { Timeout = timeout, AdditionalProperties = extras });

    public static Gen<Distribution> Distribution { get; } = Gen.OneOf<Distribution>(
        Gen.Select(GenChoice.MaybeValue(_number), GenText.Extras, (processes, extras) =>
            (Distribution)new PyTorchDistribution { ProcessCountPerInstance = processes, AdditionalProperties = extras }),
        Gen.Select(GenChoice.MaybeValue(_number), GenText.Extras, (processes, extras) =>
            (Distribution)new MpiDistribution { ProcessCountPerInstance = processes, AdditionalProperties = extras }),
        Gen.Select(GenChoice.MaybeValue(_number), GenChoice.MaybeValue(_number), GenText.Extras, (workers, servers, extras) =>
            (Distribution)new TensorFlowDistribution { WorkerCount = workers, ParameterServerCount = servers, AdditionalProperties = extras }),
        Gen.Select(
            GenChoice.MaybeValue(_number),
            GenChoice.Maybe(GenText.Any),
            GenChoice.MaybeValue(Gen.Bool),
            GenChoice.MaybeValue(_number),
            GenChoice.Maybe(GenText.Any),
            GenChoice.Maybe(GenText.Any),
            GenText.Extras,
            (port, address, dashboard, dashboardPort, head, worker, extras) => (Distribution)new RayDistribution
            {
                Port = port,
                Address = address,
                IncludeDashboard = dashboard,
                DashboardPort = dashboardPort,
                HeadNodeAdditionalArgs = head,
                WorkerNodeAdditionalArgs = worker,
                AdditionalProperties = extras,
            }),
        Gen.Select(GenText.NewWord, GenText.Extras, (word, extras) => (Distribution)new UnknownDistribution(word) { AdditionalProperties = extras }));

    public static Gen<IdentityConfiguration> Identity { get; } = Gen.OneOf<IdentityConfiguration>(
        GenText.Extras.Select(extras => (IdentityConfiguration)new UserIdentityConfiguration { AdditionalProperties = extras }),
        GenText.Extras.Select(extras => (IdentityConfiguration)new AmlTokenConfiguration { AdditionalProperties = extras }),
        Gen.Select(GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any), GenChoice.Maybe(GenText.Any), GenText.Extras, (client, @object, resource, extras) =>
            (IdentityConfiguration)new ManagedIdentityConfiguration { ClientId = client, ObjectId = @object, ResourceId = resource, AdditionalProperties = extras }),
        Gen.Select(GenText.NewWord, GenText.Extras, (word, extras) =>
            (IdentityConfiguration)new UnknownIdentityConfiguration(word) { AdditionalProperties = extras }));

    public static Gen<JobService> Service { get; } = Gen.Select(
        Gen.Frequency((1, Gen.Const(default(JobServiceType))), (3, GenChoice.Word(JobServiceType.JupyterLab, JobServiceType.Ssh, JobServiceType.Custom))),
        GenChoice.MaybeValue(_number),
        GenChoice.Maybe(GenText.Any),
        GenText.Map(GenText.Any),
        Gen.Bool,
        GenText.Extras,
        (type, port, endpoint, properties, everywhere, extras) => new JobService
        {
            Type = type,
            Port = port,
            Endpoint = endpoint,
            Properties = properties,
            OnEveryNode = everywhere,
            AdditionalProperties = extras,
        });
}
