namespace ServerlessCompute;

/// <summary>How run history classes a run (recorded).</summary>
/// <param name="Type"><c>runType</c>, for example <c>azureml.scriptrun</c>.</param>
/// <param name="TypeV2"><c>runTypeV2</c> as JSON.</param>
internal sealed record RunKind(string? Type, string TypeV2)
{
    public static RunKind Script { get; } = new(
        "azureml.scriptrun",
        """{"orchestrator":"Execution","traits":["azureml.scriptrun","remote","OsType:Linux"],"attribution":null,"computeType":"AmlcTrain"}""");

    public static RunKind Trial { get; } = new(
        "azureml.scriptrun",
        """{"orchestrator":"Execution","traits":["azureml.scriptrun","hyperdrive","remote","OsType:Linux"],"attribution":"HyperDrive","computeType":"AmlcTrain"}""");

    public static RunKind AutoMlTrial { get; } = new(
        "azureml.scriptrun",
        """{"orchestrator":"Execution","traits":["azureml.scriptrun","automl","remote","OsType:Linux"],"attribution":"AutoML","computeType":"AmlcTrain"}""");

    public static RunKind Step { get; } = new(
        "azureml.StepRun",
        """{"orchestrator":"Execution","traits":["azureml.StepRun","scriptRun","remote","AlmostCommonRuntime","OsType:Linux"],"attribution":"Aether","computeType":"AmlcTrain"}""");

    public static RunKind WaitingStep { get; } = new(
        "azureml.StepRun",
        """{"orchestrator":null,"traits":["azureml.StepRun"],"attribution":null,"computeType":null}""");

    public static RunKind Pipeline { get; } = new(
        "azureml.PipelineRun",
        """{"orchestrator":"Pipeline","traits":["azureml.PipelineRun","MFE","HTTP","DevPlatv2"],"attribution":null,"computeType":null}""");

    public static RunKind Sweep { get; } = new(
        "hyperdrive",
        """{"orchestrator":"HyperDrive","traits":["hyperdrive"],"attribution":null,"computeType":null}""");

    public static RunKind AutoMl { get; } = new(
        "automl",
        """{"orchestrator":"AutoML","traits":["automl"],"attribution":"AutoML","computeType":null}""");

    public static RunKind FineTuning { get; } = new(
        "finetuning",
        """{"orchestrator":"Pipeline","traits":["azureml.PipelineRun","FineTuning"],"attribution":null,"computeType":null}""");

    public static RunKind Spark { get; } = new(
        "azureml.sparkrun",
        """{"orchestrator":"Execution","traits":["azureml.sparkrun","remote","OsType:Linux"],"attribution":null,"computeType":"AmlcTrain"}""");
}
