using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The members that only a <see cref="CommandJob"/> has.</summary>
internal static class CommandJobWire
{
    private static readonly JsonEncodedText _command = JsonEncodedText.Encode("command");
    private static readonly JsonEncodedText _environmentId = JsonEncodedText.Encode("environmentId");
    private static readonly JsonEncodedText _codeId = JsonEncodedText.Encode("codeId");
    private static readonly JsonEncodedText _inputs = JsonEncodedText.Encode("inputs");
    private static readonly JsonEncodedText _outputs = JsonEncodedText.Encode("outputs");
    private static readonly JsonEncodedText _environmentVariables = JsonEncodedText.Encode("environmentVariables");
    private static readonly JsonEncodedText _resources = JsonEncodedText.Encode("resources");
    private static readonly JsonEncodedText _queueSettings = JsonEncodedText.Encode("queueSettings");
    private static readonly JsonEncodedText _distribution = JsonEncodedText.Encode("distribution");
    private static readonly JsonEncodedText _limits = JsonEncodedText.Encode("limits");

    public static void Write(Utf8JsonWriter writer, CommandJob job)
    {
        writer.WriteString(_command, job.Command.Text);
        writer.WriteText(_environmentId, job.Environment?.Reference);
        writer.WriteText(_codeId, job.Code?.Text);
        WriteInputs(writer, job.AllInputs);
        WriteOutputs(writer, job.AllOutputs);
        WriteEnvironmentVariables(writer, job.EnvironmentVariables);
        if (job.Resources is not null)
        {
            ResourcesWire.Write(writer, _resources, job.Resources);
        }

        if (job.QueueSettings is not null)
        {
            QueueSettingsWire.Write(writer, _queueSettings, job.QueueSettings);
        }

        if (job.Distribution is not null)
        {
            DistributionWire.Write(writer, _distribution, job.Distribution);
        }

        if (job.Limits is not null)
        {
            LimitsWire.Write(writer, _limits, job.Limits);
        }
    }

    public static CommandJob Read(ref Utf8JsonReader reader)
    {
        var members = new JobMembers();
        string? command = null, environment = null;
        AssetPath? code = null;
        ValueMap<Input> inputs = ValueMap<Input>.Empty;
        ValueMap<Output> outputs = ValueMap<Output>.Empty;
        ValueMap<EnvironmentValue> variables = ValueMap<EnvironmentValue>.Empty;
        ResourceConfiguration? resources = null;
        QueueSettings? queueSettings = null;
        Distribution? distribution = null;
        CommandJobLimits? limits = null;
        while (reader.NextMember())
        {
            _ = members.TryTake(ref reader)
                || reader.TryObject(_resources, ResourcesWire.Read, ref resources)
                || reader.TryPath(_codeId, ref code)
                || reader.TryText(_command, ref command)
                || reader.TryText(_environmentId, ref environment)
                || reader.TryMap(_inputs, InputWire.Read, ref inputs)
                || reader.TryMap(_outputs, OutputWire.Read, ref outputs)
                || reader.TryObject(_distribution, DistributionWire.Read, ref distribution)
                || reader.TryObject(_limits, LimitsWire.Read, ref limits)
                || reader.TryMap(_environmentVariables, ReadVariable, ref variables)
                || reader.TryObject(_queueSettings, QueueSettingsWire.Read, ref queueSettings)
                || members.TakeExtra(ref reader);
        }

        return members.ApplyTo(new CommandJob
        {
            Command = command ?? CommandText.Empty,
            Environment = environment is null ? null : new JobEnvironment { Reference = environment },
            Code = code,
            Inputs = inputs,
            Outputs = outputs,
            EnvironmentVariables = variables,
            Resources = resources,
            QueueSettings = queueSettings,
            Distribution = distribution,
            Limits = limits,
        });
    }

    private static void WriteInputs(Utf8JsonWriter writer, ValueMap<Input> inputs)
    {
        if (inputs.Count > 0)
        {
            writer.WriteStartObject(_inputs);
            foreach (ref readonly KeyValuePair<string, Input> input in inputs.Entries)
            {
                InputWire.Write(writer, input.Key, input.Value);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteOutputs(Utf8JsonWriter writer, ValueMap<Output> outputs)
    {
        if (outputs.Count > 0)
        {
            writer.WriteStartObject(_outputs);
            foreach (ref readonly KeyValuePair<string, Output> output in outputs.Entries)
            {
                OutputWire.Write(writer, output.Key, output.Value);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteEnvironmentVariables(Utf8JsonWriter writer, ValueMap<EnvironmentValue> variables)
    {
        if (variables.Count > 0)
        {
            writer.WriteStartObject(_environmentVariables);
            foreach (ref readonly KeyValuePair<string, EnvironmentValue> variable in variables.Entries)
            {
                writer.WriteString(variable.Key, variable.Value.Value);
            }

            writer.WriteEndObject();
        }
    }

    private static EnvironmentValue ReadVariable(ref Utf8JsonReader reader) => WireValue.Text(ref reader);
}
