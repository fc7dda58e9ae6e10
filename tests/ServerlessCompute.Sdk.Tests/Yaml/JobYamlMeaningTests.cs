namespace ServerlessCompute;

/// <summary>What YAML means where it is not what it says: as the reference client takes it, with a warning where somebody should know.</summary>
internal sealed class JobYamlMeaningTests
{
    private const string Base = "command: echo\nenvironment: azureml:e:1\n";

    private static readonly CommandJob Echo = Command.Run("echo").WithEnvironment("azureml:e:1");

    private static IEnumerable<TestCaseData<string, Job, string?>> Meanings =>
    [
        Case("id: azureml:x\nstatus: Running\nlog_files: {a: b}\ncreation_context: {a: b}\nparameters: {a: 1}", Echo),
        Case("tags: {a: , b: x}", Echo.AddTag("b", "x")),
        Case("environment_variables: {a: 1, b: true, c: 2024-01-01, d: , 5: x}", Echo.WithEnvironmentVariables([new("a", "1"), new("b", "true"), new("c", "2024-01-01"), new("5", "x")])),
        Case("name: \"\"", Echo),
        Case("name: MyJob", Echo.WithName("myjob"), "The name 'MyJob' is sent in lower case."),
        Case("parent_job_name: p", Echo with { AdditionalProperties = [new("parentJobName", "p")] }),
        Case("resources: {docker_args: [a, b], locations: [l], max_instance_count: 3}", Echo.WithResources(new ResourceConfiguration { DockerArgsList = new[] { "a", "b" }, AdditionalProperties = [new("locations", RawJson.Parse("[\"l\"]")), new("maxInstanceCount", 3)] })),
        Case("resources: {properties: {SINGULARITY: {a: 1}, b: }}", Echo.WithResources(new ResourceConfiguration { Properties = [new("AISuperComputer", RawJson.Parse("{\"a\":1}"))] })),
        Case("limits: {timeout: 0}", Echo.WithLimits(new CommandJobLimits()), "No seconds are taken for no timeout."),
        Case("limits: {timeout: 60.5}", Echo.WithTimeout(TimeSpan.FromMinutes(1))),
        Case("limits: {timeout: 1:30}", Echo.WithTimeout(TimeSpan.FromSeconds(90))),
        Case("distribution: {type: TensorFlow, worker_count: 2}", Echo.WithDistribution(new TensorFlowDistribution { WorkerCount = 2, ParameterServerCount = 0 })),
        Case("services: {b: {type: tensor_board, log_dir: logs, properties: {x: y}, status: up}}", Echo.AddService("b", new JobService { Type = JobServiceType.TensorBoard, Properties = [new("x", "y"), new("logDir", "logs")] })),
        Case("services: {s: {ssh_public_keys: k}}", Echo.AddService("s", JobService.Ssh("k")), "The service does not say its type, and is taken for one of the type ssh."),
        Case(
            "compute: Local",
            Echo.WithResources(new ResourceConfiguration { Properties = [new("IsLocal", RawJson.Parse("{\"IsLocal\":true}"))] }).AddEnvironmentVariable("AZUREML_COMPUTE_USE_COMMON_RUNTIME", "true"),
            "The service hands a job on 'local' back to the command line that runs it, and nothing else does."),
        Case("inputs: {a: 1.0e-5, b: yes, c: 010, d: 1e5, e: {value: 3}}", Echo.WithInputs([new("a", "1e-05"), new("b", "True"), new("c", "8"), new("d", "1e5"), new("e", "3")])),
        Case("inputs:\n  <<: [{a: 1}, {a: 2, b: 3}]\n  b: 4", Echo.WithInputs([new("a", "1"), new("b", "4")])),
        Case("tags: &t {a: b}\nproperties: *t", Echo.AddTag("a", "b").AddProperty("a", "b")),
        Case("outputs: {a: , b: {mode: mount}}", Echo.WithOutput("a", Output.UriFolder()).WithOutput("b", Output.UriFolder(mode: OutputMode.ReadWriteMount))),
        Case("identity: {type: ManagedIdentity}", Echo.WithIdentity(new ManagedIdentityConfiguration())),
        Case("description: !!str 5\n$schema: x/commandJob.schema.json", Echo.WithDescription("5")),
    ];

