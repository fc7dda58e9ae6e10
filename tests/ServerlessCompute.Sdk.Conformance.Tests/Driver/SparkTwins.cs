namespace ServerlessCompute;

/// <summary>Spark jobs of the small corpus as somebody writes them in C#.</summary>
internal static class SparkTwins
{
    public static SparkJob Standalone { get; } = Spark.Run("clean.py", "--raw ${{inputs.raw}} --clean ${{outputs.clean}}")
        .WithCode("../files/src")
        .WithDriver(1, "2g").WithExecutors(2, "2g").WithDynamicAllocation(1, 4)
        .WithEnvironment("azureml:trees:12")
        .WithResources("standard_e8s_v3", "3.4")
        .WithIdentity(new ManagedIdentityConfiguration())
        .WithInput("raw", Input.UriFolder("azureml://datastores/lake/paths/raw/", InputMode.Direct))
        .WithOutput("clean", Output.UriFolder("azureml://datastores/lake/paths/clean/", OutputMode.Direct));
}
