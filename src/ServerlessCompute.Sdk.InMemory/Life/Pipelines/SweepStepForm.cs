using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Parts of a sweep step, which has the form of YAML, in a sweep job's form.</summary>
internal static class SweepStepForm
{
    // The names of a distribution's numbers, in the order in which a job has them.
    private static readonly string[] Arguments = ["min_value", "max_value", "mu", "sigma", "q", "upper"];

    public static void WriteSpace(Utf8JsonWriter writer, JsonElement space)
    {
        writer.WriteStartObject("searchSpace"u8);
        foreach (JsonProperty parameter in space.ValueKind == JsonValueKind.Object ? space.EnumerateObject() : default)
        {
            writer.WritePropertyName(parameter.Name);
            WriteDistribution(writer, parameter.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>The algorithm's name, or an object with more.</summary>
    public static void WriteSampling(Utf8JsonWriter writer, JsonElement node)
    {
        JsonElement detailed = ComponentFacts.Part(node, "sampling_algorithm");
        string type = ComponentFacts.Text(node, "sampling_algorithm") ?? ComponentFacts.Text(detailed, "type") ?? ComponentFacts.Text(detailed, "sampling_algorithm_type") ?? "random";
        writer.WriteStartObject("samplingAlgorithm"u8);
        writer.WriteString("samplingAlgorithmType"u8, type.ToUpperInvariant() switch { "GRID" => "Grid", "BAYESIAN" => "Bayesian", _ => "Random" });
        if (detailed.ValueKind == JsonValueKind.Object)
        {
            StepParts.WriteCamel(writer, detailed, "type", "sampling_algorithm_type");
        }

        writer.WriteEndObject();
    }

    public static void WriteObjective(Utf8JsonWriter writer, JsonElement objective)
    {
        writer.WriteStartObject("objective"u8);
        writer.WriteString("primaryMetric"u8, ComponentFacts.Text(objective, "primary_metric") ?? "");
        writer.WriteString("goal"u8, ComponentFacts.Says(objective, "goal", "maximize") ? "Maximize"u8 : "Minimize"u8);
        writer.WriteEndObject();
    }

    public static void WriteLimits(Utf8JsonWriter writer, JsonElement limits)
    {
        writer.WriteStartObject("limits"u8);
        writer.WriteString("jobLimitsType"u8, "Sweep"u8);
        foreach (string number in (string[])["max_total_trials", "max_concurrent_trials"])
        {
            if (int.TryParse(ComponentFacts.Text(limits, number), System.Globalization.CultureInfo.InvariantCulture, out int value))
            {
                writer.WriteNumber(StepParts.Camel(number), value);
            }
        }

        StepParts.WriteText(writer, "timeout"u8, StepParts.Timeout(limits, "timeout"));
        StepParts.WriteText(writer, "trialTimeout"u8, StepParts.Timeout(limits, "trial_timeout"));
        writer.WriteEndObject();
    }

    public static void WriteTermination(Utf8JsonWriter writer, JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        writer.WriteStartObject("earlyTermination"u8);
        string type = (ComponentFacts.Text(policy, "policy_type") ?? ComponentFacts.Text(policy, "type") ?? "").Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        writer.WriteString("policyType"u8, type switch { "MEDIANSTOPPING" => "MedianStopping", "TRUNCATIONSELECTION" => "TruncationSelection", _ => "Bandit" });
        StepParts.WriteCamel(writer, policy, "policy_type", "type");
        writer.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter writer, JsonElement distribution)
    {
        if (distribution.ValueKind != JsonValueKind.Object)
        {
            distribution.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(ComponentFacts.Text(distribution, "type") ?? "choice");
        writer.WriteStartArray();
        if (ComponentFacts.Part(distribution, "values") is { ValueKind: JsonValueKind.Array } values)
        {
            writer.WriteStartArray();
            foreach (JsonElement value in values.EnumerateArray())
            {
                WriteOption(writer, value);
            }

            writer.WriteEndArray();
        }

        foreach (string argument in Arguments)
        {
            if (distribution.TryGetProperty(argument, out JsonElement number))
            {
                number.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    /// <summary>An option may be an object whose members are distributions themselves.</summary>
    private static void WriteOption(Utf8JsonWriter writer, JsonElement option)
    {
        if (option.ValueKind != JsonValueKind.Object)
        {
            option.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (JsonProperty member in option.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object && ComponentFacts.Text(member.Value, "type") is not null)
            {
                WriteDistribution(writer, member.Value);
            }
            else
            {
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
