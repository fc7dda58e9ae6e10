using System.Globalization;

namespace ServerlessCompute;

/// <summary>The size of a batch: <c>10</c> files, <c>10kb</c> of a table. Steps have a number, specifications and YAML a text.</summary>
/// <param name="isNumberInSteps">Whether this is a step's.</param>
internal sealed class MiniBatchSizeForm(bool isNumberInSteps) : TreeForm<long>
{
    private const string Units = "kmg";

    public override bool IsUnset(long value) => false;

    public override Tree Write(long value, Dialect dialect) =>
        isNumberInSteps && dialect == Dialect.Step ? TreeScalar.Of(value) : LiteralFormat.Format(value);

    public override bool TryRead(Tree tree, TreeReader reader, out long value)
    {
        value = 0;
        return (tree is TreeScalar { Kind: ScalarKind.Text or ScalarKind.Integer } scalar && TryParse(scalar.Text, out value))
            || Wrong(tree, reader, "A number of files, or a size such as 10kb");
    }

    public override void WriteCSharp(CSharpText text, long value) => text.Append(LiteralFormat.Format(value));

    private static bool TryParse(string text, out long value)
    {
        int unit = text is [.., var letter, 'b' or 'B'] ? Units.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) + 1 : 0;
        ReadOnlySpan<char> digits = unit > 0 ? text.AsSpan(0, text.Length - 2) : text;
        bool isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        value = number << (10 * unit);
        return isNumber && value >> (10 * unit) == number;
    }
}
