using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a component takes. Whatever YAML writes as a default or a limit becomes the text that the type has for it.</summary>
internal sealed class ComponentInputForm(Shape<ComponentInput> table) : TreeForm<ComponentInput>
{
    private const string DefaultKey = "default";

    public Shape<ComponentInput> Table { get; } = table;

    public override bool IsUnset(ComponentInput value) => value is null;

    public override Tree Write(ComponentInput value, Dialect dialect) => Table.Write(value, dialect);

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out ComponentInput value)
    {
        bool isRead = Table.TryRead(tree, reader, out value);
        if (isRead && reader.Dialect == Dialect.Yaml)
        {
            bool isNumber = tree is TreeMap map && map.Get(DefaultKey) is TreeScalar { Kind: ScalarKind.Integer or ScalarKind.Number };
            value = value! with { Default = Render(value.Default, value.Type, isNumber), Min = Render(value.Min, value.Type), Max = Render(value.Max, value.Type) };
            return Fits(value, (TreeMap)tree, reader);
        }

        return isRead;
    }

    public override void WriteCSharp(CSharpText text, ComponentInput value) => Table.WriteCSharp(text, value);

    /// <summary>Whether the default is a value of the type.</summary>
    private static bool Fits(ComponentInput input, TreeMap tree, TreeReader reader)
    {
        bool fits = input.Default is null || input.Type.Value switch
        {
            PortType.Values.Number => double.TryParse(input.Default, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            PortType.Values.Integer => double.TryParse(input.Default, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            PortType.Values.Boolean => bool.TryParse(input.Default, out _),
            _ => true,
        };
        if (!fits)
        {
            reader.Enter(DefaultKey);
            reader.Report(tree.Get(DefaultKey)!.Place, $"'{input.Default}' is no {input.Type.Value}.", "Write a value of the input's type, or another type.");
            reader.Leave();
        }

        return fits;
    }

    /// <summary>
    /// The text of a value of that type: <c>3</c> is the number <c>3.0</c>, and <c>3.0</c> the whole number <c>3</c>. What is none of that type
    /// stays as it is; a number where a text belongs becomes the text that Python has for it.
    /// </summary>
    private static string? Render(string? text, PortType type, bool isNumber = false) => type.Value switch
    {
        PortType.Values.String when isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => LiteralFormat.Format(number),
        PortType.Values.Integer when isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) < long.MaxValue =>
            LiteralFormat.Format((long)number),
        PortType.Values.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => LiteralFormat.Format(number),
        PortType.Values.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => LiteralFormat.Format(number),
        PortType.Values.Boolean when bool.TryParse(text, out bool flag) => LiteralFormat.Format(flag),
        _ => text,
    };
}
