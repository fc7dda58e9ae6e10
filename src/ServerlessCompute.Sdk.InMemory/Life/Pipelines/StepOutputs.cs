using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What comes out of a step.</summary>
internal static class StepOutputs
{
    /// <summary>Where an output of a run is; a reused run's is where the first run wrote it.</summary>
    public static ResolvedData? Of(JobRecord run, string output)
    {
        JobRecord first = run.Kin?.Role is StepRole { ReusedFrom: { } reused } ? reused : run;
        if (first.Kin?.State is SweepState or AutoMlState)
        {
            // What comes out of a search is what its best trial made.
            JobRecord? best = first.Kin.State is SweepState sweep ? sweep.Best?.Job : ((AutoMlState)first.Kin.State).Best?.Job;
            return best is null ? null : Of(best, output);
        }

        if (first.Kin?.State is PipelineState pipeline && pipeline.Elsewhere.TryGetValue(output, out ResolvedData? elsewhere))
        {
            return elsewhere;
        }

        return JobData.OutputUri(first, output) is { } uri
            ? new ResolvedData(uri, JsonScan.Text(JsonScan.Value(JsonScan.Value(JsonScan.Value(first.Body, "outputs"u8), System.Text.Encoding.UTF8.GetBytes(output)), "jobOutputType"u8)) ?? "uri_folder")
            : null;
    }

    /// <summary>Whether an output is a plain value, which its command writes into a file of a few letters.</summary>
    public static bool IsPlain(string type) => type is "boolean" or "integer" or "number" or "string";

    /// <summary>The place of all iterations' outputs together, for a <c>parallel_for</c>; null for any other step.</summary>
    public static ResolvedData? OfLoop(PipelineState state, PipelineNode step, string output) =>
        step.Type == "parallel_for" && step.Iterations is not null ? new ResolvedData(LoopPlace(state.Name, step, output), "uri_folder") : null;

    /// <summary>Writes the outputs of a step as a job's: those of its component and those that it declares itself.</summary>
    public static void Write(Utf8JsonWriter writer, PipelineState pipeline, PipelineNode node)
    {
        writer.WriteStartObject("outputs"u8);
        JsonElement own = ComponentFacts.Part(node.Json, "outputs");
        foreach (string name in Names(node, own))
        {
            JsonElement sent = ComponentFacts.Part(own, name);
            JsonElement spec = node.Component?.Outputs.GetValueOrDefault(name) ?? default;
            string? bound = BoundTo(sent.ValueKind == JsonValueKind.Undefined && own.ValueKind == JsonValueKind.Object && own.TryGetProperty(name, out JsonElement bare) ? bare.ToString() : ComponentFacts.Text(sent, "value"));
            ReadOnlySpan<byte> target = bound is null ? default : JsonScan.Value(pipeline.Outputs, System.Text.Encoding.UTF8.GetBytes(bound));
            string type = Known(ComponentFacts.Text(sent, "job_output_type")) ?? Known(ComponentFacts.Text(spec, "type")) ?? JsonScan.Text(JsonScan.Value(target, "jobOutputType"u8)) ?? "uri_folder";
            writer.WriteStartObject(name);
            writer.WriteString("jobOutputType"u8, type);
            if ((ComponentFacts.Text(sent, "mode") ?? JsonScan.Text(JsonScan.Value(target, "mode"u8)) ?? ComponentFacts.Text(spec, "mode")) is { } mode)
            {
                writer.WriteString("mode"u8, mode);
            }

            if (node.Loop is { Type: "parallel_for", Iterations: { } loop } parallel)
            {
                // Every iteration has a folder of its own in the loop's.
                writer.WriteString("uri"u8, $"{LoopPlace(pipeline.Name, parallel, name)}{loop.Started}{(type == "uri_file" || IsPlain(type) ? "" : "/")}");
            }
            else if ((ComponentFacts.Text(sent, "uri") ?? ComponentFacts.Text(sent, "path") ?? (bound is null || IsSearch(node) ? null : JobData.OutputUri(pipeline.Name, pipeline.Outputs, bound))) is { } uri)
            {
                writer.WriteString("uri"u8, uri);
            }

            if (ComponentFacts.Text(sent, "name") is { } assetName)
            {
                writer.WriteString("assetName"u8, assetName);
            }

            if (ComponentFacts.Text(sent, "version") is { } version)
            {
                writer.WriteString("assetVersion"u8, version);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The outputs of the pipeline that a step writes: the step's name for it, and the pipeline's.</summary>
    public static IEnumerable<(string Own, string Pipelines)> Bound(PipelineNode node)
    {
        if (ComponentFacts.Part(node.Json, "outputs") is { ValueKind: JsonValueKind.Object } outputs)
        {
            foreach (JsonProperty output in outputs.EnumerateObject())
            {
                if (BoundTo(output.Value.ValueKind == JsonValueKind.Object ? ComponentFacts.Text(output.Value, "value") : output.Value.ToString()) is { } bound)
                {
                    yield return (output.Name, bound);
                }
            }
        }
    }

    /// <summary>Whether a step has trials, each of which writes into a place of its own.</summary>
    public static bool IsSearch(PipelineNode node) => node.Type is "sweep" or "automl";

    private static string LoopPlace(string pipeline, PipelineNode loop, string output) => $"azureml://datastores/workspaceblobstore/paths/azureml/{pipeline}/{loop.Name}/{output}/";

    private static string? BoundTo(string? value) =>
        value is not null && StepBinding.In(value).FirstOrDefault() is { Expression: { } expression } && StepBinding.Parse(expression) is { Kind: StepBindingKind.ParentOutput, Port: var port } ? port : null;

    private static string? Known(string? type) => type is "literal" or null ? null : type;

    private static IEnumerable<string> Names(PipelineNode node, JsonElement own)
    {
        IEnumerable<string> names = node.Component?.Outputs.Keys ?? [];
        return own.ValueKind == JsonValueKind.Object ? names.Union(own.EnumerateObject().Select(static o => o.Name), StringComparer.Ordinal) : names;
    }
}
