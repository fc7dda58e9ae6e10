using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Resolves what goes into a step: bindings become the data or the text that they name.</summary>
internal sealed class StepValues(PipelineState state, Func<string, string?> readText)
{
    /// <summary>The inputs of a pipeline's body, and what the component that it may name gives where they are left out.</summary>
    public static Dictionary<string, StepValue> OfPipeline(ReadOnlySpan<byte> body, ComponentCatalogue components)
    {
        var inputs = new Dictionary<string, StepValue>(StringComparer.Ordinal);
        foreach (JsonMember member in JsonScan.Members(JsonScan.Value(body, "inputs"u8)))
        {
            if (!JsonScan.IsNullOrAbsent(member.Value))
            {
                string type = JsonScan.Text(JsonScan.Value(member.Value, "jobInputType"u8)) ?? "literal";
                bool literal = type.Equals("literal", StringComparison.OrdinalIgnoreCase);
                inputs[member.Name] = new StepValue(
                    literal ? "literal" : type,
                    JsonScan.Text(literal ? JsonScan.Value(member.Value, "value"u8) : JsonScan.Value(member.Value, "uri"u8)) ?? "",
                    JsonScan.Text(JsonScan.Value(member.Value, "mode"u8)));
            }
        }

        foreach ((string name, JsonElement spec) in PipelineGraph.ComponentOf(body, components)?.Inputs ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (ComponentFacts.Text(spec, "default") is { } value)
            {
                inputs.TryAdd(name, new StepValue("literal", value));
            }
        }

        return inputs;
    }

    /// <summary>All inputs of a step, with the component's defaults where it gives none. Inputs without a value are left out.</summary>
    public OrderedDictionary<string, StepValue> Of(PipelineNode node, IReadOnlyDictionary<string, StepValue>? overrides = null)
    {
        var inputs = new OrderedDictionary<string, StepValue>(StringComparer.Ordinal);
        if (ComponentFacts.Part(node.Json, "inputs") is { ValueKind: JsonValueKind.Object } sent)
        {
            foreach (JsonProperty input in sent.EnumerateObject())
            {
                if (Read(input.Value) is { } value)
                {
                    inputs[input.Name] = Typed(node, input.Name, value);
                }
            }
        }

        foreach ((string name, StepValue value) in overrides ?? new Dictionary<string, StepValue>(StringComparer.Ordinal))
        {
            inputs[name] = Typed(node, name, value);
        }

        foreach ((string name, JsonElement spec) in node.Component?.Inputs ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (!inputs.ContainsKey(name) && ComponentFacts.Text(spec, "default") is { } value)
            {
                inputs[name] = new StepValue("literal", value);
            }
        }

        return inputs;
    }

    /// <summary>A value as a step has it: <c>{"value": …, "job_input_type": "literal"}</c>, data, or bare.</summary>
    public StepValue? Read(JsonElement input)
    {
        if (input.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        if (input.ValueKind != JsonValueKind.Object)
        {
            return Fill(input.ToString());
        }

        string? mode = ComponentFacts.Text(input, "mode");
        string type = ComponentFacts.Text(input, "job_input_type") ?? ComponentFacts.Text(input, "jobInputType") ?? ComponentFacts.Text(input, "type") ?? "literal";
        string? uri = ComponentFacts.Text(input, "uri") ?? ComponentFacts.Text(input, "path");
        if (uri is not null && !type.Equals("literal", StringComparison.OrdinalIgnoreCase))
        {
            return Fill(uri) is { } filled ? new StepValue(type, filled.Value, mode ?? filled.Mode) : null;
        }

        return Fill(ComponentFacts.Text(input, "value") ?? uri ?? "") is { } value ? value with { Mode = mode ?? value.Mode } : null;
    }

    /// <summary>Fills a text's expressions. A text that is one expression becomes what it names, data included.</summary>
    public StepValue? Fill(string text)
    {
        (int Start, int End, string Expression)[] found = text.Contains("${{", StringComparison.Ordinal) ? [.. StepBinding.In(text)] : [];
        if (found.Length == 0)
        {
            return new StepValue("literal", text);
        }

        if (found is [var only] && only.Start == 0 && only.End == text.Length)
        {
            return Resolve(StepBinding.Parse(only.Expression));
        }

        var filled = new StringBuilder();
        int at = 0;
        string? type = null;
        foreach ((int start, int end, string expression) in found)
        {
            StepValue? value = Resolve(StepBinding.Parse(expression));
            type ??= value is { IsLiteral: false } ? value.Type : null;
            filled.Append(text, at, start - at).Append(value?.Value);
            at = end;
        }

        return new StepValue(type ?? "literal", filled.Append(text, at, text.Length - at).ToString());
    }

    private StepValue? Resolve(StepBinding binding)
    {
        switch (binding.Kind)
        {
            case StepBindingKind.ParentInput:
                return state.Inputs.GetValueOrDefault(binding.Port);
            case StepBindingKind.StepOutput when state.Graph.Find(binding.Step) is { } step:
                return (StepOutputs.OfLoop(state, step, binding.Port) ?? (step.Run is { } run ? StepOutputs.Of(run, binding.Port) : null)) is { } place ? Value(place) : null;
            default:
                return null;
        }
    }

    /// <summary>What an output gives to a step: the data, or of one that is a plain value what was written there.</summary>
    public StepValue? Value(ResolvedData place) => StepOutputs.IsPlain(place.Type)
        ? readText(place.Uri) is { } text ? new StepValue("literal", text) : null
        : new StepValue(place.Type, place.Uri);

    /// <summary>A literal that stands where the component wants data is a place of data.</summary>
    private static StepValue Typed(PipelineNode node, string name, StepValue value)
    {
        if (node.Component is null || !node.Component.Inputs.TryGetValue(name, out JsonElement spec))
        {
            return value;
        }

        string type = ComponentFacts.Text(spec, "type") ?? "";
        bool wantsData = type is "uri_file" or "uri_folder" or "mltable" or "custom_model" or "mlflow_model" or "triton_model";
        return wantsData
            ? new StepValue(value.IsLiteral ? type : value.Type, value.Value, value.Mode ?? ComponentFacts.Text(spec, "mode"))
            : value;
    }
}
