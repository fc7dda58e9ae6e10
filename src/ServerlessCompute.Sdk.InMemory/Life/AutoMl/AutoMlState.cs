using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>What is kept of an AutoML job.</summary>
internal sealed class AutoMlState(AutoMlSpec spec) : LifeState
{
    public AutoMlSpec Spec { get; } = spec;

    public List<AutoMlTrial> Trials { get; } = [];

    public AutoMlTrial? Best { get; set; }

    /// <summary>Whether there will be no more trials.</summary>
    public bool AllGenerated { get; set; }

    public override IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job)
    {
        if (job.StartedAt is null)
        {
            yield break;
        }

        yield return new("_aml_system_automl_mltable_data_json", DataJson(job));
        yield return new("model_explain_run", "best_run");
        yield return new("_aml_system_automl_run_workspace_id", Draw.Id(0, job.ExperimentName, "workspace").ToString());
        yield return new("_aml_system_azureml.automlComponent", "AutoML");
        yield return new("_azureml.ComputeTargetType", "");
        if (Trials.Any(static t => t.Score is not null))
        {
            yield return new("pipeline_id_000", Joined(static t => Draw.Id(0, t.Algorithm, t.Preprocessor).ToString("N")));
            yield return new("score", Listed(static t => Dimension.Text(t.Score!.Value)));
            yield return new("predicted_cost", Listed(static _ => "0"));
            yield return new("fit_time", Listed(static t => Seconds(t.Job!)));
            yield return new("training_percent", Listed(static _ => "100"));
            yield return new("iteration", Listed(static t => t.Number.ToString(CultureInfo.InvariantCulture)));
            yield return new("run_preprocessor", Listed(static t => t.Preprocessor));
            yield return new("run_algorithm", Listed(static t => t.Algorithm));
        }

        if (job.Phase == JobPhase.Completed && Best is { } best)
        {
            yield return new("automl_best_child_run_id", best.Job!.Name);
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        if (job.StartedAt is null)
        {
            yield break;
        }

        yield return new("num_iterations", Spec.MaxTrials.ToString(CultureInfo.InvariantCulture));
        yield return new("training_type", "TrainFull");
        yield return new("acquisition_function", "EI");
        yield return new("primary_metric", Snake(Spec.Metric));
        yield return new("train_split", "0");
        yield return new("acquisition_parameter", "0");
        yield return new("num_cross_validation", "");
        yield return new("target", "Serverless");
        yield return new("AMLSettingsJsonString", Settings());
        yield return new("DataPrepJsonString", null);
        yield return new("EnableSubsampling", "False");
        yield return new("runTemplate", "AutoML");
        yield return new("azureml.runsource", "automl");
        yield return new("ClientType", "Mfe");
        yield return new("_aml_system_scenario_identification", "Remote.Parent");
        yield return new("PlatformVersion", "DPV2");
        yield return new("environment_cpu_name", "AzureML-AutoML");
        yield return new("environment_cpu_label", "prod");
        yield return new("environment_gpu_name", "AzureML-AutoML-GPU");
        yield return new("environment_gpu_label", "prod");
        yield return new("root_attribution", "automl");
        yield return new("attribution", "AutoML");
        yield return new("Orchestrator", "AutoML");
        yield return new("mltable_data_json", DataJson(job));
        if (job is { Phase: JobPhase.Failed, Error: { } error })
        {
            // Recorded: of all kinds AutoML alone says here why it failed.
            yield return new("errors", error.Message);
        }
    }

    /// <summary>A metric as AutoML logs it: <c>AUCWeighted</c> is <c>AUC_weighted</c>, <c>NormalizedRootMeanSquaredError</c> <c>normalized_root_mean_squared_error</c>.</summary>
    public static string Snake(string metric)
    {
        switch (metric)
        {
            case "AUCWeighted":
                return "AUC_weighted";
            case "IOU":
                return "iou";
            case "R2Score":
                return "r2_score";
        }

        var text = new StringBuilder();
        foreach (char c in metric)
        {
            text.Append(char.IsAsciiLetterUpper(c) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static string Seconds(JobRecord job) =>
        job is { StartedAt: { } start, EndedAt: { } end } ? Dimension.Text((double)((end - start) / TimeSpan.TicksPerMillisecond) / 1000) : "0";

    private string Joined(Func<AutoMlTrial, string> text) => string.Join(';', Trials.Where(static t => t.Score is not null).Select(text));

    private string Listed(Func<AutoMlTrial, string> text) => string.Concat(Trials.Where(static t => t.Score is not null).Select(t => $"<{text(t)}>;"));

    private string Settings() => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"iterations\":{Spec.MaxTrials},\"primary_metric\":\"{Snake(Spec.Metric)}\",\"task_type\":\"{Snake(Spec.Task)}\",\"max_concurrent_iterations\":{Spec.MaxConcurrent},\"max_nodes\":{Spec.MaxNodes},\"experiment_timeout_minutes\":{(long)Spec.Timeout.TotalMinutes},\"metric_operation\":\"{(Spec.Maximizes ? "maximize" : "minimize")}\",\"vm_priority\":\"{(JobTierWords.Canonical(Spec.JobTier) == "Spot" ? "lowpriority" : "dedicated")}\",\"enable_ensembling\":{(Spec.Ensembles > 0 ? "true" : "false")}}}");

    private static string DataJson(JobRecord job)
    {
        ReadOnlySpan<byte> task = JsonScan.Value(job.Body, "taskDetails"u8);
        return $"{{\"Type\":\"MLTable\",\"TrainData\":{Data(JsonScan.Value(task, "trainingData"u8))},\"TestData\":{Data(JsonScan.Value(task, "testData"u8))},\"ValidData\":{Data(JsonScan.Value(task, "validationData"u8))}}}";
    }

    private static string Data(ReadOnlySpan<byte> input) =>
        JsonScan.Text(JsonScan.Value(input, "uri"u8)) is { } uri ? $"{{\"Uri\":{Dimension.Quoted(uri)},\"ResolvedUri\":null,\"AssetId\":null}}" : "null";
}
