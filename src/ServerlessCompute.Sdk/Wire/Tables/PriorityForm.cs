using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A priority: the service's number in REST and steps, a word in YAML.</summary>
/// <param name="wordInSteps">Whether steps have the word, too.</param>
internal sealed class PriorityForm(bool wordInSteps = false) : ValueForm<JobPriority>
{
    private static readonly string[] _words = ["low", "medium", "high"];

    public override bool IsUnset(JobPriority value) => false;

    public override void WriteRest(Utf8JsonWriter writer, JobPriority value) => writer.WriteNumberValue((int)value);

    public override JobPriority ReadRest(ref Utf8JsonReader reader) => (JobPriority)WireValue.WholeNumber(ref reader)!.Value;

    public override Tree Write(JobPriority value, Dialect dialect) =>
        (dialect == Dialect.Yaml || wordInSteps) && Enum.IsDefined(value) ? _words[(int)value - 1] : TreeScalar.Of((int)value);

    public override bool TryRead(Tree tree, TreeReader reader, out JobPriority value)
    {
        value = default;
        if (tree is TreeScalar { Kind: ScalarKind.Text, Text: var text })
        {
            int at = Array.FindIndex(_words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
            value = (JobPriority)(at + 1);
            return at >= 0 || Wrong(tree, reader, "low, medium or high");
        }

        if (reader.Dialect != Dialect.Yaml && Forms.Integer.TryRead(tree, reader, out int number))
        {
            value = (JobPriority)number;
            return true;
        }

        return Wrong(tree, reader, "low, medium or high");
    }

    public override void WriteCSharp(CSharpText text, JobPriority value) =>
        text.Append(Enum.IsDefined(value) ? $"JobPriority.{value}" : $"(JobPriority){(int)value}");
}
