using CsCheck;

namespace ServerlessCompute;

/// <summary>Whatever is in a job, validation says so in order: it never throws, and it shows no secret.</summary>
internal sealed class ValidationFuzzTests
{
    private const string Hidden = "hunter2";

    private static readonly string[] Pieces =
    [
        "${{", "}}", "inputs.", "outputs.", "search_space.", "a", "b", "default", "{", "}", "$", "$[[", "]]", "'", "\"", "\\", "⟦input ", "⟧", "/", "..", ".", ":", "@",
        "azureml:", "://", "/environments/", "/versions/", "/paths/", "/computes/", "/subscriptions/", "file:", "python", "latest", "Standard_", "%2e", "é", "🚀", "\ud800", "\0",
        "\n", " ", "=", "-", "_", "7", "g", "MLFLOW_RUN_ID", "_TOKEN", "Spot", "EvalMount", "PRIVATE KEY", "serverless",
    ];

    private static readonly Gen<string> Name = Gen.OneOf(Pieces).Array[0, 6].Select(string.Concat);

    private static readonly Gen<string> Text = Gen.Frequency(
        (8, Name),
        (1, Gen.Const($"https://u:{Hidden}@a.b/c?sv=1&sig={Hidden}")),
        (1, Gen.Const($"x sig={Hidden}")),
        (1, Gen.String));

    private static readonly Gen<string?> Maybe = Gen.Frequency((1, Gen.Const((string?)null)), (3, Text.Select(text => (string?)text)));

    private static readonly Gen<int?> Number = Gen.Frequency((1, Gen.Const((int?)null)), (3, Gen.Int.Select(number => (int?)number)), (3, Gen.Int[-2, 200].Select(number => (int?)number)));

    private static readonly Gen<AssetPath?> Path = Maybe.Select(text => string.IsNullOrWhiteSpace(text) ? null : new AssetPath(text));

    private static readonly Gen<ValueMap<RawJson>> Extra = Gen.Frequency((9, Gen.Const(ValueMap<RawJson>.Empty)), (1, Gen.Const((ValueMap<RawJson>)null!)), (1, Map(Gen.Const(new RawJson()))));

    private static readonly Gen<Input> AnInput = Gen.OneOf(
        Gen.Select(Maybe, Extra, (text, extra) => (Input)new LiteralInput { Value = text!, AdditionalProperties = extra }),
        Gen.Select(Text, Extra, (text, extra) => (Input)new Input<string>(text) { AdditionalProperties = extra }),
        Gen.Select(Text, Path, Text, (type, path, mode) => (Input)new DataInput { Type = type, Path = path, Mode = mode }),
        Gen.Select(Path, Text, (path, mode) => (Input)new DataInput { Path = path, Mode = mode }),
        Gen.Const((Input)null!));

    private static readonly Gen<Output> AnOutput = Gen.Frequency(
        (4, Gen.Select(Text, Path, Text, Maybe, Maybe, (type, path, mode, name, version) => new Output { Type = type, Path = path, Mode = mode, AssetName = name, AssetVersion = version })),
        (1, Gen.Const((Output)null!)));

    private static readonly Gen<CommandText> ACommand = Gen.Select(Gen.OneOf(Pieces).Array[0, 40], AnInput, AnOutput, (pieces, input, output) =>
    {
        var command = new CommandText(0, 0);
        for (int i = 0; i < pieces.Length; i++)
        {
            command.AppendLiteral(pieces[i]);
            if (i % 7 == 3 && input is not null)
            {
                command.AppendFormatted(input, pieces[^i]);
            }

            if (i % 7 == 5 && output is not null)
            {
                command.AppendFormatted(output, pieces[^i]);
            }
        }

        return command;
    });

    private static readonly Gen<JobEnvironment?> AnEnvironment = Gen.Select(Maybe, Maybe, Path, Path, Maybe, (reference, image, conda, build, dockerfile) =>
        (JobEnvironment?)new JobEnvironment { Reference = reference, Image = image, CondaFile = conda, BuildContext = build, DockerfilePath = dockerfile });

    private static readonly Gen<ResourceConfiguration?> Machines = Gen.Select(Maybe, Number, Maybe, Maybe, List(Maybe), Extra, (type, count, shm, args, list, properties) =>
        (ResourceConfiguration?)new ResourceConfiguration { InstanceType = type, InstanceCount = count, ShmSize = shm, DockerArgs = args, DockerArgsList = list!, Properties = properties });

    private static readonly Gen<Distribution?> ADistribution = Gen.OneOf(
        Gen.Const((Distribution?)null),
        Number.Select(count => (Distribution?)new MpiDistribution { ProcessCountPerInstance = count }),
        Number.Select(count => (Distribution?)new PyTorchDistribution { ProcessCountPerInstance = count }),
        Gen.Select(Number, Number, (workers, servers) => (Distribution?)new TensorFlowDistribution { WorkerCount = workers, ParameterServerCount = servers }),
        Gen.Select(Number, Number, (port, dashboard) => (Distribution?)new RayDistribution { Port = port, DashboardPort = dashboard }),
        Text.Select(type => (Distribution?)new UnknownDistribution(type + "x")));

