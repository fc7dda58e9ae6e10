namespace ServerlessCompute;

/// <summary>Puts stars in the places of secrets, in a job that is shown.</summary>
internal sealed class SecretMask : IAssetVisitor
{
    public AssetPath VisitCode(AssetPath code) => code;

    public DataInput VisitData(DataInput data) => data;

    public JobEnvironment VisitEnvironment(JobEnvironment environment) => environment;

    public ValueMap<EnvironmentValue> VisitVariables(ValueMap<EnvironmentValue> variables) =>
        variables.Any(static variable => variable.Value.IsSecret)
            ? ValueMap.From(variables.Select(static variable => KeyValuePair.Create(variable.Key, (EnvironmentValue)variable.Value.ToString())))
            : variables;
}
