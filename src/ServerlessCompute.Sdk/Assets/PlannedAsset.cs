namespace ServerlessCompute;

/// <summary>Something that a submission would upload, register or look up before it sends the job. Immutable; can be made in tests.</summary>
public sealed record PlannedAsset
{
    /// <summary>What is done.</summary>
    public required PlannedAction Action { get; init; }

    /// <summary>What it is.</summary>
    public required PlannedAssetKind Kind { get; init; }

    /// <summary>The name that it is registered or looked up under; for data, the folder's or file's own name.</summary>
    public required string Name { get; init; }

    /// <summary>The version that it is registered under.</summary>
    /// <value>Null for data, and for what is looked up: the newest.</value>
    public string? Version { get; init; }

    /// <summary>The file or folder of this machine, links resolved.</summary>
    /// <value>Null for what needs no file.</value>
    public string? Source { get; init; }

    /// <summary>Where in the workspace's blob store it is put.</summary>
    /// <value>Null for what is not data, and for code: the service says where code goes.</value>
    public string? Place { get; init; }

    /// <summary>The hash of its content, by which it is found when it is there already.</summary>
    public string? Hash { get; init; }

    /// <summary>The files, in the order in which they are hashed.</summary>
    /// <value>Empty for what needs no file.</value>
    public ValueList<PlannedFile> Files { get; init; } = ValueList<PlannedFile>.Empty;

    /// <summary>The text that stands for it in the bodies of requests: its id or address, with braces around what only the service knows.</summary>
    public string? Reference { get; init; }

    /// <summary>The body of the request that registers it, as JSON.</summary>
    /// <value>Null for what is not registered.</value>
    public string? Body { get; init; }

    /// <summary>The size of all files.</summary>
    public long Bytes => Files.Sum(static file => file.Bytes);

    /// <summary>What is done with what, in a line.</summary>
    public override string ToString() => $"{Verb(Action)} {Noun(Kind)} {Text}";

    internal string Text => Action switch
    {
        PlannedAction.LookUp => $"newest version of {Name}",
        PlannedAction.Register => $"{Name}:{Version}",
        _ => $"{Name} ({ByteCount.Show(Files.Count, Bytes)}){(Place is null ? "" : $" to {Place}")}",
    };

    internal static string Verb(PlannedAction action) => action switch
    {
        PlannedAction.Upload => "upload",
        PlannedAction.Register => "register",
        _ => "look up",
    };

    internal static string Noun(PlannedAssetKind kind) => kind switch
    {
        PlannedAssetKind.Code => "code",
        PlannedAssetKind.Data => "data",
        PlannedAssetKind.Model => "model",
        PlannedAssetKind.BuildContext => "build context",
        PlannedAssetKind.Environment => "environment",
        _ => "component",
    };
}
