namespace ServerlessCompute;

/// <summary>A step that runs a Spark application. Immutable.</summary>
public sealed record SparkStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "spark";

    /// <summary>The serverless machines.</summary>
    /// <value>Null: the step's or the pipeline's compute is an attached pool.</value>
    public SparkResources? Resources { get; init; }

    /// <summary>As whom the step runs.</summary>
    /// <value>Null: as the submitter on serverless machines, on an attached pool as the workspace's managed identity.</value>
    public IdentityConfiguration? Identity { get; init; }

    /// <summary>Spark's settings that differ from those of the component.</summary>
    public ValueMap<SparkSetting> Conf { get; init; } = ValueMap<SparkSetting>.Empty;

    /// <summary>Where the application begins.</summary>
    /// <value>Null: as the component says.</value>
    public SparkEntry? Entry { get; init; }

    /// <summary>The arguments of the application.</summary>
    /// <value>Null: what the component says.</value>
    public string? Args { get; init; }

    /// <summary>Python files and archives for the workers.</summary>
    /// <value>Empty: what the component says.</value>
    public ValueList<string> PyFiles { get; init; } = ValueList<string>.Empty;

    /// <summary>Jars for driver and workers.</summary>
    /// <value>Empty: what the component says.</value>
    public ValueList<string> Jars { get; init; } = ValueList<string>.Empty;

    /// <summary>Files for the workers' folders.</summary>
    /// <value>Empty: what the component says.</value>
    public ValueList<string> Files { get; init; } = ValueList<string>.Empty;

    /// <summary>Archives that are unpacked in the workers' folders.</summary>
    /// <value>Empty: what the component says.</value>
    public ValueList<string> Archives { get; init; } = ValueList<string>.Empty;

    internal override ComponentStep VisitOwn(string place, JobVisitor visitor)
    {
        IdentityConfiguration? identity = visitor.Settle($"{place}.identity", Identity, said => said ?? SettledIdentity());
        ValueMap<SparkSetting> conf = visitor.Settle($"{place}.conf", Conf, SparkConf.Settled);
        return ReferenceEquals(identity, Identity) && ReferenceEquals(conf, Conf) ? this : this with { Identity = identity, Conf = conf };
    }

    private protected override ComponentStep Inherit(Component definition) => definition is SparkComponent spark
        ? this with
        {
            Entry = Entry ?? spark.Entry,
            Args = Args ?? spark.Args,
            PyFiles = PyFiles.Count > 0 ? PyFiles : spark.PyFiles,
            Jars = Jars.Count > 0 ? Jars : spark.Jars,
            Files = Files.Count > 0 ? Files : spark.Files,
            Archives = Archives.Count > 0 ? Archives : spark.Archives,
            Conf = SparkConf.Merge(spark.Conf, Conf),
        }
        : this;

    /// <summary>A step that leaves its place to the pipeline leaves the identity to it, too.</summary>
    private IdentityConfiguration? SettledIdentity() => Compute is null && Resources is null ? null : SparkJob.DefaultIdentity(Compute, Resources);
}
