namespace ServerlessCompute;

/// <summary>Puts stars in the places of secrets, in a job that is shown.</summary>
internal sealed class SecretMask : JobVisitor
{
    public override ValueMap<EnvironmentValue> Variables(string place, ValueMap<EnvironmentValue> variables) =>
        variables.Any(static variable => variable.Value.IsSecret)
            ? ValueMap.From(variables.Select(static variable => KeyValuePair.Create(variable.Key, (EnvironmentValue)variable.Value.ToString())))
            : variables;
}
