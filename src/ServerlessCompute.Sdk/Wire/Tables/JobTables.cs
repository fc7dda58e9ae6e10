namespace ServerlessCompute;

/// <summary>The tables of all kinds of jobs that this library has a type for.</summary>
internal static class JobTables
{
    public static JobTable<CommandJob> Command { get; } = new(
        JobType.Command,
        "command",
        new CommandJob(),
        CommandJobTable.Fill,
        (text, job) => text.Call("Command.Run", CSharpText.Of(inner => inner.Text(job.Command.Text))),
        nameof(CommandJob.Command));

    public static JobTable<SweepJob> Sweep { get; } = new(JobType.Sweep, "sweep", new SweepJob(), SweepJobTable.Fill);

    public static JobTable<SparkJob> Spark { get; } = new(JobType.Spark, "spark", new SparkJob(), SparkJobTable.Fill, SparkJobTable.Start, nameof(SparkJob.Entry));

    public static AutoMlJobTable AutoMl { get; } = new();

    public static JobTable<PipelineJob> Pipeline { get; } = new(JobType.Pipeline, "pipeline", new PipelineJob(), PipelineJobTable.Fill) { Finish = PipelineJobTable.Finish };

    public static IReadOnlyList<JobTable> All { get; } = [Command, Sweep, Spark, AutoMl, FineTuningTables.All, Pipeline];

    public static JobTable? Of(Job job) => All.FirstOrDefault(table => table.Holds(job));

    /// <summary>The table of jobs that YAML may describe where a step of that kind belongs; null when there is none.</summary>
    public static JobTable? OfStep(string kind) => kind == Command.YamlType ? Command : kind == Spark.YamlType ? Spark : null;

    public static JobTable? Of(JobType type) => All.FirstOrDefault(table => table.Type == type);

    /// <summary>
    /// Adds the members that every kind of job has. Their REST is written by hand, as all of a command job's is. Services are beside commands
    /// alone, says YAML.
    /// </summary>
    public static void AddCommon<T>(Shape<T> shape)
        where T : Job => AddCommon(shape, IdentityTables.Identity, Forms.Text);

    /// <summary>The same, where a kind of job spells some of them in its own way.</summary>
    public static void AddCommon<T>(Shape<T> shape, ValueForm<IdentityConfiguration> identity, ValueForm<string> compute)
        where T : Job => shape
            .Add(MemberNames.NotRest("name"), Forms.Text, j => j.Name, (j, v) => j with { Name = v })
            .Add(MemberNames.NotRest("display_name"), Forms.Text, j => j.DisplayName, (j, v) => j with { DisplayName = v })
            .Add(MemberNames.NotRest("description"), Forms.Text, j => j.Description, (j, v) => j with { Description = v })
            .Add(MemberNames.NotRest("experiment_name"), Forms.Text, j => j.ExperimentName, (j, v) => j with { ExperimentName = v })
            .Add(MemberNames.NotRest("tags"), Forms.Labels, j => j.Tags, (j, v) => j with { Tags = v })
            .Add(MemberNames.NotRest("properties"), Forms.Labels, j => j.Properties, (j, v) => j with { Properties = v })
            .Add(MemberNames.NotRest("identity"), identity, j => j.Identity, (j, v) => j with { Identity = v })
            .Add(new MemberNames(null, "services", typeof(T) == typeof(CommandJob) ? "services" : null), ServiceTables.Services, j => j.Services, (j, v) => j with { Services = v })
            .Add(new MemberNames(null, "notification_setting", null), NotificationTables.Settings, j => j.NotificationSettings, (j, v) => j with { NotificationSettings = v })
            .Add(MemberNames.NotRest("compute"), compute, j => j.Compute, (j, v) => j with { Compute = v })
            .Add(new MemberNames(null, "component_id", null), Forms.Text, j => j.ComponentId, (j, v) => j with { ComponentId = v })
            .Add(new MemberNames(null, "is_archived", null), new TrueForm(), j => j.IsArchived, (j, v) => j with { IsArchived = v })
            .Ignore("id", "status", "log_files", "creation_context")
            .WithMend(typeof(T) == typeof(CommandJob) ? (job, _) => job : JobMends.WithoutServices);
}