    private static TestCaseData<string, Job, string?> Case(string yaml, Job meant, string? warning = null) => new TestCaseData<string, Job, string?>(yaml, meant, warning).SetArgDisplayNames(yaml);

    [TestCaseSource(nameof(Meanings))]
    public void Parse_OfACommand_MeansWhatTheReferenceTakesItFor(string yaml, Job meant, string? warning) => AssertMeaning(Base + yaml, meant, warning);

    private static IEnumerable<TestCaseData<string, JobEnvironment, string?>> Environments =>
    [
        EnvironmentCase("{image: i, name: n, version: 3, datastore: d}", JobEnvironment.FromImage("i"), "The name 'n' is left out: an environment described in a job is registered under its content."),
        EnvironmentCase("{image: i, os_type: linux, description: d, tags: {a: b}}", new JobEnvironment { Image = "i", OsType = EnvironmentOsType.Linux, Description = "d", Tags = [new("a", "b")] }),
        EnvironmentCase("{image: i, conda_file: {name: x, dependencies: [python=3.8, {pip: [numpy]}]}}", new JobEnvironment { Image = "i", Conda = RawJson.Parse("""{"name":"x","dependencies":["python=3.8",{"pip":["numpy"]}]}""") }),
        EnvironmentCase("{build: {path: docker, dockerfile_path: D}}", JobEnvironment.FromBuild("docker", "D")),
        EnvironmentCase("{image: azureml:e@latest}", "azureml:e@latest", "'azureml:e@latest' is an environment, not an image; it is taken for the environment."),
        EnvironmentCase("azureml://registries/r/environments/e/labels/latest", "azureml://registries/r/environments/e/labels/latest"),
    ];

    private static TestCaseData<string, JobEnvironment, string?> EnvironmentCase(string yaml, JobEnvironment meant, string? warning = null) =>
        new TestCaseData<string, JobEnvironment, string?>(yaml, meant, warning).SetArgDisplayNames(yaml);

    [TestCaseSource(nameof(Environments))]
    public void Parse_OfAnEnvironment_MeansWhatTheReferenceTakesItFor(string yaml, JobEnvironment meant, string? warning) =>
        AssertMeaning($"command: echo\nenvironment: {yaml}", Command.Run("echo").WithEnvironment(meant), warning);

    [Test]
    public void Parse_OfSingleBraces_TakesThemForTwo() => AssertMeaning(
        "command: 'a {inputs.x} ${{inputs.x}} {{inputs.x}} {other.x}'\nenvironment: azureml:e:1",
        Command.Run("a ${{inputs.x}} ${{inputs.x}} {{inputs.x}} {other.x}").WithEnvironment("azureml:e:1"),
        "References between single braces are old, and are taken as if they had two.");

    [TestCase("resources: {instance_count: 2}\ntrial: {command: echo, environment: azureml:e:1}", 2, null)]
    [TestCase("resources: {instance_count: 2}\ntrial: {command: echo, environment: azureml:e:1, resources: {instance_count: 3}}", 3, "The trial says which machines it needs: these are left out.")]
    [TestCase("services: {a: {type: ssh}}\ntrial: {command: echo, environment: azureml:e:1}", null, "Services run beside commands alone: these are left out.")]
    [TestCase("trial: {command: echo, environment: azureml:e:1, queue_settings: {job_tier: spot}}", null, "A trial waits in its sweep's place in the queue: these settings are left out.")]
    public void Parse_OfASweep_MeansWhatTheReferenceTakesItFor(string yaml, int? nodes, string? warning) => AssertMeaning(
        $$$"""
        type: sweep
        {{{yaml}}}
        search_space: {lr: {type: choice, values: [1, 2.5, a]}}
        objective: {goal: MINIMIZE, primary_metric: loss}
        limits: {max_total_trials: 4, trial_timeout: 1200}
        early_termination: {type: median_stopping, delay_evaluation: }
        """,
        new SweepJob
        {
            Trial = new SweepTrial { Command = "echo", Environment = "azureml:e:1", Resources = nodes is null ? null : new ResourceConfiguration { InstanceCount = nodes } },
            SearchSpace = [new("lr", new ChoiceSearchSpace { Values = new SearchValue[] { 1, 2.5, "a" } })],
            Objective = new SweepObjective { Goal = Goal.Minimize, PrimaryMetric = "loss" },
            Limits = new SweepJobLimits { MaxTotalTrials = 4, TrialTimeout = TimeSpan.FromMinutes(20) },
            EarlyTermination = new MedianStoppingPolicy { EvaluationInterval = 1 },
        },
        warning);

