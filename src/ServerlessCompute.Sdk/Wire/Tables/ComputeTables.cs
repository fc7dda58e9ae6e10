namespace ServerlessCompute;

/// <summary>The tables of where a job runs and how it is queued.</summary>
internal static class ComputeTables
{
    /// <summary>Names of settings that the service spells in a way of its own.</summary>
    private static readonly string[] _settingNames = ["AISuperComputer", "itp", "target_selector"];

    // Only previews of the contract know these two.
    private const string LocationsKey = "locations";

    private const string MaxInstanceCountKey = "maxInstanceCount";

    public static ValueForm<JobTier> Tier { get; } = new WordForm<JobTier>();

    public static ValueForm<JobPriority> Priority { get; } = new PriorityForm();

    public static ValueForm<QueueSettings> QueueSettings { get; } = Queue(Tier, Priority);

    /// <summary>As steps of AutoML spell it: as YAML does.</summary>
    public static ValueForm<QueueSettings> QueueSettingsAsInYaml { get; } = Queue(new WordForm<JobTier>(stepAsRest: false), new PriorityForm(wordInSteps: true));

    /// <summary>As steps of sweeps spell it: with the priority's word.</summary>
    public static ValueForm<QueueSettings> QueueSettingsOfSweepStep { get; } = Queue(Tier, new PriorityForm(wordInSteps: true));

    public static Shape<ResourceConfiguration> ResourceTable { get; } = OfResources("docker_args_list");

    public static ValueForm<ResourceConfiguration> Resources { get; } = new WireForm<ResourceConfiguration>(ResourceTable, ResourcesWire.Write, ResourcesWire.Read);

    /// <summary>As specifications of components have them.</summary>
    public static ValueForm<ResourceConfiguration> ResourcesOfComponent { get; } = new WireForm<ResourceConfiguration>(OfResources("docker_args"), ResourcesWire.Write, ResourcesWire.Read);

    public static ValueForm<CommandJobLimits> CommandLimits { get; } = new WireForm<CommandJobLimits>(
        new Shape<CommandJobLimits>(new CommandJobLimits())
            .Add(MemberNames.NotRest("timeout"), Forms.SecondsOrIso, l => l.Timeout, (l, v) => l with { Timeout = v })
            .AddConstant(new MemberNames(null, "job_limits_type", null), "Command")
            .WithMend((limits, reader) => TimeoutMend.ZeroIsNone(limits, "timeout", reader)),
        LimitsWire.Write,
        LimitsWire.Read);

    /// <param name="dockerArgsList">What a list of arguments is called in steps and specifications.</param>
    private static Shape<ResourceConfiguration> OfResources(string dockerArgsList) => new Shape<ResourceConfiguration>(new ResourceConfiguration())
        .Add(MemberNames.NotRest("instance_count"), Forms.Integer, r => r.InstanceCount, (r, v) => r with { InstanceCount = v })
        .Add(MemberNames.NotRest("instance_type"), Forms.Text, r => r.InstanceType, (r, v) => r with { InstanceType = v })
        .Add(MemberNames.NotRest("shm_size"), Forms.Text, r => r.ShmSize, (r, v) => r with { ShmSize = v })
        .Add(MemberNames.NotRest("docker_args"), Forms.Text, r => r.DockerArgs, (r, v) => r with { DockerArgs = v }, takes: tree => tree is not TreeList)
        .Add(MemberNames.NotRest(dockerArgsList, "docker_args"), Forms.TextList, r => r.DockerArgsList, (r, v) => r with { DockerArgsList = v }, takes: tree => tree is TreeList)
        .Add(MemberNames.NotRest("properties"), new MapForm<RawJson>(Forms.Json, takesNull: true), r => r.Properties, (r, v) => r with { Properties = Respell(v) })
        .Add(MemberNames.YamlOnly("locations"), Forms.TextList, r => Locations(r), (r, v) => r with { AdditionalProperties = r.AdditionalProperties.With(LocationsKey, TreeJson.ToRaw(Forms.TextList.Write(v, Dialect.Yaml))) }, property: "")
        .Add(MemberNames.YamlOnly("max_instance_count"), Forms.Integer, r => MaxInstanceCount(r), (r, v) => r with { AdditionalProperties = r.AdditionalProperties.With(MaxInstanceCountKey, (long)v!) }, property: "");

    private static WireForm<QueueSettings> Queue(ValueForm<JobTier> tier, ValueForm<JobPriority> priority) => new(
        new Shape<QueueSettings>(new QueueSettings())
            .Add(MemberNames.NotRest("job_tier"), tier, q => q.JobTier, (q, v) => q with { JobTier = v })
            .Add(MemberNames.NotRest("priority"), priority, q => q.Priority, (q, v) => q with { Priority = v }),
        QueueSettingsWire.Write,
        QueueSettingsWire.Read);

    private static ValueMap<RawJson> Respell(ValueMap<RawJson> settings)
    {
        var respelled = new OrderedDictionary<string, RawJson>(StringComparer.Ordinal);
        foreach ((string name, RawJson value) in settings)
        {
            string known = name.Equals("singularity", StringComparison.OrdinalIgnoreCase) ? _settingNames[0] : name;
            respelled[Array.Find(_settingNames, setting => setting.Equals(known, StringComparison.OrdinalIgnoreCase)) ?? known] = value;
        }

        return ValueMap.From(respelled);
    }

    private static ValueList<string>? Locations(ResourceConfiguration resources) =>
        resources.AdditionalProperties.TryGetValue(LocationsKey, out RawJson locations) && Forms.TextList.TryRead(TreeJson.Read(locations), new QuietReader(Dialect.Step), out ValueList<string>? texts) ? texts : null;

    private static int? MaxInstanceCount(ResourceConfiguration resources) =>
        resources.AdditionalProperties.TryGetValue(MaxInstanceCountKey, out RawJson count) && Forms.Integer.TryRead(TreeJson.Read(count), new QuietReader(Dialect.Step), out int number) ? number : null;
}
