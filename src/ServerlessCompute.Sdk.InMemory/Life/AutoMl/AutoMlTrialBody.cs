using System.Globalization;

namespace ServerlessCompute;

/// <summary>Makes the command job that a trial of AutoML is. Its command is the driver's, with the algorithm, so that delegates can tell trials apart.</summary>
internal static class AutoMlTrialBody
{
    /// <summary>A GPU size that the service takes for images and text when none is named: the cheapest that the quota can hold is chosen among these.</summary>
    public static IReadOnlyList<string> GpuSizes { get; } = ["Standard_NC4as_T4_v3", "Standard_NC6s_v3", "Standard_NC24ads_A100_v4", "Standard_NC6"];

    public static byte[] Write(byte[] body, AutoMlSpec spec, AutoMlTrial trial, string name, string? instanceType) =>
        JsonBuffer.Write((body, spec, trial, name, instanceType), static (writer, s) =>
        {
            ReadOnlySpan<byte> task = JsonScan.Value(s.body, "taskDetails"u8);
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Command"u8);
            writer.WriteString("displayName"u8, s.name);
            writer.WriteString("command"u8, string.Create(CultureInfo.InvariantCulture, $"python automl_driver.py --task {s.spec.Task} --algorithm {s.trial.Algorithm} --iteration {s.trial.Number}"));
            writer.WriteString("environmentId"u8, s.spec.NeedsGpu ? "azureml:AzureML-AutoML-GPU@prod"u8 : "azureml:AzureML-AutoML@prod"u8);
            writer.WriteStartObject("resources"u8);
            if (s.instanceType is not null)
            {
                writer.WriteString("instanceType"u8, s.instanceType);
            }

            // One trial takes the nodes that are its share.
            writer.WriteNumber("instanceCount"u8, Math.Max(1, s.spec.InstanceCount / s.spec.MaxConcurrent));
            writer.WriteEndObject();
            writer.WriteStartObject("inputs"u8);
            foreach (string data in (string[])["trainingData", "validationData", "testData"])
            {
                if (JsonScan.Value(task, System.Text.Encoding.UTF8.GetBytes(data)) is { } sent && !JsonScan.IsNullOrAbsent(sent))
                {
                    writer.Member(System.Text.Encoding.UTF8.GetBytes(data), sent);
                }
            }

            writer.WriteEndObject();
            writer.WriteStartObject("outputs"u8);
            writer.WriteStartObject("best_model"u8);
            writer.WriteString("jobOutputType"u8, "mlflow_model"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
            if (s.spec.JobTier is { } tier)
            {
                writer.WriteStartObject("queueSettings"u8);
                writer.WriteString("jobTier"u8, tier);
                writer.WriteEndObject();
            }

            if (s.spec.TrialTimeout is { } timeout)
            {
                writer.WriteStartObject("limits"u8);
                writer.WriteString("timeout"u8, System.Xml.XmlConvert.ToString(timeout));
                writer.WriteString("jobLimitsType"u8, "Command"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });
}
