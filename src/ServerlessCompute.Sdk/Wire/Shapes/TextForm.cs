using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>A text.</summary>
/// <param name="takesNumbers">Whether YAML may write a number or a day without quotes, as people write versions.</param>
/// <param name="numberInSteps">Whether steps write a text that is a number as one.</param>
internal sealed partial class TextForm(bool takesNumbers = false, bool numberInSteps = false) : ValueForm<string>
{
    public override bool IsUnset(string value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override string ReadRest(ref Utf8JsonReader reader) => WireValue.Text(ref reader);

    public override Tree Write(string value, Dialect dialect) =>
        numberInSteps && dialect == Dialect.Step && Number().IsMatch(value) ? new TreeScalar(ScalarKind.Number, value) : value;

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (tree is TreeScalar scalar && (scalar.Kind == ScalarKind.Text || (takesNumbers && scalar.Kind is ScalarKind.Integer or ScalarKind.Number or ScalarKind.Date)))
        {
            value = scalar.Text;
            return true;
        }

        return Wrong(tree, reader, "A text", tree is TreeScalar ? "Put it between quotes." : "");
    }

    public override void WriteCSharp(CSharpText text, string value) => text.Text(value);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
