using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What is kept of a sweep.</summary>
internal sealed class SweepState(SweepSpec spec, ITrialSampler sampler) : LifeState
{
    public SweepSpec Spec { get; } = spec;

    public ITrialSampler Sampler { get; } = sampler;

    public List<SweptTrial> Trials { get; } = [];

    /// <summary>Whether there will be no more trials.</summary>
    public bool AllGenerated { get; set; }

    /// <summary>The best trial that is over, or null.</summary>
    public SweptTrial? Best { get; set; }

    public override IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job)
    {
        yield return new("_aml_system_max_concurrent_jobs", Spec.MaxConcurrent.ToString(CultureInfo.InvariantCulture));
        yield return new("_aml_system_max_total_jobs", Spec.MaxTotal.ToString(CultureInfo.InvariantCulture));
        yield return new("_aml_system_max_duration_minutes", ((long)(Spec.Timeout ?? TimeSpan.FromMinutes(10_080)).TotalMinutes).ToString(CultureInfo.InvariantCulture));
        yield return new("_aml_system_policy_config", PolicyConfig());
        yield return new("_aml_system_generator_config", GeneratorConfig(job));
        yield return new("_aml_system_primary_metric_config", MetricConfig());
        yield return new("_aml_system_platform_config", PlatformConfig(job));
        yield return new("_aml_system_resume_child_runs", "null");
        yield return new("_aml_system_all_jobs_generated", AllGenerated ? "true" : "false");
        yield return new("_aml_system_cancellation_requested", job.StopReason == StopReason.None ? "false" : "true");
        if (Trials.Count == 0)
        {
            yield break;
        }

        string time = $"\"{new DateTime(job.ChangedAt).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}\"";
        yield return new("_aml_system_progress_metadata_evaluation_timestamp", time);
        yield return new("_aml_system_progress_metadata_digest", $"\"{Draw.Bits(Trials.Count, job.Name, "digest"):x16}\"");
        yield return new("_aml_system_progress_metadata_active_timestamp", time);
        yield return new("_aml_system_optimizer_state_artifact", "null");
        yield return new("_aml_system_outdated_optimizer_state_artifacts", "\"[]\"");
        foreach (SweptTrial trial in Trials)
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"_aml_system_{job.Name}_{trial.Number}"), TrialSpace.Json(trial.Values));
        }

        if (job.IsOver)
        {
            yield return new("_aml_system_final_best_metric_update_retry_count", "1");
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        yield return new("primary_metric_config", MetricConfig());
        yield return new("resume_from", "null");
        yield return new("runTemplate", "HyperDrive");
        yield return new("azureml.runsource", "hyperdrive");
        yield return new("platform", "AML");
        yield return new("ContentSnapshotId", Draw.Id(0, job.Name, "snapshot").ToString());
        yield return new("user_agent", "managementfrontend/in-memory");
        if (Trials.Count > 0)
        {
            yield return new("space_size", Spec.Space.Combinations?.ToString(CultureInfo.InvariantCulture) ?? "infinite_space_size");
        }

        if (Best is { } best)
        {
            yield return new("score", Dimension.Text(best.Result!.Value));
            yield return new("best_child_run_id", best.Job!.Name);
            yield return new("best_metric_status", "Succeeded");
            yield return new("best_data_container_id", $"dcid.{best.Job.Name}");
        }
    }

    private string MetricConfig() => $"{{\"name\":{Dimension.Quoted(Spec.Metric)},\"goal\":\"{(Spec.Maximizes ? "maximize" : "minimize")}\"}}";

    private string PolicyConfig() => $"{{\"name\":\"{Spec.Policy.Name}\",\"properties\":{Spec.Policy.Config}}}";

    private string GeneratorConfig(JobRecord job)
    {
        string space = JsonScan.Value(job.Body, "searchSpace"u8) is { IsEmpty: false } sent ? JsonElement.Parse(sent).GetRawText() : "{}";
        string properties = Spec.Sampling.Equals("Random", StringComparison.OrdinalIgnoreCase)
            ? $"{{\"rule\":\"{Spec.Rule}\",\"logbase\":null,\"seed\":{Spec.Seed?.ToString(CultureInfo.InvariantCulture) ?? "null"}}}"
            : "{}";
        return $"{{\"name\":\"{Spec.Sampling.ToUpperInvariant()}\",\"parameter_space\":{space},\"properties\":{properties}}}";
    }

    /// <summary>The beginning of what the service keeps here, a run's definition of thousands of letters.</summary>
    private static string PlatformConfig(JobRecord job) =>
        $"{{\"ExperimentName\":{Dimension.Quoted(job.ExperimentName)},\"Definition\":{{\"Overrides\":{{\"Command\":{Dimension.Quoted(JsonScan.Text(JsonScan.Value(JsonScan.Value(job.Body, "trial"u8), "command"u8)) ?? "")}}}}}}}";
}
