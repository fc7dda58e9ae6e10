namespace ServerlessCompute;

/// <summary>A Spark application with named inputs and outputs. Immutable.</summary>
public sealed record SparkComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "spark";

    /// <summary>Where the application begins.</summary>
    /// <value>Null, which is an error.</value>
    public SparkEntry? Entry { get; init; }

    /// <summary>The folder with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    /// <value>Null, which is an error.</value>
    public AssetPath? Code { get; init; }

    /// <summary>Files and folders that lie beside the code's own when the application runs.</summary>
    public ValueList<AssetPath> AdditionalIncludes { get; init; } = ValueList<AssetPath>.Empty;

    /// <summary>The arguments of the application. They refer to inputs and outputs as <c>${{inputs.name}}</c> and <c>${{outputs.name}}</c>.</summary>
    public string? Args { get; init; }

    /// <summary>Spark's settings; <see cref="SparkConf"/> has the names of those that say how large the application is.</summary>
    public ValueMap<SparkSetting> Conf { get; init; } = ValueMap<SparkSetting>.Empty;

    /// <summary>Python files and archives for the workers, by their paths within the code folder.</summary>
    public ValueList<string> PyFiles { get; init; } = ValueList<string>.Empty;

    /// <summary>Jars for driver and workers, by their paths within the code folder.</summary>
    public ValueList<string> Jars { get; init; } = ValueList<string>.Empty;

    /// <summary>Files for the workers' folders, by their paths within the code folder.</summary>
    public ValueList<string> Files { get; init; } = ValueList<string>.Empty;

    /// <summary>Archives that are unpacked in the workers' folders, by their paths within the code folder.</summary>
    public ValueList<string> Archives { get; init; } = ValueList<string>.Empty;

    /// <summary>Python packages for the application, beyond those of the runtime.</summary>
    /// <value>Null: the runtime's own.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>The job that the component was made of, if any: its holes have more to check than the text that is left of them.</summary>
    internal Unseen<Job?> MadeOf { get; init; }

    /// <inheritdoc/>
    public override SparkStep ToStep() => new() { Component = this };

    /// <inheritdoc cref="Component.WithInput"/>
    public new SparkStep WithInput(string name, Input input) => ToStep().WithInput(name, input);

    internal override Component Visit(string place, JobVisitor visitor)
    {
        AssetPath? code = visitor.ComponentCode($"{place}.code", Code, AdditionalIncludes);
        if (code is not null && Entry is SparkPythonEntry { File: var file })
        {
            visitor.CodeFile($"{place}.entry.file", code, file);
        }

        JobEnvironment? environment = JobVisitor.Maybe($"{place}.environment", Environment, visitor.Environment);
        ValueMap<SparkSetting> conf = visitor.Settle($"{place}.conf", Conf, SparkConf.Said);
        ValueList<AssetPath> includes = visitor.AdditionalIncludes(AdditionalIncludes);
        return ReferenceEquals(code, Code) && ReferenceEquals(includes, AdditionalIncludes) && ReferenceEquals(environment, Environment) && ReferenceEquals(conf, Conf)
            ? this
            : this with { Code = code, AdditionalIncludes = includes, Environment = environment, Conf = conf };
    }
}
