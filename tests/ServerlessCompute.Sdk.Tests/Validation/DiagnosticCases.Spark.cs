namespace ServerlessCompute;

/// <content>What can be wrong with a Spark job.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> SparkCases()
    {
        SparkJob spark = Spark.Run("clean.py").WithCode("./src").WithResources("standard_e4s_v3", "3.4").WithDriver(1, "2g").WithExecutors(2, 2, "2g");
        return
        [
            DiagnosticCase.Of("SC1601", "Entry", spark.WithEntry(null)),
            DiagnosticCase.Of("SC1601", "Entry", spark.WithEntry(" ")),
            DiagnosticCase.Of("SC1601", "Entry", spark.WithEntry(new SparkClassEntry())),
            DiagnosticCase.Of("SC1602", "Entry", spark.WithEntry(new SparkClassEntry { ClassName = "lakes.Clean" })),
            DiagnosticCase.Of("SC1603", "Entry", spark.WithEntry(new UnknownSparkEntry("SparkJobRustEntry"))),
            DiagnosticCase.Of("SC1604", "Code", spark.WithCode(null)),
            DiagnosticCase.Of("SC1605", "PyFiles[1]", spark.WithPyFiles(["utils.zip", "utils.zip"])),
            DiagnosticCase.Of("SC1605", "Jars[1]", spark.WithJars(["a.jar", "a.jar"])),
            DiagnosticCase.Of("SC1605", "Files[2]", spark.WithFiles(["a", "b", "a"])),
            DiagnosticCase.Of("SC1605", "Archives[1]", spark.WithArchives(["a.zip", "a.zip"])),
            DiagnosticCase.Of("SC1611", "Resources", spark.WithResources(null)),
            DiagnosticCase.Of("SC1612", "Resources", spark.WithCompute("spark-pool")),
            DiagnosticCase.Of("SC1613", "Resources.InstanceType", spark.WithResources("standard_e4_v3", "3.4")),
            DiagnosticCase.Of("SC1613", "Resources.InstanceType", spark.WithResources(new SparkResources { RuntimeVersion = "3.4" })),
            DiagnosticCase.Of("SC1614", "Resources.RuntimeVersion", spark.WithResources(new SparkResources { InstanceType = "standard_e4s_v3" })),
            DiagnosticCase.Of("SC1615", "Resources.RuntimeVersion", spark.WithResources("standard_e4s_v3", "v3")),
            DiagnosticCase.Of("SC1621", "Conf", spark.WithConf([])),
            DiagnosticCase.Of("SC1621", "Conf", spark.WithConf(spark.Conf.Without(SparkConf.ExecutorInstances))),
            DiagnosticCase.Of("SC1622", "Conf[\"spark.executor.memory\"]", spark.WithExecutors(2, "2 GB")),
            DiagnosticCase.Of("SC1622", "Conf[\"spark.driver.cores\"]", spark.WithDriver(0, "2g")),
            DiagnosticCase.Of("SC1623", "Conf", spark.WithDynamicAllocation(4, 1)),
            DiagnosticCase.Of("SC1623", "Conf", spark.WithDynamicAllocation(0, 1)),
            DiagnosticCase.Of("SC1623", "Conf", spark.WithDynamicAllocation(3, 4)),
            DiagnosticCase.Of("SC1623", "Conf", spark.AddConf(SparkConf.DynamicAllocationEnabled, "true")),
            DiagnosticCase.Of("SC1624", "Conf", spark.WithDynamicAllocation(1, 4).AddConf(SparkConf.DynamicAllocationEnabled, false)),
            DiagnosticCase.Of("SC1631", "Inputs[\"raw\"].Mode", spark.WithArgs("${{inputs.raw}}").WithInput("raw", Input.UriFolder("azureml:raw:1"))),
            DiagnosticCase.Of("SC1631", "Outputs[\"clean\"].Mode", spark.WithArgs("${{outputs.clean}}").WithOutput("clean", Output.UriFolder(mode: OutputMode.Upload))),
            DiagnosticCase.Of("SC0102", "Args", spark.WithArgs("--raw ${{inputs.raw}}")),
            DiagnosticCase.Of("SC0104", "Inputs[\"raw\"]", spark.WithInput("raw", Input.UriFolder("azureml:raw:1", InputMode.Direct))),
            DiagnosticCase.Of("SC0403", "Environment.Reference", spark.WithEnvironment("lakes")),
            DiagnosticCase.Of("SC0421", "Code", spark.WithCode("git@example.com:lakes.git")),
            DiagnosticCase.Of("SC0002", "Entry.AdditionalProperties", spark.WithEntry(new SparkPythonEntry { File = "a.py", AdditionalProperties = [new(" ", 1)] })),
            DiagnosticCase.Of("SC0001", "Conf", spark.WithConf(null!)),
            DiagnosticCase.Of("SC0001", "Jars", spark.WithJars(null!)),
        ];
    }
}
