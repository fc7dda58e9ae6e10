using CsCheck;

namespace ServerlessCompute;

internal sealed class CommandJobTests
{
    private static readonly Func<CommandJob, CommandJob>[] _verbs =
    [
        job => job.WithCommand("another"),
        job => job.WithCode("azureml://c"),
        job => job.WithEnvironment("azureml:e:9"),
        job => job.WithImage("image"),
        job => job.WithConda("image", "conda.yml"),
        job => job.WithBuild("docker", "Dockerfile.gpu"),
        job => job.WithInputs([new("a new one", 1)]),
        job => job.WithInput("a new one", 1),
        job => job.WithOutputs([new("a new one", Output.UriFile())]),
        job => job.WithOutput("a new one", Output.UriFile()),
        job => job.WithEnvironmentVariables([new("A_NEW_ONE", "1")]),
        job => job.AddEnvironmentVariable("A_NEW_ONE", "1"),
        job => job.WithResources(new ResourceConfiguration { InstanceType = "a new one" }),
        job => job.WithResources("a new one", 77),
        job => job.WithQueueSettings(new QueueSettings { JobTier = "a new one" }),
        job => job.WithQueueSettings((JobTier)"a new one"),
        job => job.WithDistribution(new UnknownDistribution("a new one")),
        job => job.WithLimits(new CommandJobLimits { Timeout = TimeSpan.FromTicks(77) }),
        job => job.WithTimeout(TimeSpan.FromTicks(77)),
        job => job.WithName("a new one"),
        job => job.WithDisplayName("a new one"),
        job => job.WithDescription("a new one"),
        job => job.WithExperimentName("a new one"),
        job => job.WithTags([new("a new one", "1")]),
        job => job.AddTag("a new one", "1"),
        job => job.WithProperties([new("a new one", "1")]),
        job => job.AddProperty("a new one", "1"),
        job => job.WithIdentity(new UnknownIdentityConfiguration("a new one")),
        job => job.WithServices([new("a new one", JobService.VSCode())]),
        job => job.AddService("a new one", JobService.VSCode()),
        job => job.WithNotificationSettings(new NotificationSettings { Emails = new[] { "a new one" } }),
        job => job.WithCompute("a new one"),
        job => job.WithComponentId("a new one"),
        job => job.WithIsArchived(!job.IsArchived),
        job => job.WithAdditionalProperties([new("a new one", 1)]),
    ];

    [Test]
    public void Verbs_AnyJob_GiveAChangedCopy() =>
        Gen.Select(GenJob.Command, Gen.OneOf(_verbs)).Sample(
            (job, verb) =>
            {
                CommandJob twin = job with { };
                CommandJob changed = verb(job);
                return job == twin && changed != job && verb(twin) == changed && changed.GetHashCode() == verb(twin).GetHashCode();
            },
            iter: 1_000);

    [Test]
    public void Verbs_EachPublicOne_IsTriedHere()
    {
        string[] tried = [.. _verbs.Select((_, i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        int declared = typeof(CommandJob).GetMethods().Count(IsVerb) + typeof(JobVerbs).GetMethods().Count(IsVerb);

        Assert.That(tried, Has.Length.EqualTo(declared));

        static bool IsVerb(System.Reflection.MethodInfo method) =>
            method.Name.StartsWith("With", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal);
    }

    [Test]
    [Category("S10")]
    public void With_ObjectInitialisersAndVerbs_MakeEqualJobs()
    {
        CommandJob verbs = Command.Run("train").WithEnvironment("azureml:e:1").WithResources("Standard_E4s_v3", 2).WithQueueSettings(JobTier.Spot).AddTag("a", "b");
        var initialiser = new CommandJob
        {
            Command = "train",
            Environment = "azureml:e:1",
            Resources = new ResourceConfiguration { InstanceType = "Standard_E4s_v3", InstanceCount = 2 },
            QueueSettings = new QueueSettings { JobTier = JobTier.Spot },
            Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" },
        };
        CommandJob changed = verbs with { DisplayName = "spot" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verbs, Is.EqualTo(initialiser));
            Assert.That(changed.DisplayName, Is.EqualTo("spot"));
            Assert.That(verbs.DisplayName, Is.Null);
            Assert.That(changed with { DisplayName = null }, Is.EqualTo(verbs));
        }
    }

    [Test]
    public void WithResources_SizeAndCount_KeepsTheRest() =>
        Assert.That(
            Command.Run("c").WithResources(new ResourceConfiguration { ShmSize = "4g" }).WithResources("Standard_DS3_v2").Resources,
            Is.EqualTo(new ResourceConfiguration { ShmSize = "4g", InstanceType = "Standard_DS3_v2", InstanceCount = 1 }));

    [Test]
    public void WithQueueSettings_Tier_KeepsThePriority() =>
        Assert.That(
            Command.Run("c").WithQueueSettings(new QueueSettings { Priority = JobPriority.High }).WithQueueSettings(JobTier.Spot).QueueSettings,
            Is.EqualTo(new QueueSettings { Priority = JobPriority.High, JobTier = JobTier.Spot }));

    [Test]
    public void Verbs_OnAnyKind_KeepTheKind()
    {
        UnknownJob job = new UnknownJob(JobType.Sweep).WithDisplayName("d").AddTag("a", "b");

        Assert.That(job.DisplayName, Is.EqualTo("d"));
        Assert.That(job.JobType, Is.EqualTo(JobType.Sweep));
    }

    [Test]
    public void Environment_InPlace_IsInline()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Command.Run("c").WithImage("python:3.13").Environment, Is.EqualTo(new JobEnvironment { Image = "python:3.13" }));
            Assert.That(Command.Run("c").WithConda("i", "c.yml").Environment?.IsInline, Is.True);
            Assert.That(Command.Run("c").WithBuild("d").Environment?.ToString(), Is.EqualTo("d"));
            Assert.That(Command.Run("c").WithEnvironment("e@latest").Environment?.IsInline, Is.False);
        }
    }

    [Test]
    public void Secret_Shown_IsStars()
    {
        CommandJob job = Command.Run("c").AddEnvironmentVariable("TOKEN", Secret.Of("hush"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.ToString(), Does.Not.Contain("hush"));
            Assert.That(job.EnvironmentVariables["TOKEN"].ToString(), Is.EqualTo("***"));
            Assert.That(job.EnvironmentVariables["TOKEN"], Is.EqualTo((EnvironmentValue)"hush"), "The service does not keep that it is a secret.");
        }
    }
}
