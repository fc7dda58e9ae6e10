namespace ServerlessCompute;

/// <summary>The steps of a branch: a list, or a single one by itself.</summary>
internal sealed class BlockForm : TreeForm<ValueList<string>>
{
    public override bool IsUnset(ValueList<string> value) => value.Count == 0;

    public override Tree Write(ValueList<string> value, Dialect dialect) => value.Count == 1 ? value[0] : Forms.TextList.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, out ValueList<string> value)
    {
        value = ValueList<string>.Empty;
        if (tree is not TreeScalar { Kind: ScalarKind.Text } one)
        {
            return Forms.TextList.TryRead(tree, reader, out value!);
        }

        value = [one.Text];
        return true;
    }

    public override void WriteCSharp(CSharpText text, ValueList<string> value) => Forms.TextList.WriteCSharp(text, value);
}
