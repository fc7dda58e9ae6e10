namespace ServerlessCompute;

/// <summary>MLflow's words for where a run stands.</summary>
internal static class MlflowStatus
{
    public const string Running = "RUNNING";
    public const string Scheduled = "SCHEDULED";
    public const string Finished = "FINISHED";
    public const string Failed = "FAILED";
    public const string Killed = "KILLED";

    /// <summary>The word for a job's status.</summary>
    public static string FromJob(string jobStatus) => jobStatus switch
    {
        "NotStarted" or "Queued" or "Preparing" or "Provisioning" or "Starting" => Scheduled,
        "Completed" => Finished,
        "Failed" => Failed,
        "Canceled" => Killed,
        _ => Running,
    };

    public static bool IsKnown(string status) => status is Running or Scheduled or Finished or Failed or Killed;
}
