namespace ServerlessCompute;

/// <summary>The table of the interactive services beside a job.</summary>
internal static class ServiceTables
{
    private const string SshKeys = "sshPublicKeys";

    private const string LogDirectory = "logDir";

    private const string EveryNode = "all";

    public static ValueForm<JobServiceType> Type { get; } = new WordForm<JobServiceType>(
        Spell, [("vs_code", JobServiceType.Values.VSCode), ("tensor_board", JobServiceType.Values.TensorBoard)], isClosed: false);

    public static ValueForm<JobService> Service { get; } = new WireForm<JobService>(
        new Shape<JobService>(new JobService())
            .Add(MemberNames.NotRest("job_service_type", "type"), Type, s => s.Type, (s, v) => s with { Type = v })
            .Add(MemberNames.NotRest("port"), Forms.Integer, s => s.Port, (s, v) => s with { Port = v })
            .Add(MemberNames.NotRest("endpoint"), Forms.Text, s => s.Endpoint, (s, v) => s with { Endpoint = v })
            .Add(MemberNames.YamlOnly("ssh_public_keys"), Forms.Text, s => Property(s, SshKeys), (s, v) => s with { Properties = s.Properties.With(SshKeys, v) }, property: "")
            .Add(MemberNames.YamlOnly("log_dir"), Forms.Text, s => Property(s, LogDirectory), (s, v) => s with { Properties = s.Properties.With(LogDirectory, v) }, property: "")
            .Add(MemberNames.NotRest("properties"), Forms.Texts, s => s.Properties, (s, v) => s with { Properties = v })
            .Add(new MemberNames(null, null, "nodes"), Forms.Text, s => s.OnEveryNode ? EveryNode : null, (s, v) => s with { OnEveryNode = v == EveryNode }, property: "")
            .Add(new MemberNames(null, "nodes", null), new EveryNodeForm(), s => s.OnEveryNode, (s, v) => s with { OnEveryNode = v }),
        ServiceWire.Write,
        ServiceWire.Read);

    public static ValueForm<ValueMap<JobService>> Services { get; } = new MapForm<JobService>(Service);

    private static string? Property(JobService service, string name) => service.Properties.TryGetValue(name, out string? value) ? value : null;

    private static string Spell(string type) => type switch
    {
        JobServiceType.Values.Ssh => "ssh",
        JobServiceType.Values.VSCode => "vs_code",
        JobServiceType.Values.TensorBoard => "tensor_board",
        _ => MemberNames.Snake(type),
    };
}
