namespace ServerlessCompute;

/// <summary>Makes the command job that tunes a model.</summary>
internal static class FineTuningBody
{
    public static byte[] Write(byte[] job, string size) => JsonBuffer.Write((job, size), static (writer, s) =>
    {
        ReadOnlySpan<byte> details = JsonScan.Value(s.job, "fineTuningDetails"u8);
        writer.WriteStartObject();
        writer.WriteString("jobType"u8, "Command"u8);
        writer.WriteString("displayName"u8, "finetune"u8);
        writer.WriteString("command"u8, $"python finetune.py --task {JsonScan.Text(JsonScan.Value(details, "taskType"u8))} --provider {JsonScan.Text(JsonScan.Value(details, "modelProvider"u8))}");
        writer.WriteString("environmentId"u8, "azureml://registries/azureml/environments/acft-hf-nlp-gpu/labels/latest"u8);
        writer.WriteStartObject("resources"u8);
        writer.WriteString("instanceType"u8, s.size);
        writer.WriteEndObject();
        writer.WriteStartObject("inputs"u8);
        foreach (string data in (string[])["model", "trainingData", "validationData"])
        {
            ReadOnlySpan<byte> sent = JsonScan.Value(details, System.Text.Encoding.UTF8.GetBytes(data));
            if (!JsonScan.IsNullOrAbsent(sent))
            {
                writer.Member(System.Text.Encoding.UTF8.GetBytes(data), sent);
            }
        }

        writer.WriteEndObject();
        ReadOnlySpan<byte> queue = JsonScan.Value(s.job, "queueSettings"u8);
        if (!JsonScan.IsNullOrAbsent(queue))
        {
            writer.Member("queueSettings"u8, queue);
        }

        writer.WriteEndObject();
    });
}
