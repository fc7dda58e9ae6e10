namespace ServerlessCompute;

/// <summary>Things to show, with names of a test's choice.</summary>
internal static class Exhibits
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static TrialResult[] Trials(int count, string name = "trial") =>
        [.. Enumerable.Range(0, count).Select(i => new TrialResult
        {
            Trial = Child($"{name}_{i}", i == 2 ? JobStatus.Failed : JobStatus.Completed, i),
            Parameters = [new("rate", 0.001 * Math.Pow(10, i % 4)), new("kind", i % 2 == 0 ? "adam" : "sgd"), new("trees", (long)(50 * (1 + (i % 3))))],
            Metric = i == 2 ? null : 0.9 - (0.01 * i),
            IsBest = i == 0,
        })];

    public static JobChild Child(string name, JobStatus status, int minute) => new()
    {
        Name = name,
        ParentName = "parent",
        Run = null!,
        Status = status,
        StepName = name,
        CreatedAt = Start.AddMinutes(minute),
        StartedAt = Start.AddMinutes(minute + 1),
        EndedAt = Start.AddMinutes(minute + 5),
        InstanceType = "Standard_D4_v3",
    };

    public static JobTree Tree(int children, string name = "step") => new()
    {
        Name = name,
        Status = JobStatus.Failed,
        Children = Enumerable.Range(0, children).Select(i => new JobTree { Name = $"{name}_{i}", Status = i % 2 == 0 ? JobStatus.Completed : JobStatus.Failed, Child = Child($"{name}_{i}", i % 2 == 0 ? JobStatus.Completed : JobStatus.Failed, i) }).ToArray(),
    };

    public static ValueList<MetricPoint> Curve(int count) => Enumerable.Range(0, count).Select(i => new MetricPoint(1.0 / (i + 1), i, Start.AddSeconds(i))).ToArray();

    public static PreflightReport Report(string name = "train") => new()
    {
        Items =
        [
            new PreflightItem
            {
                Name = name,
                Choice = new VmChoiceResult
                {
                    Size = new VmSizeInfo { Name = "Standard_E4s_v3", Family = "standardESv3Family", VCpus = 4 },
                    Candidates = [new VmCandidate { InstanceType = "Standard_E4s_v3", Family = "standardESv3Family", VCpus = 8, IsSuitable = true, Score = 90, Verdict = name }],
                },
                Nodes = 2,
                Tier = JobTier.Spot,
                VCpus = 8,
                VCpusLeft = 4,
                WouldQueue = true,
                QueueReason = name,
                PricePerHour = 0.1m,
                CostBound = 0.2m,
            },
        ],
        Findings = [new PreflightFinding(JobDiagnosticSeverity.Warning, name, "It can be taken.", "Write checkpoints."), new PreflightFinding(JobDiagnosticSeverity.Warning, "other", "It can be taken.", "Write checkpoints.")],
        Network = name,
    };

    public static ComputeUsage[] Usages(string name = "Standard ESv3 Family") =>
    [
        new ComputeUsage { Name = "free", DisplayName = name, Limit = 20 },
        new ComputeUsage { Name = "half", DisplayName = name, Used = 50, Limit = 100 },
        new ComputeUsage { Name = "full", DisplayName = name, Used = 96, Limit = 96 },
    ];

    public static PipelineJob Pipeline(string name = "step") => new()
    {
        DisplayName = name,
        Inputs = [new(name, Input.UriFolder("azureml://datastores/d/paths/x"))],
        Outputs = [new("scores", Output.UriFolder())],
        Steps =
        [
            new($"{name}_1", new CommandStep { Component = "azureml:prep:1", Inputs = [new("data", $"${{{{parent.inputs.{name}}}}}")] }),
            new($"{name}_2", new CommandStep { Component = "azureml:fit:1", Inputs = [new("data", $"${{{{parent.jobs.{name}_1.outputs.out}}}}")] }),
            new($"{name}_3", new CommandStep
            {
                Component = "azureml:score:1",
                Inputs = [new("model", $"${{{{parent.jobs.{name}_2.outputs.model}}}}"), new("data", $"${{{{parent.jobs.{name}_1.outputs.out}}}}")],
                Outputs = [new("out", new Output { Path = "${{parent.outputs.scores}}" })],
            }),
        ],
    };
}
