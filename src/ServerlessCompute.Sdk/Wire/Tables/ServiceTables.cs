namespace ServerlessCompute;

/// <summary>The table of the interactive services beside a job.</summary>
internal static class ServiceTables
{
    private const string SshKeys = "sshPublicKeys";

    private const string LogDirectory = "logDir";

    private const string TypeKey = "type";

    private const string Properties = "properties";

    /// <summary>Properties of one type that YAML writes beside the others.</summary>
    private static readonly (string Type, string Name, string Property)[] _shortProperties = [(TensorBoard, "log_dir", LogDirectory), (Ssh, "ssh_public_keys", SshKeys)];

    private const string TensorBoard = "tensor_board";

    private const string Ssh = "ssh";

    public static ValueForm<JobServiceType> Type { get; } = new WordForm<JobServiceType>(
        Spell, [("vs_code", JobServiceType.Values.VSCode), (TensorBoard, JobServiceType.Values.TensorBoard)], isClosed: false);

    public static ValueForm<JobService> Service { get; } = new WireForm<JobService>(
        new Shape<JobService>(new JobService())
            .Add(MemberNames.NotRest("job_service_type", TypeKey), Type, s => s.Type, (s, v) => s with { Type = v }, required: true)
            .Add(MemberNames.NotRest("port"), Forms.Integer, s => s.Port, (s, v) => s with { Port = v })
            .Add(new MemberNames(null, "endpoint", null), Forms.Text, s => s.Endpoint, (s, v) => s with { Endpoint = v })
            .Add(MemberNames.NotRest(Properties), Forms.Texts, s => s.Properties, (s, v) => s with { Properties = v })
            .Add(MemberNames.NotRest("nodes"), new EveryNodeForm(), s => s.OnEveryNode, (s, v) => s with { OnEveryNode = v })
            .Ignore("endpoint", "status", "error_message")
            .WithMend(Mend)
            .WithTidy(Tidy),
        ServiceWire.Write,
        ServiceWire.Read);

    public static ValueForm<ValueMap<JobService>> Services { get; } = new MapForm<JobService>(Service);

    /// <summary>A service that does not say its type is the first that may have what it says; keys and folders are properties like others.</summary>
    private static TreeMap Mend(TreeMap service, TreeReader reader)
    {
        if (!service.TryGet(TypeKey, out _))
        {
            string type = service.TryGet("log_dir", out _) ? TensorBoard : Ssh;
            reader.Warn(service.Place, $"The service does not say its type, and is taken for one of the type {type}.", $"Write 'type: {type}'.");
            service = service.With(TypeKey, type);
        }

        foreach ((string type, string name, string property) in _shortProperties)
        {
            if (type.Equals(service.Text(TypeKey), StringComparison.OrdinalIgnoreCase) && service.Get(name) is TreeScalar { Kind: ScalarKind.Text } value && service.Get(Properties) is null or TreeMap)
            {
                service = service.Without(name).With(Properties, (service.Get(Properties) as TreeMap ?? TreeMap.Empty).With(property, value));
            }
        }

        return service;
    }

    private static TreeMap Tidy(TreeMap service)
    {
        foreach ((string type, string name, string property) in _shortProperties)
        {
            if (type == service.Text(TypeKey) && service.Get(Properties) is TreeMap properties && properties.Get(property) is { } value)
            {
                TreeMap others = properties.Without(property);
                service = (others.Entries.Count == 0 ? service.Without(Properties) : service.With(Properties, others)).With(name, value);
            }
        }

        return service;
    }

    private static string Spell(string type) => type switch
    {
        JobServiceType.Values.Ssh => Ssh,
        JobServiceType.Values.VSCode => "vs_code",
        JobServiceType.Values.TensorBoard => TensorBoard,
        _ => MemberNames.Snake(type),
    };
}
