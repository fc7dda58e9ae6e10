namespace ServerlessCompute;

/// <summary>The paths of a run's log files, as the service names them.</summary>
internal static class RunLogNames
{
    public const string Standard = "user_logs/std_log.txt";

    /// <summary>What most runs have; one list for all of them.</summary>
    public static IReadOnlyList<string> StandardAlone { get; } = [Standard];

    public const string ImageBuild = "azureml-logs/20_image_build_log.txt";
}
