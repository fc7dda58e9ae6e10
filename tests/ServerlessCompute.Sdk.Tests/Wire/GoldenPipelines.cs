namespace ServerlessCompute;

/// <summary>Pipelines whose bodies people have read: each kind of step with all that it can say.</summary>
internal static class GoldenPipelines
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private const string Component = $"{Workspace}/components/azureml_anonymous/versions/2f030a3b-b8a7-d55c-78eb-5eebe4071a54";

    public static IEnumerable<TestCaseData> All =>
    [
        Case("pipeline-root", Root()),
        Case("pipeline-command", Of(CommandStep())),
        Case("pipeline-sweep", Of(SweepStep())),
        Case("pipeline-parallel", Of(ParallelStep())),
        Case("pipeline-nested", Of(new SubPipelineStep { Component = Component }.WithInput("data", "${{parent.inputs.raw}}"))),
        Case("pipeline-data-transfer", DataTransfer()),
        Case("pipeline-control-flow", ControlFlow()),
        Case("pipeline-unknown-step", Of(new UnknownStep("quantum") { AdditionalProperties = [new("qubits", 12), new("name", "another name")] })),
    ];

    private static PipelineJob Root() => new()
    {
        DisplayName = "nyc-taxi",
        Identity = new UserIdentityConfiguration(),
        Inputs = [new("raw", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/taxi/", InputMode.Direct)), new("rate", 0.1)],
        Outputs = [new("model", Output.MlflowModel().RegisteredAs("taxi", "3"))],
        Settings = new PipelineSettings
        {
            DefaultCompute = $"{Workspace}/computes/serverless",
            DefaultDatastore = $"{Workspace}/datastores/workspaceblobstore",
            ContinueOnStepFailure = true,
            ForceRerun = false,
            ContinueRunOnFailedOptionalInput = true,
            OnInit = "prepare",
            OnFinalize = "clean_up",
            AdditionalProperties = [new("a_new_setting", 1)],
        },
    };

    private static CommandStep CommandStep() => new()
    {
        Component = Component,
        DisplayName = "Prepare",
        Comment = "the slow one",
        Tags = [new("team", "vision")],
        Properties = [new("origin", "golden")],
        Inputs =
        [
            new("literal", 3),
            new("raw", "${{parent.inputs.raw}}"),
            new("mounted", new DataInput { Type = default, Path = "${{parent.jobs.prep.outputs.clean}}", Mode = InputMode.Download }),
            new("data", Input.UriFile("azureml://datastores/workspaceblobstore/paths/a.csv", InputMode.Direct)),
        ],
        Outputs =
        [
            new("clean", Output.UriFolder(mode: OutputMode.Upload)),
            new("model", new Output { Type = default, Path = "${{parent.outputs.model}}", Mode = OutputMode.ReadWriteMount, AssetName = "m", AssetVersion = "1" }),
            new("kept", Output.UriFile("azureml://datastores/d/paths/${{name}}/x.csv").RegisteredAs("x")),
        ],
        Compute = $"{Workspace}/computes/cpu-cluster",
        Resources = new ResourceConfiguration { InstanceCount = 2, InstanceType = "Standard_E4s_v3", ShmSize = "3g", DockerArgs = "--ipc=host", Properties = [new("a", 1)] },
        QueueSettings = new QueueSettings { JobTier = JobTier.Spot },
        Distribution = new PyTorchDistribution { ProcessCountPerInstance = 2 },
        Limits = new CommandJobLimits { Timeout = TimeSpan.FromMinutes(10) },
        EnvironmentVariables = [new("A", "b")],
        Services = [new("lab", JobService.JupyterLab())],
        Identity = new ManagedIdentityConfiguration { ClientId = "c" },
    };

    private static SweepStep SweepStep() => new()
    {
        Component = Component,
        SearchSpace = [new("rate", Search.Uniform(0, 1)), new("size", Search.Choice(16, 32))],
        SamplingAlgorithm = Sampling.Sobol(7),
        Objective = new SweepObjective { Goal = Goal.Maximize, PrimaryMetric = "accuracy" },
        Limits = new SweepJobLimits { MaxTotalTrials = 3, MaxConcurrentTrials = 2, Timeout = TimeSpan.FromHours(1), TrialTimeout = TimeSpan.FromMinutes(1) },
        EarlyTermination = new BanditPolicy { SlackFactor = 0.1, EvaluationInterval = 2 },
        Resources = new ResourceConfiguration { InstanceCount = 2 },
        QueueSettings = new QueueSettings { JobTier = JobTier.Spot },
        Identity = new UserIdentityConfiguration(),
    };

    private static ParallelStep ParallelStep() => new()
    {
        Component = Component,
        Task = new ParallelTask
        {
            Code = $"{Workspace}/codes/c/versions/1",
            EntryScript = "score.py",
            ProgramArguments = "--out ${{outputs.scores}}",
            AppendRowTo = "${{outputs.scores}}",
            Environment = $"{Workspace}/environments/e/versions/1",
        },
        InputData = "${{inputs.items}}",
        MiniBatchSize = 10 * 1024,
        PartitionKeys = new[] { "Store", "Brand" },
        MaxConcurrencyPerInstance = 2,
        ErrorThreshold = -1,
        MiniBatchErrorThreshold = 5,
        RetrySettings = new ParallelRetrySettings { MaxRetries = 2, Timeout = TimeSpan.FromMinutes(1) },
        LoggingLevel = ParallelLoggingLevel.Debug,
        Resources = new ResourceConfiguration { InstanceCount = 2 },
        EnvironmentVariables = [new("A", "b")],
        Identity = new AmlTokenConfiguration(),
    };

    private static PipelineJob DataTransfer() => new PipelineJob()
        .WithStep("copy", new DataTransferStep { Component = Component, DataCopyMode = DataCopyMode.MergeWithOverwrite })
        .WithStep("import", new DataTransferStep
        {
            Component = "azureml://registries/azureml/components/import_data_database/versions/0.0.1",
            Task = DataTransferTask.ImportData,
            Source = new ExternalData { Type = ExternalDataType.Database, Connection = "azureml:db", Query = "select 1" },
            Outputs = [new("sink", Output.MLTable("azureml://datastores/d/paths/t/"))],
        })
        .WithStep("export", new DataTransferStep { Component = Component, Task = DataTransferTask.ExportData, Sink = new ExternalData { Type = ExternalDataType.FileSystem, Path = "a/b", Connection = "azureml:fs" } });

    private static PipelineJob ControlFlow() => new PipelineJob()
        .WithStep("body", new CommandStep { Component = Component })
        .WithStep("again", new DoWhileStep
        {
            Body = "${{parent.jobs.body}}",
            Condition = "goes_on",
            Mapping = [new("count", ["count", "from"])],
            Limits = new DoWhileLimits { MaxIterationCount = 5 },
        })
        .WithStep("branch", new IfElseStep { Condition = "${{parent.jobs.body.outputs.goes_on}}", TrueBlock = new[] { "${{parent.jobs.body}}" }, FalseBlock = new[] { "${{parent.jobs.a}}", "${{parent.jobs.b}}" } })
        .WithStep("each", new ParallelForStep { Body = "${{parent.jobs.body}}", Items = """[{"a":1},{"a":2}]""", MaxConcurrency = 4, Outputs = [new("all", Output.MLTable())] });

    private static PipelineJob Of(PipelineStep step) => new PipelineJob().WithStep("step_1", step);

    private static TestCaseData Case(string name, PipelineJob job) => new TestCaseData(name, job).SetArgDisplayNames(name);
}
