namespace ServerlessCompute;

/// <summary>A command with named inputs and outputs. Immutable.</summary>
/// <example>
/// <code>
/// var train = new CommandComponent
/// {
///     Command = "python train.py --data ${{inputs.data}} --rate ${{inputs.rate}} --out ${{outputs.model}}",
///     Code = "./src",
///     Environment = "azureml://registries/azureml/environments/sklearn-1.5/labels/latest",
///     Inputs = [new("data", ComponentInput.UriFolder()), new("rate", ComponentInput.Number(0.1))],
///     Outputs = [new("model", ComponentOutput.MlflowModel())],
/// };
/// </code>
/// </example>
public sealed record CommandComponent : Component
{
    /// <inheritdoc/>
    public override string Kind => "command";

    /// <summary>The command, run by bash in the code folder. It refers to inputs and outputs as <c>${{inputs.name}}</c> and <c>${{outputs.name}}</c>.</summary>
    /// <value>Empty, which is an error.</value>
    public string Command { get; init; } = "";

    /// <summary>The folder (or file) with the code, uploaded as a snapshot; or the id of a snapshot.</summary>
    public AssetPath? Code { get; init; }

    /// <summary>Files and folders that lie beside the code's own when the command runs.</summary>
    public ValueList<AssetPath> AdditionalIncludes { get; init; } = ValueList<AssetPath>.Empty;

    /// <summary>The software the command runs in.</summary>
    /// <value>Null, which is an error.</value>
    public JobEnvironment? Environment { get; init; }

    /// <summary>The machines; a step may want others.</summary>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>How processes on several nodes find each other; a step may say something else.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>The job that the component was made of, if any: its holes have more to check than the text that is left of them.</summary>
    internal Unseen<Job?> MadeOf { get; init; }

    /// <inheritdoc/>
    public override CommandStep ToStep() => new() { Component = this };

    /// <inheritdoc cref="Component.WithInput"/>
    public new CommandStep WithInput(string name, Input input) => ToStep().WithInput(name, input);

    internal override Component Visit(string place, JobVisitor visitor)
    {
        AssetPath? code = visitor.ComponentCode($"{place}.code", Code, AdditionalIncludes);
        JobEnvironment? environment = JobVisitor.Maybe($"{place}.environment", Environment, visitor.Environment);
        ValueList<AssetPath> includes = visitor.AdditionalIncludes(AdditionalIncludes);
        return ReferenceEquals(code, Code) && ReferenceEquals(includes, AdditionalIncludes) && ReferenceEquals(environment, Environment)
            ? this
            : this with { Code = code, AdditionalIncludes = includes, Environment = environment };
    }
}
