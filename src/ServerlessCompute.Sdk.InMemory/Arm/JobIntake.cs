namespace ServerlessCompute;

/// <summary>Checks the bodies of new jobs and takes them in.</summary>
internal sealed class JobIntake(ServerlessEngine engine)
{
    private const int MostMpiNodes = 100;

    /// <summary>The contract's pattern for names on PUT.</summary>
    public static Refusal? CheckName(string name) =>
        name.Length is > 0 and <= 255 && char.IsAsciiLetterOrDigit(name[0]) && HasNameLettersOnly(name)
            ? null
            : Refusal.Invalid(
                $"The name '{name}' is not valid. A name starts with a letter or a digit and has up to 255 letters, digits, '-' and '_' (^[a-zA-Z0-9][a-zA-Z0-9\\-_]{{0,254}}$).",
                "name");

    /// <summary>Checks a body against the contract and finds its properties.</summary>
    public Refusal? Check(ArmCall call, out byte[] properties)
    {
        properties = [];
        if (ContractCheck.Check("JobBaseResource", call.Request.Body.Span, call.Version, engine.Settings.Strictness) is { } problem)
        {
            return problem;
        }

        properties = JsonScan.Value(call.Request.Body.Span, "properties"u8).ToArray();
        return null;
    }

    /// <summary>Under the lock: makes the job, unless the service refuses it.</summary>
    public Refusal? Accept(string name, byte[] body, out JobRecord? job, string? schedule = null)
    {
        job = null;
        if (Refuse(body) is { } refusal)
        {
            return refusal;
        }

        JobLife life = Find(body)!;

        var made = new JobRecord
        {
            Name = name,
            Body = body,
            ExperimentName = engine.Experiment(JsonScan.Text(JsonScan.Value(body, "experimentName"u8)) ?? "Default"),
            Life = life,
            Number = engine.Jobs.NextNumber(),
            CreatedAt = engine.Pacemaker.Instant(),
            Cluster = engine.Machines.ClusterOf(body),
            Tier = CommandFacts.Tier(body),
            NodeCount = life.NodeCount(body),
            Kin = schedule is null ? null : new JobKin(null) { Schedule = schedule },
        };
        if (life is not ParentLife && engine.Settings.RefuseAt == RefuseAt.Put && engine.Machines.Decide(made).Refusal is { } never)
        {
            return never.InnerCode == QuotaRefusal.PolicyCode
                ? Refusal.Gateway(403, QuotaRefusal.PolicyCode, never.Message)
                : new Refusal(400, never.Message) { InnerCodes = ["QuotaExceeded", never.InnerCode!], MessageParameters = never.Parameters };
        }

        engine.Jobs.Add(made);
        if (schedule is not null)
        {
            engine.History.Add(made, HistoryEventKind.Scheduled, schedule);
        }

        made.Life.Begin(made);
        job = made;
        return null;
    }

    /// <summary>Under the lock: why the service would not take a job, or null.</summary>
    public Refusal? Refuse(ReadOnlySpan<byte> body) => Find(body) is { } life
        ? Refuse(life.JobType, body)
        : Refusal.Invalid($"There are no jobs of type {JsonScan.Text(JsonScan.Value(body, "jobType"u8))}.", "properties.jobType", "JobTypeNotSupported");

    /// <summary>The life that a body asks for; most are a command's.</summary>
    private JobLife? Find(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> type = JsonScan.Value(body, "jobType"u8);
        return type.SequenceEqual("\"Command\""u8) ? engine.Lives.Command : engine.Lives.Find(JsonScan.Text(type) ?? "");
    }

    private Refusal? Refuse(string jobType, ReadOnlySpan<byte> body)
    {
        Refusal? refusal = CheckCount(body) ?? CheckMpi(jobType, body) ?? CheckCompute(body) ?? CheckIdentity(jobType, body);
        if (refusal is not null || jobType == "Command")
        {
            return refusal;
        }

        return jobType switch
        {
            "Sweep" when SweepSpec.Read(body, out string? problem) is null => Refusal.Invalid(problem!, "properties", "InvalidSweepJob"),
            "Pipeline" => new PipelineCheck(engine).Check(body),
            _ => null,
        };
    }

    private static bool HasNameLettersOnly(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static Refusal? CheckCount(ReadOnlySpan<byte> body) => CommandFacts.NodeCount(body) < 1
        ? Refusal.Invalid($"A job needs at least one node, and {CommandFacts.NodeCount(body)} were asked for.", "properties.resources.instanceCount")
        : null;

    private static Refusal? CheckMpi(string jobType, ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> work = jobType == "Sweep" ? JsonScan.Value(body, "trial"u8) : body;
        ReadOnlySpan<byte> distribution = JsonScan.Value(work, "distribution"u8);
        return CommandFacts.NodeCount(work) > MostMpiNodes && JsonScan.IsText(JsonScan.Value(distribution, "distributionType"u8), "Mpi")
            ? Refusal.Invalid($"An MPI job has at most {MostMpiNodes} nodes, and {CommandFacts.NodeCount(work)} were asked for.", "properties.resources.instanceCount")
            : null;
    }

    private Refusal? CheckCompute(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> computeId = JsonScan.Value(body, "computeId"u8);
        return JsonScan.IsNullOrAbsent(computeId) ? null : CheckCompute(engine, JsonScan.Text(computeId)!);
    }

    /// <summary>Whether a job may run on a compute that it names.</summary>
    public static Refusal? CheckCompute(ServerlessEngine engine, string id)
    {
        if (engine.Settings.AdmitAnyCompute || ComputeNames.Named(id) is not { } compute || engine.Machines.Clusters.ContainsKey(compute))
        {
            return null;
        }

        return new Refusal(404, $"Compute {compute} was not found in workspace {engine.Workspace.Name}. Leave the compute out to use serverless compute.")
        {
            InnerCodes = ["NotFound", "ComputeNotFound"],
        };
    }

    /// <summary>
    /// A managed identity must be attached to the workspace; without an id the workspace's own is meant. Spark without an identity takes the
    /// workspace's own (recorded).
    /// </summary>
    private Refusal? CheckIdentity(string jobType, ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> identity = JsonScan.Value(body, "identity"u8);
        if (engine.Settings.UserAssignedIdentities is not { } attached || !(JsonScan.IsText(JsonScan.Value(identity, "identityType"u8), "Managed") || (jobType == "Spark" && JsonScan.IsNullOrAbsent(identity))))
        {
            return null;
        }

        string? id = JsonScan.Text(JsonScan.Value(identity, "resourceId"u8)) ?? JsonScan.Text(JsonScan.Value(identity, "clientId"u8)) ?? JsonScan.Text(JsonScan.Value(identity, "objectId"u8));
        return (id is null ? attached.Count > 0 : attached.Contains(id, StringComparer.OrdinalIgnoreCase))
            ? null
            : new Refusal(404, $"User assigned identity {id} is not attached to AML workspace {engine.Workspace.Name}.")
            {
                InnerCodes = ["NotFound", "UserAssignedIdentityNotFound"],
            };
    }
}
