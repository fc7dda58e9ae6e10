namespace ServerlessCompute;

/// <summary>The words that a search over one kind of thing understands.</summary>
internal sealed class MlflowVocabulary(
    IReadOnlyList<string> attributes, IReadOnlyList<string> numbers, IReadOnlyDictionary<string, string> aliases, bool hasMetricsAndParams)
{
    /// <summary>The key that an entity and a name mean.</summary>
    /// <param name="entity">The word before the dot, or null for an attribute.</param>
    /// <param name="name">The name without quotation marks.</param>
    /// <exception cref="MlflowException">400: no such entity or attribute.</exception>
    public MlflowKey Key(string? entity, string name)
    {
        switch (entity)
        {
            case "metric" or "metrics" when hasMetricsAndParams:
                return new MlflowKey(MlflowField.Metric, name, IsNumber: true);
            case "param" or "params" or "parameter" or "parameters" when hasMetricsAndParams:
                return new MlflowKey(MlflowField.Param, name, IsNumber: false);
            case "tag" or "tags":
                return new MlflowKey(MlflowField.Tag, name, IsNumber: false);
            case null or "attribute" or "attributes" or "attr" or "run":
                string attribute = aliases.GetValueOrDefault(name, name);
                return attributes.Contains(attribute, StringComparer.Ordinal)
                    ? new MlflowKey(MlflowField.Attribute, attribute, numbers.Contains(attribute, StringComparer.Ordinal))
                    : throw MlflowException.InvalidParameter($"There is no attribute '{name}' to search by. There are: {string.Join(", ", attributes)}.");
            default:
                string entities = hasMetricsAndParams ? "attributes, metrics, params, tags" : "attributes, tags";
                throw MlflowException.InvalidParameter($"'{entity}' is nothing to search by. There are: {entities}.");
        }
    }
}
