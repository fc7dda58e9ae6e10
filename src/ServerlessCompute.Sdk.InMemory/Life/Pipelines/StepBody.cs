using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Makes the job that a step is, in the form in which it would be sent on its own.</summary>
internal static class StepBody
{
    /// <summary>A command's, a parallel step's, a data transfer's.</summary>
    public static byte[] Command(PipelineState state, PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs) =>
        JsonBuffer.Write((state, node, inputs), static (writer, s) =>
        {
            JsonElement spec = s.node.Component?.Spec ?? default;
            JsonElement task = ComponentFacts.Part(s.node.Json, "task") is { ValueKind: JsonValueKind.Object } own ? own : ComponentFacts.Part(spec, "task");
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Command"u8);
            StepParts.WriteHead(writer, s.node);
            writer.WriteString("command"u8, s.node.Type == "parallel" ? ParallelCommand(task) : ComponentFacts.Text(spec, "command") ?? "");
            StepParts.WriteText(writer, "codeId"u8, ComponentFacts.ArmId(ComponentFacts.Text(spec, "code") ?? ComponentFacts.Text(task, "code")));
            StepParts.WriteText(writer, "environmentId"u8, ComponentFacts.ArmId(ComponentFacts.Text(spec, "environment") ?? ComponentFacts.Text(task, "environment")));
            StepParts.WriteInputs(writer, s.inputs);
            StepOutputs.Write(writer, s.state, s.node);
            StepParts.WriteVariables(writer, s.node, spec);
            StepParts.WriteDistribution(writer, s.node, spec);
            StepParts.WriteResources(writer, s.node, spec);
            StepParts.WriteServices(writer, s.node);
            StepParts.WritePlace(writer, s.state, s.node);
            if (s.node.Type == "parallel")
            {
                ParallelStepForm.Write(writer, s.node, task);
            }

            if (StepParts.Timeout(ComponentFacts.Part(s.node.Json, "limits"), "timeout") is { } limit)
            {
                writer.WriteStartObject("limits"u8);
                writer.WriteString("timeout"u8, limit);
                writer.WriteString("jobLimitsType"u8, "Command"u8);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });

    public static byte[] Sweep(PipelineState state, PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs) =>
        JsonBuffer.Write((state, node, inputs), static (writer, s) =>
        {
            JsonElement json = s.node.Json;
            JsonElement spec = s.node.Component?.Spec ?? default;
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Sweep"u8);
            StepParts.WriteHead(writer, s.node);
            SweepStepForm.WriteSpace(writer, ComponentFacts.Part(json, "search_space"));
            SweepStepForm.WriteSampling(writer, json);
            SweepStepForm.WriteObjective(writer, ComponentFacts.Part(json, "objective"));
            SweepStepForm.WriteLimits(writer, ComponentFacts.Part(json, "limits"));
            SweepStepForm.WriteTermination(writer, ComponentFacts.Part(json, "early_termination"));
            writer.WriteStartObject("trial"u8);
            writer.WriteString("command"u8, ComponentFacts.Text(spec, "command") ?? "");
            StepParts.WriteText(writer, "codeId"u8, ComponentFacts.ArmId(ComponentFacts.Text(spec, "code")));
            writer.WriteString("environmentId"u8, ComponentFacts.ArmId(ComponentFacts.Text(spec, "environment")) ?? "");
            StepParts.WriteVariables(writer, s.node, spec);
            StepParts.WriteDistribution(writer, s.node, spec);
            StepParts.WriteResources(writer, s.node, spec);
            writer.WriteEndObject();
            StepParts.WriteInputs(writer, s.inputs);
            StepOutputs.Write(writer, s.state, s.node);
            StepParts.WritePlace(writer, s.state, s.node);
            writer.WriteEndObject();
        });

    public static byte[] AutoMl(PipelineState state, PipelineNode node, StepValues values) =>
        JsonBuffer.Write((state, node, inputs: values), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "AutoML"u8);
            StepParts.WriteHead(writer, s.node);
            AutoMlStepForm.WriteTask(writer, s.node.Json, s.inputs);
            StepOutputs.Write(writer, s.state, s.node);
            StepParts.WriteResources(writer, s.node, default);
            StepParts.WritePlace(writer, s.state, s.node);
            writer.WriteEndObject();
        });

    public static byte[] Spark(PipelineState state, PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs) =>
        JsonBuffer.Write((state, node, inputs), static (writer, s) =>
        {
            JsonElement json = s.node.Json;
            JsonElement spec = s.node.Component?.Spec ?? default;
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Spark"u8);
            StepParts.WriteHead(writer, s.node);
            StepParts.WriteText(writer, "codeId"u8, ComponentFacts.ArmId(ComponentFacts.Text(json, "code") ?? ComponentFacts.Text(spec, "code")));
            StepParts.WriteText(writer, "environmentId"u8, ComponentFacts.ArmId(ComponentFacts.Text(json, "environment") ?? ComponentFacts.Text(spec, "environment")));
            StepParts.WriteText(writer, "args"u8, ComponentFacts.Text(json, "args") ?? ComponentFacts.Text(spec, "args"));
            JsonElement entry = ComponentFacts.Part(json, "entry") is { ValueKind: JsonValueKind.Object } own ? own : ComponentFacts.Part(spec, "entry");
            writer.WriteStartObject("entry"u8);
            bool scala = ComponentFacts.Text(entry, "class_name") is not null;
            writer.WriteString("sparkJobEntryType"u8, ComponentFacts.Text(entry, "spark_job_entry_type") ?? (scala ? "SparkJobScalaEntry" : "SparkJobPythonEntry"));
            StepParts.WriteText(writer, "file"u8, ComponentFacts.Text(entry, "file"));
            StepParts.WriteText(writer, "className"u8, ComponentFacts.Text(entry, "class_name"));
            writer.WriteEndObject();
            writer.WriteStartObject("conf"u8);
            foreach (JsonElement conf in (JsonElement[])[ComponentFacts.Part(spec, "conf"), ComponentFacts.Part(json, "conf")])
            {
                foreach (JsonProperty member in conf.ValueKind == JsonValueKind.Object ? conf.EnumerateObject() : default)
                {
                    writer.WriteString(member.Name, member.Value.ToString());
                }
            }

            writer.WriteEndObject();
            StepParts.WriteInputs(writer, s.inputs);
            StepOutputs.Write(writer, s.state, s.node);
            StepParts.WriteResources(writer, s.node, spec);
            StepParts.WritePlace(writer, s.state, s.node);
            writer.WriteEndObject();
        });

    /// <summary>A nested pipeline: its steps are its component's, what its component leaves open is its parent's.</summary>
    public static byte[] Pipeline(PipelineState state, PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs) =>
        JsonBuffer.Write((state, node, inputs), static (writer, s) =>
        {
            JsonElement spec = s.node.Component?.Spec ?? s.node.Json;
            JsonElement settings = ComponentFacts.Part(spec, "settings");
            writer.WriteStartObject();
            writer.WriteString("jobType"u8, "Pipeline"u8);
            StepParts.WriteHead(writer, s.node);
            StepParts.WriteInputs(writer, s.inputs);
            StepOutputs.Write(writer, s.state, s.node);
            writer.WritePropertyName("jobs"u8);
            (ComponentFacts.Part(spec, "jobs") is { ValueKind: JsonValueKind.Object } jobs ? jobs : JsonElement.Parse("{}"u8)).WriteTo(writer);
            writer.WriteStartObject("settings"u8);
            StepParts.WriteText(writer, "default_compute"u8, ComponentFacts.Text(settings, "default_compute") ?? s.state.Settings.Compute);
            StepParts.WriteText(writer, "default_datastore"u8, ComponentFacts.Text(settings, "default_datastore"));
            writer.WriteBoolean("continue_on_step_failure"u8, s.state.Settings.ContinuesOnFailure && !ComponentFacts.Says(settings, "continue_on_step_failure", "false"));
            writer.WriteBoolean("force_rerun"u8, s.state.Settings.ForcesRerun);
            writer.WriteEndObject();
            if (!JsonScan.IsNullOrAbsent(s.state.Identity))
            {
                writer.Member("identity"u8, s.state.Identity);
            }

            writer.WriteEndObject();
        });

    private static string ParallelCommand(JsonElement task) =>
        string.Create(CultureInfo.InvariantCulture, $"python {ComponentFacts.Text(task, "entry_script") ?? "score.py"} {ComponentFacts.Text(task, "program_arguments")}").TrimEnd();
}