    [Test]
    public void Parse_OfATrialOfSeconds_GivesItAMinute() => AssertMeaning(
        "type: sweep\ntrial: {command: a, environment: azureml:e:1}\nsearch_space: {}\nobjective: {goal: minimize, primary_metric: loss}\nlimits: {max_total_trials: 4, trial_timeout: 5}",
        new SweepJob
        {
            Trial = new SweepTrial { Command = "a", Environment = "azureml:e:1" },
            Objective = new SweepObjective { Goal = Goal.Minimize, PrimaryMetric = "loss" },
            Limits = new SweepJobLimits { MaxTotalTrials = 4, TrialTimeout = TimeSpan.FromMinutes(1) },
        },
        "Less than a minute is taken for a minute: the service would make days of it.");

    [Test]
    public void Load_OfACommandMadeFromAComponent_RunsWhatTheComponentRuns()
    {
        using var folder = new YamlFolder(
            ("job.yml", "component: ./parts/train.yml\ninputs: {data: {path: azureml:d:1}}\nqueue_settings: {job_tier: Spot}\noutputs: {model: {mode: upload}}"),
            ("parts/train.yml", """
                $schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
                name: train
                version: 1
                type: command
                inputs:
                  data: {type: uri_folder}
                  lr: {type: number, default: 0.1}
                  note: {type: string, optional: true}
                outputs:
                  model: {type: mlflow_model}
                  log: {type: uri_file, description: what happened}
                code: ../src
                command: python train.py ${{inputs.data}} ${{inputs.lr}}
                environment: azureml:e:1
                """));

        var job = (CommandJob)Job.Load(folder["job.yml"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Code!.ToAbsolute("elsewhere"), Is.EqualTo(folder["src"]));
            Assert.That(
                job,
                Is.EqualTo(Command.Run("python train.py ${{inputs.data}} ${{inputs.lr}}").WithCode("../src").WithEnvironment("azureml:e:1").WithQueueSettings(JobTier.Spot)
                    .WithInput("data", Input.UriFolder("azureml:d:1")).WithInput("lr", 0.1)
                    .WithOutput("model", Output.UriFolder(mode: OutputMode.Upload)).WithOutput("log", Output.UriFile())));
        }
    }

    [TestCase("component: parts.yml\ninputs: {}", "The component needs the input 'data'.")]
    [TestCase("component: azureml:c:1", "A command is made from a component in a file, whose text says what to run.")]
    [TestCase("component: spark.yml", "A command is made from a component of the type command, and this one is a spark.")]
    public void Load_OfACommandMadeFromAComponentThatDoesNotFit_SaysWhy(string yaml, string message)
    {
        using var folder = new YamlFolder(("job.yml", yaml), ("parts.yml", "inputs: {data: {type: uri_folder}}\ncommand: a\nenvironment: azureml:e:1"), ("spark.yml", "type: spark"));

        Assert.That(Assert.Throws<JobYamlException>(() => Job.Load(folder["job.yml"]))!.Problems.Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    private static void AssertMeaning(string yaml, Job meant, string? warning)
    {
        var warnings = new List<string>();
        Job job = Job.Parse(yaml, options: new YamlOptions { OnWarning = problem => warnings.Add(problem.Message) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job, Is.EqualTo(meant));
            Assert.That(warnings, Is.EqualTo(warning is null ? [] : new[] { warning }));
        }
    }
}
