using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Makes the command job that a trial is.</summary>
internal static class TrialBody
{
    public static byte[] Write(ReadOnlySpan<byte> sweep, string name, IReadOnlyList<KeyValuePair<string, string>> values) =>
        JsonBuffer.Write(new Parts(sweep, name, values), static (writer, s) =>
        {
            ReadOnlySpan<byte> trial = JsonScan.Value(s.Sweep, "trial"u8);
            ReadOnlySpan<byte> limits = JsonScan.Value(s.Sweep, "limits"u8);
            ReadOnlySpan<byte> resources = JsonScan.Value(trial, "resources"u8);
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Command"u8);
            writer.WriteString("displayName"u8, s.Name);
            writer.WriteString("command"u8, SearchHoles.Fill(JsonScan.Text(JsonScan.Value(trial, "command"u8)) ?? "", s.Values));
            Copy(writer, "codeId"u8, trial);
            Copy(writer, "environmentId"u8, trial);
            Copy(writer, "environmentVariables"u8, trial);
            Copy(writer, "distribution"u8, trial);

            // Sent by clients in a place of its own, which the contract does not know.
            Value(writer, "resources"u8, JsonScan.IsNullOrAbsent(resources) ? JsonScan.Value(s.Sweep, "resources"u8) : resources);
            Copy(writer, "inputs"u8, s.Sweep);
            Copy(writer, "outputs"u8, s.Sweep);
            Copy(writer, "identity"u8, s.Sweep);
            Copy(writer, "computeId"u8, s.Sweep);
            Copy(writer, "queueSettings"u8, s.Sweep);
            if (JsonScan.Text(JsonScan.Value(limits, "trialTimeout"u8)) is { } timeout)
            {
                writer.WriteStartObject("limits"u8);
                writer.WriteString("timeout"u8, timeout);
                writer.WriteString("jobLimitsType"u8, "Command"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });

    private static void Copy(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> from) => Value(writer, name, JsonScan.Value(from, name));

    private static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!JsonScan.IsNullOrAbsent(value))
        {
            writer.Member(name, value);
        }
    }

    private readonly ref struct Parts(ReadOnlySpan<byte> sweep, string name, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        public ReadOnlySpan<byte> Sweep { get; } = sweep;

        public string Name { get; } = name;

        public IReadOnlyList<KeyValuePair<string, string>> Values { get; } = values;
    }
}
