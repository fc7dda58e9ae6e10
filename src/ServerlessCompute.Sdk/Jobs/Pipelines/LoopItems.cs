using System.Globalization;

namespace ServerlessCompute;

/// <summary>The items of a loop as the JSON text that steps have: literals as values, data as steps write data.</summary>
internal static class LoopItems
{
    public static string Write(IEnumerable<ValueMap<Input>> items) => $"[{string.Join(", ", items.Select(Write))}]";

    private static string Write(ValueMap<Input> item) => Object(item.Select(entry => (entry.Key, Write(entry.Value.Plain))));

    private static string Write(Input value) => value switch
    {
        DataInput data => Object(new[] { ("uri", (RawJson)data.Path?.Text), ("job_input_type", data.Type.Value), ("mode", data.Mode.Value) }.Where(member => !member.Item2.IsNull).Select(member => (member.Item1, member.Item2.ToString()))),
        LiteralInput { WrittenAs: var type, Value: var text } => (type.Value switch
        {
            PortType.Values.Boolean => text == LiteralFormat.Format(true),
            PortType.Values.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
            PortType.Values.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) => number,
            _ => (RawJson)text,
        }).ToString(),
        _ => throw new InvalidOperationException($"No way is known to write a {value.GetType().Name} as an item."),
    };

    private static string Object(IEnumerable<(string Name, string Value)> members) => $"{{{string.Join(", ", members.Select(member => $"{(RawJson)member.Name}: {member.Value}"))}}}";
}
