namespace ServerlessCompute;

/// <summary>The program of parallel work. Immutable.</summary>
public sealed record ParallelTask : JobPart
{
    /// <summary>How the program is started.</summary>
    /// <value><see cref="ParallelTaskType.RunFunction"/>.</value>
    public ParallelTaskType Type { get; init; } = ParallelTaskType.RunFunction;

    /// <summary>The folder with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    public AssetPath? Code { get; init; }

    /// <summary>The Python file with the functions <c>init</c> and <c>run</c>, within the code.</summary>
    public string? EntryScript { get; init; }

    /// <summary>Arguments of the program. They refer to inputs and outputs as <c>${{inputs.name}}</c> and <c>${{outputs.name}}</c>.</summary>
    public string? ProgramArguments { get; init; }

    /// <summary>The model that is applied, where the task is a model.</summary>
    public string? Model { get; init; }

    /// <summary>The output that takes what all batches return: <c>${{outputs.name}}</c>.</summary>
    public string? AppendRowTo { get; init; }

    /// <summary>The software the program runs in.</summary>
    /// <value>Null, which is an error.</value>
    public JobEnvironment? Environment { get; init; }

    internal ParallelTask Visit(string place, JobVisitor visitor)
    {
        AssetPath? code = visitor.ComponentCode($"{place}.code", Code, ValueList<AssetPath>.Empty);
        JobEnvironment? environment = JobVisitor.Maybe($"{place}.environment", Environment, visitor.Environment);
        return ReferenceEquals(code, Code) && ReferenceEquals(environment, Environment) ? this : this with { Code = code, Environment = environment };
    }
}
