using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The data that went into a run and came out of it, as run history names it: ids of data assets that the service makes for each run.</summary>
internal static class RunData
{
    public static void WriteInputs(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        if (IsStepThatWaits(job))
        {
            writer.WriteNull("inputs"u8);
            return;
        }

        writer.WriteStartObject("inputs"u8);
        ReadOnlySpan<byte> inputs = JsonScan.Value(job.Body, "inputs"u8);
        foreach (JsonMember member in JsonScan.Members(inputs))
        {
            string? type = JsonScan.Text(JsonScan.Value(member.Value, "jobInputType"u8));
            if (type is not (null or "literal"))
            {
                WriteAsset(writer, member.Name, JobData.AssetId(engine.Workspace, job.Name, "input", member.Name), type);
            }
        }

        writer.WriteEndObject();
    }

    public static void WriteOutputs(Utf8JsonWriter writer, ServerlessEngine engine, JobRecord job)
    {
        if (IsStepThatWaits(job) || (job.Phase != JobPhase.Completed && job.Life.JobType == "Pipeline"))
        {
            writer.WriteNull("outputs"u8);
            return;
        }

        writer.WriteStartObject("outputs"u8);
        ReadOnlySpan<byte> outputs = JsonScan.Value(job.Body, "outputs"u8);
        WriteAsset(writer, "default", JobData.AssetId(engine.Workspace, job.Name, "output", "default"), "uri_folder");
        foreach (JsonMember member in JsonScan.Members(outputs))
        {
            if (member.Name != "default")
            {
                WriteAsset(writer, member.Name, JobData.AssetId(engine.Workspace, job.Name, "output", member.Name), JsonScan.Text(JsonScan.Value(member.Value, "jobOutputType"u8)) ?? "uri_folder");
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Run history's word for a type of data.</summary>
    public static string TypeWord(string type) => type switch
    {
        "uri_file" => "UriFile",
        "uri_folder" => "UriFolder",
        "mltable" => "MLTable",
        "custom_model" => "CustomModel",
        "mlflow_model" => "MLFlowModel",
        "triton_model" => "TritonModel",
        _ => type,
    };

    /// <summary>Recorded: a step that does not run yet has neither; a pipeline has no outputs before it completes.</summary>
    private static bool IsStepThatWaits(JobRecord job) => job.StartedAt is null && job.Kin?.Parent?.Life.JobType == "Pipeline";

    private static void WriteAsset(Utf8JsonWriter writer, string name, string assetId, string type)
    {
        writer.WriteStartObject(name);
        writer.WriteString("assetId"u8, assetId);
        writer.WriteString("type"u8, TypeWord(type));
        writer.WriteEndObject();
    }
}
