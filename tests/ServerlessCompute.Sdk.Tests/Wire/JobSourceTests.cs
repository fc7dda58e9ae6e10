using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// The C# that is written for a job compiles and makes an equal job. A long run:
/// <c>CsCheck_Iter=5000 dotnet test --filter Name~JobSource</c>.
/// </summary>
internal sealed class JobSourceTests
{
    private static readonly int Many = (int)Math.Max(60, Check.Iter / 2);

    private static IEnumerable<JobTable> Tables => JobTables.All.SelectMany(table => table.Variants);

    [TestCaseSource(nameof(Tables))]
    public void ToCSharp_AnyJob_CompilesAndMakesAnEqualJob(JobTable table) => GenTable.Jobs(table, Dialect.Step).Array[Many].Sample(
        jobs =>
        {
            IReadOnlyList<Job> made = CompiledJobs.Make<Job>([.. jobs.Select(job => job.ToCSharp())]);
            int different = Enumerable.Range(0, jobs.Length).FirstOrDefault(i => !made[i].Equals(jobs[i]), -1);
            Assert.That(different, Is.Negative, different < 0 ? "" : $"{jobs[different].ToCSharp()}\n\nmakes\n\n{made[different].ToCSharp()}");
        },
        iter: 1,
        seed: "0000000000001");

    [Test]
    public void ToCSharp_SmallJob_ReadsAsPeopleWriteIt()
    {
        Input<double> lr = 0.01;
        CommandJob job = Command.Run($"python train.py --lr {lr}")
            .WithCode("./src")
            .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
            .WithTags([new("team", "vision")])
            .WithTimeout(TimeSpan.FromHours(1))
            .WithQueueSettings(JobTier.Spot);

        Assert.That(job.ToCSharp(), Is.EqualTo("""
            Command.Run("python train.py --lr ${{inputs.lr}}")
                .WithTags([new("team", "vision")])
                .WithCode("./src")
                .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
                .WithInputs([new("lr", "0.01")])
                .WithQueueSettings(new QueueSettings { JobTier = JobTier.Spot })
                .WithLimits(new CommandJobLimits { Timeout = TimeSpan.FromHours(1) })
            """));
    }

    [Test]
    public void ToCSharp_AutoMlJob_ReadsAsPeopleWriteIt()
    {
        ImageObjectDetectionJob job = AutoMl.ImageObjectDetection(Input.MLTable("azureml:buoys:1"), "label")
            .WithLimits(maxTrials: 8)
            .AddSearchSpace(new ImageObjectDetectionSearchSpace
            {
                BoxScoreThreshold = Search.Choice(0.3, SearchValue.Of(RawJson.Parse("1e0")), -2),
                MinSize = Search.Choice(600, 800),
                MultiScale = Search.Choice(true, false),
            });

        Assert.That(job.ToCSharp(), Is.EqualTo("""
            AutoMl.ImageObjectDetection(Input.MLTable("azureml:buoys:1"), "label")
                .WithLimits(new ImageLimitSettings { MaxTrials = 8 })
                .WithSearchSpace([
                    new ImageObjectDetectionSearchSpace
                    {
                        BoxScoreThreshold = Search.Choice(0.3, SearchValue.Of(RawJson.Parse("1e0")), -2),
                        MinSize = Search.Choice(600, 800),
                        MultiScale = Search.Choice(true, false),
                    },
                ])
            """));
    }

    [Test]
    public void ToCSharp_Secret_IsNotWrittenDown()
    {
        CommandJob job = Command.Run("echo").AddEnvironmentVariable("KEY", Secret.Of("canary"));

        Assert.That(job.ToCSharp(), Does.Not.Contain("canary").And.Contain("Secret.Of"));
    }

    [Test]
    public void ToCSharp_UnknownJob_SaysSo() =>
        Assert.That(() => new UnknownJob("New").ToCSharp(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("New"));
}
