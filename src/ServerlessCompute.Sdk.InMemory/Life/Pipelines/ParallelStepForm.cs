using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a parallel step says of its mini-batches: in the step, or, where that leaves it out, in its component.</summary>
internal static class ParallelStepForm
{
    public static void Write(Utf8JsonWriter writer, PipelineNode node, JsonElement task)
    {
        JsonElement spec = node.Component?.Spec ?? default;
        string? Text(string name) => ComponentFacts.Text(node.Json, name) ?? ComponentFacts.Text(spec, name);
        JsonElement retry = ComponentFacts.Part(node.Json, "retry_settings") is { ValueKind: JsonValueKind.Object } own ? own : ComponentFacts.Part(spec, "retry_settings");

        writer.WriteStartObject("parallel"u8);
        StepParts.WriteText(writer, "entryScript"u8, ComponentFacts.Text(task, "entry_script"));
        StepParts.WriteText(writer, "arguments"u8, ComponentFacts.Text(task, "program_arguments"));
        StepParts.WriteText(writer, "appendRowTo"u8, Port(ComponentFacts.Text(task, "append_row_to")));
        StepParts.WriteText(writer, "input"u8, Port(Text("input_data")));
        StepParts.WriteText(writer, "miniBatchSize"u8, Text("mini_batch_size"));
        Number(writer, "maxConcurrency"u8, Text("max_concurrency_per_instance"));
        Number(writer, "errorThreshold"u8, Text("error_threshold"));
        Number(writer, "miniBatchErrorThreshold"u8, Text("mini_batch_error_threshold"));
        Number(writer, "maxRetries"u8, ComponentFacts.Text(retry, "max_retries"));
        Number(writer, "timeout"u8, ComponentFacts.Text(retry, "timeout"));
        if (Keys(node.Json, spec) is { ValueKind: JsonValueKind.Array } keys)
        {
            writer.WritePropertyName("partitionKeys"u8);
            keys.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>The name in <c>${{inputs.x}}</c> or <c>${{outputs.x}}</c>.</summary>
    private static string? Port(string? text) =>
        text is not null && StepBinding.In(text).FirstOrDefault() is { Expression: { } expression } ? expression[(expression.IndexOf('.', StringComparison.Ordinal) + 1)..] : text;

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out int number))
        {
            writer.WriteNumber(name, number);
        }
    }

    /// <summary>A list, or (as the reference client sends it) its text.</summary>
    private static JsonElement Keys(JsonElement node, JsonElement spec)
    {
        foreach (JsonElement owner in (JsonElement[])[node, spec])
        {
            if (ComponentFacts.Part(owner, "partition_keys") is { ValueKind: JsonValueKind.Array } list)
            {
                return list;
            }

            if (ComponentFacts.Text(owner, "partition_keys") is { } text && ComponentFacts.TryParse(text) is { ValueKind: JsonValueKind.Array } parsed)
            {
                return parsed;
            }
        }

        return default;
    }
}
