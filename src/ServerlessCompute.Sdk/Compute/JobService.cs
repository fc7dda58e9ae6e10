namespace ServerlessCompute;

/// <summary>An interactive service beside a job: a notebook, an editor, a shell, TensorBoard. Immutable.</summary>
public sealed record JobService : JobPart
{
    /// <summary>What kind of service it is.</summary>
    public JobServiceType Type { get; init; }

    /// <summary>The port that the service listens on.</summary>
    public int? Port { get; init; }

    /// <summary>Where the service is reached; filled in by the service.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether the service is up; filled in by the service.</summary>
    public string? Status { get; init; }

    /// <summary>Why the service is not up; filled in by the service.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Settings of this kind of service.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether every node has the service.</summary>
    /// <value>False: the first node alone.</value>
    public bool OnEveryNode { get; init; }

    /// <summary>A notebook server.</summary>
    public static JobService JupyterLab() => new() { Type = JobServiceType.JupyterLab };

    /// <summary>Visual Studio Code's remote server.</summary>
    public static JobService VSCode() => new() { Type = JobServiceType.VSCode };

    /// <summary>A shell for the holders of these public keys.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static JobService Ssh(string publicKeys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publicKeys);
        return new() { Type = JobServiceType.Ssh, Properties = [new("sshPublicKeys", publicKeys)] };
    }

    /// <summary>TensorBoard over a folder of the job.</summary>
    /// <param name="logDirectory">The folder, for example <c>outputs/tblogs</c>; null for the service's default.</param>
    public static JobService TensorBoard(string? logDirectory = null) => new()
    {
        Type = JobServiceType.TensorBoard,
        Properties = logDirectory is null ? ValueMap<string>.Empty : [new("logDir", logDirectory)],
    };

    /// <summary>A service that the command itself starts on that port.</summary>
    public static JobService Custom(int port) => new() { Type = JobServiceType.Custom, Port = port };
}