    private static readonly Gen<IdentityConfiguration?> AnIdentity = Gen.OneOf(
        Gen.Const((IdentityConfiguration?)null),
        Gen.Select(Maybe, Maybe, Maybe, (client, @object, resource) => (IdentityConfiguration?)new ManagedIdentityConfiguration { ClientId = client, ObjectId = @object, ResourceId = resource }),
        Text.Select(type => (IdentityConfiguration?)new UnknownIdentityConfiguration(type + "x")));

    private static readonly Gen<JobService> AService = Gen.Select(Text, Number, Maybe, Map(Maybe), (type, port, endpoint, properties) =>
        new JobService { Type = type, Port = port, Endpoint = endpoint, Properties = properties! });

    private static readonly Gen<NotificationSettings?> Notifications = Gen.Select(List(Maybe), List(Text), Map(Maybe), (emails, events, webhooks) =>
        (NotificationSettings?)new NotificationSettings
        {
            Emails = emails!,
            EmailOn = [.. events.Select(word => new NotificationEvent(word)), default],
            Webhooks = ValueMap.From(webhooks.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null! : new JobWebhook { Type = entry.Value }))),
        });

    private static readonly Gen<CommandJob> Software = Gen.Select(ACommand, Map(AnInput), Map(AnOutput), AnEnvironment, Path, Map(Maybe), (command, inputs, outputs, environment, code, variables) => new CommandJob
    {
        Command = command,
        Inputs = inputs,
        Outputs = outputs,
        Environment = environment,
        Code = code,
        EnvironmentVariables = ValueMap.From(variables.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null! : Secret.Of(entry.Value)))),
    });

    private static readonly Gen<CommandJob> Placed = Gen.Select(Software, Machines, Text, Number, ADistribution, Gen.Long, (job, resources, tier, priority, distribution, ticks) => job with
    {
        Resources = resources,
        QueueSettings = new QueueSettings { JobTier = tier, Priority = (JobPriority?)priority },
        Distribution = distribution,
        Limits = new CommandJobLimits { Timeout = new TimeSpan(ticks) },
    });

    private static readonly Gen<CommandJob> Named = Gen.Select(Placed, Maybe, Maybe, Map(Maybe), AnIdentity, Map(AService), Notifications, Maybe, (job, name, experiment, tags, identity, services, notifications, compute) => job with
    {
        Name = name,
        DisplayName = experiment,
        ExperimentName = experiment,
        Tags = tags!,
        Properties = tags!,
        Identity = identity,
        Services = services,
        NotificationSettings = notifications,
        Compute = compute,
    });

    private static readonly Gen<CommandJob> Jobs = Gen.Select(Named, Gen.Bool, Extra, (job, isSent, extra) => job with { Status = isSent ? JobStatus.Running : default, AdditionalProperties = extra });

    private static readonly HashSet<string> Ids = [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Id)];

    [Test]
    public void Validate_AnyJob_SaysInOrderWhatIsWrong()
    {
        var random = new PCG(stream: 1, seed: 2024);
        for (int i = 0; i < 1_000; i++)
        {
            JobValidationResult result = Jobs.Generate(random, null, out _).Validate();

            Assert.That(result.All.Where(found => !IsInOrder(found)), Is.Empty, $"Job {i}");
            Assert.That(result.ToString(), Does.Not.Contain(Hidden), $"Job {i}");
        }
    }

    private static IEnumerable<JobTable> Tables => JobTables.All.SelectMany(table => table.Variants);

    [TestCaseSource(nameof(Tables))]
    public void Validate_AnyJobOfItsTable_SaysInOrderWhatIsWrong(JobTable table) =>
        GenTable.Jobs(table, Dialect.Rest).Sample(job => job.Validate().All.All(IsInOrder), iter: 200, print: job => job.Validate().ToString());

    [TestCaseSource(typeof(GoldenAutoMl), nameof(GoldenAutoMl.All))]
    public void Validate_AutoMlWithoutOneOfItsParts_SaysInOrderWhatIsWrong(string name, Job job)
    {
        foreach (object changed in Nulled.EachPartOf(job))
        {
            Assert.That(((Job)changed).Validate().All.Where(found => !IsInOrder(found)), Is.Empty, name);
        }
    }

    private static bool IsInOrder(JobDiagnostic found) =>
        Ids.Contains(found.Id) && found.Path.Length > 0 && IsSentence(found.Message) && IsSentence(found.Fix) && !found.Path.Any(char.IsControl);

    private static bool IsSentence(string text) => text.Length > 5 && text[^1] is '.' or '?' && !text.Any(char.IsControl);

    private static Gen<ValueMap<T>> Map<T>(Gen<T> value) =>
        Gen.Select(Name, value, (name, item) => KeyValuePair.Create(name, item)).Array[0, 4].Select(entries => ValueMap.From(entries.DistinctBy(entry => entry.Key)));

    private static Gen<ValueList<T>> List<T>(Gen<T> item) => item.Array[0, 4].Select(items => (ValueList<T>)items);
}
