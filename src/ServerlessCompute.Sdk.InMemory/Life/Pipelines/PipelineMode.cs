using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a pipeline's settings say; what they leave out is as the service has it since March 2023.</summary>
internal sealed class PipelineMode
{
    private readonly JsonElement _json;

    public PipelineMode(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> settings = JsonScan.Value(body, "settings"u8);
        _json = JsonScan.IsNullOrAbsent(settings) || settings[0] != '{' ? default : JsonElement.Parse(settings);
        Compute = JsonScan.Text(JsonScan.Value(body, "computeId"u8)) ?? ComponentFacts.Text(_json, "default_compute");
    }

    /// <summary>The compute of steps that name none, as it was written; null for none.</summary>
    public string? Compute { get; }

    public string? DefaultCompute => ComponentFacts.Text(_json, "default_compute");

    public string Datastore => ComponentFacts.Text(_json, "default_datastore") is { } id ? id[(id.LastIndexOf('/') + 1)..] : "workspaceblobstore";

    /// <summary>Recorded: true when it is left out.</summary>
    public bool ContinuesOnFailure => !ComponentFacts.Says(_json, "continue_on_step_failure", "false");

    public bool ContinuesOnOptionalInput => !ComponentFacts.Says(_json, "continue_run_on_failed_optional_input", "false");

    public bool ForcesRerun => ComponentFacts.Says(_json, "force_rerun", "true");

    /// <summary>The step that runs before all others.</summary>
    public string? OnInit => ComponentFacts.Text(_json, "on_init");

    /// <summary>The step that runs after all others, whatever became of them.</summary>
    public string? OnFinalize => ComponentFacts.Text(_json, "on_finalize");
}
