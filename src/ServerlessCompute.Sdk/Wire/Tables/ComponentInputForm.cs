using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a component takes. Whatever YAML writes as a default or a limit becomes the text that the type has for it.</summary>
internal sealed class ComponentInputForm(Shape<ComponentInput> table) : TreeForm<ComponentInput>
{
    public Shape<ComponentInput> Table { get; } = table;

    public override bool IsUnset(ComponentInput value) => value is null;

    public override Tree Write(ComponentInput value, Dialect dialect) => Table.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out ComponentInput value)
    {
        bool isRead = Table.TryRead(tree, reader, out value);
        if (isRead && reader.Dialect == Dialect.Yaml)
        {
            value = value! with { Default = Render(value.Default, value.Type), Min = Render(value.Min, value.Type), Max = Render(value.Max, value.Type) };
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, ComponentInput value) => Table.WriteCSharp(text, value);

    /// <summary>The text of a value of that type: <c>3</c> is the number <c>3.0</c>. What is none of that type stays as it is.</summary>
    private static string? Render(string? text, PortType type) => type.Value switch
    {
        PortType.Values.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => LiteralFormat.Format(number),
        PortType.Values.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => LiteralFormat.Format(number),
        PortType.Values.Boolean when bool.TryParse(text, out bool flag) => LiteralFormat.Format(flag),
        _ => text,
    };
}
