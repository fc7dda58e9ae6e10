namespace ServerlessCompute;

/// <summary>The columns that parallel work is cut by: a list in YAML, JSON text in steps and specifications.</summary>
internal sealed class PartitionKeysForm : TreeForm<ValueList<string>>
{
    public override bool IsUnset(ValueList<string> value) => value.Count == 0;

    public override Tree Write(ValueList<string> value, Dialect dialect) => dialect == Dialect.Yaml
        ? Forms.TextList.Write(value, dialect)
        : $"[{string.Join(", ", value.Select(key => ((RawJson)key).ToString()))}]";

    public override bool TryRead(Tree tree, TreeReader reader, out ValueList<string> value) =>
        Forms.TextList.TryRead(reader.Dialect == Dialect.Step && tree is TreeScalar { Kind: ScalarKind.Text } text ? TreeJson.TryParse(text.Text) ?? tree : tree, reader, out value!);

    public override void WriteCSharp(CSharpText text, ValueList<string> value) => Forms.TextList.WriteCSharp(text, value);
}
