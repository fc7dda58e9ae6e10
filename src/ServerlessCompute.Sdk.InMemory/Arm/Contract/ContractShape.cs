namespace ServerlessCompute;

/// <summary>The form of a value: its kind, and for what is made of others the name or the form of those.</summary>
internal sealed class ContractShape
{
    private ContractShape(ContractType type, string? name = null, ContractShape? items = null, bool itemsMayBeNull = false)
    {
        (Type, Name, Items, ItemsMayBeNull) = (type, name, items, itemsMayBeNull);
    }

    public ContractType Type { get; }

    /// <summary>Of a word its enum, of an object its model or switch.</summary>
    public string? Name { get; }

    public ContractShape? Items { get; }

    public bool ItemsMayBeNull { get; }

    /// <summary>Reads the table's notation: <c>int</c>, <c>map?:JobInput</c> …</summary>
    public static ContractShape Parse(string text, Func<string, bool> isEnum) => text switch
    {
        "any" => new ContractShape(ContractType.Any),
        "string" => new ContractShape(ContractType.Text),
        "int" => new ContractShape(ContractType.Integer),
        "long" => new ContractShape(ContractType.Long),
        "number" => new ContractShape(ContractType.Number),
        "bool" => new ContractShape(ContractType.Boolean),
        "uuid" => new ContractShape(ContractType.Uuid),
        "duration" => new ContractShape(ContractType.Duration),
        _ when text.StartsWith("map?:", StringComparison.Ordinal) => new ContractShape(ContractType.Map, items: Parse(text[5..], isEnum), itemsMayBeNull: true),
        _ when text.StartsWith("map:", StringComparison.Ordinal) => new ContractShape(ContractType.Map, items: Parse(text[4..], isEnum)),
        _ when text.StartsWith("list:", StringComparison.Ordinal) => new ContractShape(ContractType.List, items: Parse(text[5..], isEnum)),
        _ => new ContractShape(isEnum(text) ? ContractType.Word : ContractType.Model, text),
    };
}
