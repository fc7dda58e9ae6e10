namespace ServerlessCompute;

/// <summary>What spans and measurements carry. The first two are OpenTelemetry's own.</summary>
internal static class SpanTags
{
    public const string ErrorType = "error.type";
    public const string ResourceProvider = "azure.resource_provider.namespace";
    public const string Workspace = "azureml.workspace.name";
    public const string JobName = "azureml.job.name";
    public const string JobType = "azureml.job.type";
    public const string JobStatus = "azureml.job.status";
    public const string IsNew = "azureml.job.is_new";
    public const string InstanceType = "azureml.job.instance_type";
    public const string InstanceCount = "azureml.job.instance_count";
    public const string AssetKind = "azureml.asset.kind";
    public const string Files = "azureml.files";
    public const string Bytes = "azureml.bytes";
    public const string Events = "azureml.events";
    public const string ApiVersion = "azureml.api_version";
    public const string Reason = "azureml.retry.reason";
    public const string MachineLearning = "Microsoft.MachineLearningServices";
}
