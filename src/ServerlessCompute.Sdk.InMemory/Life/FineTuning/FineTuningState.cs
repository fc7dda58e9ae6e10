using System.Globalization;

namespace ServerlessCompute;

/// <summary>What is kept of a fine-tuning job.</summary>
internal sealed class FineTuningState : LifeState
{
    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        ReadOnlySpan<byte> details = JsonScan.Value(job.Body, "fineTuningDetails"u8);
        string? model = Uri(details, "model"u8);
        string? training = Uri(details, "trainingData"u8);
        string? validation = Uri(details, "validationData"u8);
        string? output = OutputName(job);
        var properties = new List<KeyValuePair<string, string?>>
        {
            new("PipelineType", "FineTuning"),
            new("original_model_id", model),
            new("azureml.ModelName", ModelName(model)),
            new("azureml.PipelineType", "FineTuning"),
            new("azureml.original_model_id", model),
            new("azureml.trainingData.assetId", training),
        };
        if (validation is not null)
        {
            properties.Add(new("azureml.validationData.assetId", validation));
        }

        properties.Add(new("_fineTuningJobType", "MaaP"));
        if (output is not null)
        {
            properties.Add(new("_outputModelName", output));
        }

        properties.Add(new("StartTimeUtc", new DateTime(job.CreatedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)));
        return properties;
    }

    private static string? Uri(ReadOnlySpan<byte> details, ReadOnlySpan<byte> name) => JsonScan.Text(JsonScan.Value(JsonScan.Value(details, name), "uri"u8));

    private static string? ModelName(string? model)
    {
        string[] parts = model?.Split('/') ?? [];
        int at = Array.IndexOf(parts, "models");
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : model;
    }

    private static string? OutputName(JobRecord job)
    {
        foreach (JsonMember output in JsonScan.Members(JsonScan.Value(job.Body, "outputs"u8)))
        {
            if (JsonScan.Text(JsonScan.Value(output.Value, "assetName"u8)) is { } name)
            {
                return name;
            }
        }

        return null;
    }
}
