using static ServerlessCompute.ServerlessComputeClientOptions;

namespace ServerlessCompute;

internal sealed class ApiVersionsTests
{
    [TestCaseSource(nameof(Members))]
    public void For_AMember_IsTheOldestVersionThatKnowsIt(string version, Job job)
    {
        Assert.That(ApiVersions.For(job), Is.EqualTo(version));
        Assert.That(ApiVersions.FirstUnknown(job, ServiceVersion.V2026_05_15_Preview), Is.Null);
    }

    [Test]
    public void For_MembersOfOneContract_TakesTheOneThatKnowsBoth()
    {
        CommandJob job = GoldenJobs.Least.WithResources(new ResourceConfiguration { DockerArgsList = new[] { "-a" } }).WithDistribution(new RayDistribution());

        Assert.That(ApiVersions.For(job), Is.EqualTo("2026-05-15-preview"));
    }

    [Test]
    public void FirstUnknown_BeyondTheCeiling_NamesTheMember()
    {
        CommandJob job = GoldenJobs.Least.WithOutput("o", Output.UriFolder().RegisteredAs("a", "1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ApiVersions.For(job, ServiceVersion.V2024_04_01), Is.EqualTo("2024-04-01"));
            Assert.That(ApiVersions.FirstUnknown(job, ServiceVersion.V2024_04_01), Is.EqualTo(new UnknownMember("outputs.*.assetName", "2024-04-01", "2025-12-01")));
            Assert.That(ApiVersions.FirstUnknown(job, ServiceVersion.V2025_12_01), Is.EqualTo(new UnknownMember("outputs.*.assetVersion", "2025-12-01", "2024-01-01-preview")));
            Assert.That(ApiVersions.FirstUnknown(job, ServiceVersion.V2026_05_15_Preview), Is.Null);
        }
    }

    [Test]
    public void FirstUnknown_MembersThatNoContractHasTogether_NamesOne()
    {
        CommandJob job = GoldenJobs.Least
            .WithResources(new ResourceConfiguration { DockerArgsList = new[] { "-a" } })
            .WithQueueSettings(new QueueSettings { Priority = JobPriority.Low });

        Assert.That(ApiVersions.FirstUnknown(job, ServiceVersion.V2026_05_15_Preview)?.Path, Is.EqualTo("queueSettings.priority"));
    }

    [TestCase(ServiceVersion.V2024_04_01, "2024-04-01")]
    [TestCase(ServiceVersion.V2025_12_01, "2025-12-01")]
    [TestCase(ServiceVersion.V2026_05_15_Preview, "2026-05-15-preview")]
    public void ForReading_ACeiling_IsTheNewestBelowIt(ServiceVersion ceiling, string version) =>
        Assert.That(ApiVersions.ForReading(ceiling), Is.EqualTo(version));

    [Test]
    public void Path_OfEachMember_SaysWhereItStands() =>
        Assert.That(
            Enum.GetValues<LateMembers>().Where(member => member != LateMembers.None).Select(LateMember.Path),
            Is.Unique.And.All.Not.Matches<string>(path => Enum.TryParse<LateMembers>(path, out _)));

    private static IEnumerable<TestCaseData> Members()
    {
        CommandJob job = GoldenJobs.Least;
        yield return new("2024-04-01", job);
        yield return new("2024-04-01", job with { AdditionalProperties = [new("somethingNew", 1)] });
        yield return new("2025-12-01", job.WithOutput("o", Output.UriFolder().RegisteredAs("a")));
        yield return new("2025-12-01", job.WithResources(new ResourceConfiguration { DockerArgsList = new[] { "-a" } }));
        yield return new("2024-01-01-preview", job.WithOutput("o", Output.UriFolder().RegisteredAs("a", "1")));
        yield return new("2024-01-01-preview", job.WithQueueSettings(new QueueSettings { Priority = JobPriority.Low }));
        yield return new("2024-01-01-preview", job.WithDistribution(new RayDistribution()));
        yield return new("2024-01-01-preview", job.WithResources(new ResourceConfiguration { AdditionalProperties = [new("maxInstanceCount", 3)] }));
        yield return new("2024-01-01-preview", job.WithInput("i", new DataInput { AdditionalProperties = [new("pathOnCompute", "p")] }));
        yield return new("2024-01-01-preview", job.WithOutput("o", new Output { AdditionalProperties = [new("pathOnCompute", "p")] }));
        yield return new("2024-01-01-preview", Sweep.Over(job).WithSampling(new RandomSampling { Logbase = "e" }));
        yield return new("2024-01-01-preview", job.WithOutput("o", new Output { AdditionalProperties = [new("autoDeleteSetting", "d")] }));
        yield return new("2024-01-01-preview", job with { AdditionalProperties = [new("secretsConfiguration", 1)] });
        yield return new("2024-01-01-preview", job with { AdditionalProperties = [new("autologgerSettings", 1)] });
        yield return new("2026-05-15-preview", job with { AdditionalProperties = [new("parentJobName", "p")] });
        yield return new("2026-05-15-preview", new UnknownJob(JobType.FineTuning));
        yield return new("2026-05-15-preview", new UnknownJob("Distillation"));
        yield return new("2024-04-01", new UnknownJob(JobType.Sweep));
    }
}
