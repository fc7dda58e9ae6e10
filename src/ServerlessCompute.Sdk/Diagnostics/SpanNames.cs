namespace ServerlessCompute;

/// <summary>The names of spans: the type and method that users call, then what happens inside.</summary>
internal static class SpanNames
{
    public const string Submit = "ServerlessComputeClient.Submit";
    public const string Plan = "ServerlessComputeClient.Plan";
    public const string Upload = "ServerlessComputeClient.Upload";
    public const string Register = "ServerlessComputeClient.Register";
    public const string LookUp = "ServerlessComputeClient.LookUp";
    public const string Put = "ServerlessComputeClient.Put";
    public const string Wait = "JobRun.WaitForCompletion";
    public const string Watch = "JobRun.Watch";
    public const string Download = "JobRun.DownloadOutput";
    public const string Job = "Job";
}
