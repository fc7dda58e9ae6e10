namespace ServerlessCompute;

/// <summary>The paths of a run's log files, as the service names them.</summary>
internal static class RunLogNames
{
    public const string Standard = "user_logs/std_log.txt";

    public const string ImageBuild = "azureml-logs/20_image_build_log.txt";
}
