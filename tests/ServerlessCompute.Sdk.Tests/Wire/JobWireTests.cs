using System.Buffers;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What bodies look like, and what is not written.</summary>
internal sealed class JobWireTests
{
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    [TestCaseSource(typeof(GoldenJobs), nameof(GoldenJobs.All))]
    [TestCaseSource(typeof(GoldenAutoMl), nameof(GoldenAutoMl.All))]
    public void Write_EachPart_IsAsApproved(string name, Job job) => GoldenFile.AssertEqual(name, Wired.Write(job));

    [TestCaseSource(typeof(GoldenJobs), nameof(GoldenJobs.All))]
    [TestCaseSource(typeof(GoldenAutoMl), nameof(GoldenAutoMl.All))]
    public void Write_EachPart_ReadsBackEqual(string name, Job job) => Assert.That(Wired.Read(Wired.Write(job)), Is.EqualTo(job), name);

    [Test]
    public void Write_FullJob_AllocatesNothing()
    {
        CommandJob job = GoldenJobs.EveryField();
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        JobWire.Write(output, job);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            output.ResetWrittenCount();
            JobWire.Write(output, job);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Write_WhatOnlyTheServiceSays_IsNotSent()
    {
        Job job = GoldenJobs.Least with
        {
            Name = "n",
            Id = "i",
            Status = JobStatus.Running,
            SystemData = new SystemData { CreatedBy = "somebody" },
            Services = [new("Studio", JobService.JupyterLab() with { Status = "Running", ErrorMessage = "none" })],
        };

        Assert.That(
            JsonNode.Parse(Wired.Write(job))!["properties"]!["services"]!.ToJsonString(),
            Is.EqualTo("""{"Studio":{"jobServiceType":"JupyterLab"}}"""));
        Assert.That(Wired.Write(job), Does.Not.Contain("Running").And.Not.Contain("somebody"));
    }

    [Test]
    public void Write_AfterAFailure_WritesAWholeBody()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.That(() => JobWire.Write(output, new CommandJob()), Throws.InvalidOperationException);

        Assert.That(output.WrittenCount, Is.Zero);
        Assert.That(Wired.Read(Wired.Write(GoldenJobs.Least)), Is.EqualTo(GoldenJobs.Least));
    }

    [Test]
    [Category("S01")]
    public void Write_NoCompute_SaysNothingOfCompute() => Assert.That(Wired.Write(GoldenJobs.Least), Does.Not.Contain("computeId"));

    [Test]
    public void Write_WordsThatAreUnset_AreNotWritten()
    {
        CommandJob job = GoldenJobs.Least
            .WithQueueSettings(new QueueSettings())
            .WithInput("i", new DataInput { Type = default })
            .WithOutput("o", new Output { Type = default })
            .AddService("s", new JobService())
            .WithNotificationSettings(new NotificationSettings { EmailOn = new[] { default(NotificationEvent) } });

        JsonNode written = JsonNode.Parse(Wired.Write(job))!["properties"]!;
        Assert.That(
            new[] { "queueSettings", "inputs", "outputs", "services", "notificationSetting" }.Select(name => written[name]?.ToJsonString()),
            Is.EqualTo(new[] { "{}", "{\"i\":{}}", "{\"o\":{}}", "{\"s\":{}}", "{\"emailOn\":[]}" }));
    }

    [TestCaseSource(nameof(Unresolved))]
    public void Write_Unresolved_NamesThePart(Job job, string part) =>
        Assert.That(() => Wired.Write(job), Throws.InvalidOperationException.With.Message.StartsWith($"'{part}'"));

    [Test]
    public void Write_NoType_IsRefused() => Assert.That(() => Wired.Write(new UnknownJob(default)), Throws.InvalidOperationException);

    private static IEnumerable<TestCaseData> Unresolved()
    {
        CommandJob job = GoldenJobs.Least;
        yield return new(job with { Environment = null }, "environment");
        yield return new(job.WithImage("python:3.13"), "environment");
        yield return new(job.WithConda("ubuntu", "conda.yml"), "environment");
        yield return new(job.WithBuild("./docker"), "environment");
        yield return new(job.WithEnvironment("sklearn-1.5@latest"), "environment");
        yield return new(job.WithEnvironment("sklearn-1.5:3"), "environment");
        yield return new(job.WithCode("./src"), "code");
        yield return new(job.WithCode("file:///src"), "code");
        yield return new(job.WithInput("data", Input.UriFolder("./data")), "inputs.data");
        yield return new(job.WithInput("data", Input.UriFolder("iris:1")), "inputs.data");
        yield return new(job.WithOutput("model", Output.UriFolder("./out")), "outputs.model");
        yield return new(job.WithCompute("serverless"), "compute");
        yield return new(job.WithCompute("cpu-cluster"), "compute");
    }

    [TestCase("azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33")]
    [TestCase("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")]
    [TestCase($"{Workspace}/environments/e/versions/1")]
    public void Write_EnvironmentTheServiceTakes_IsSentAsItIs(string reference) =>
        Assert.That((string?)JsonNode.Parse(Wired.Write(GoldenJobs.Least.WithEnvironment(reference)))!["properties"]!["environmentId"], Is.EqualTo(reference));
}
