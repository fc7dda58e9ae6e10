using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Every type of job is taken, answered, lives and ends.</summary>
[TestFixture]
internal sealed class JobKindsTests
{
    private static IEnumerable<TestCaseData> Kinds()
    {
        yield return new TestCaseData("Sweep", Bodies.Sweep(), "Running", 4).SetArgDisplayNames("Sweep");
        yield return new TestCaseData("AutoML", Bodies.AutoMl(), "NotStarted", 3).SetArgDisplayNames("AutoML");
        yield return new TestCaseData("Spark", Bodies.Spark(), "Starting", 0).SetArgDisplayNames("Spark");
        yield return new TestCaseData("FineTuning", Bodies.FineTuning(), "Running", 1).SetArgDisplayNames("FineTuning");
        yield return new TestCaseData("Pipeline", Bodies.Pipeline("{}"), "Preparing", 0).SetArgDisplayNames("Pipeline");
    }

    [TestCaseSource(nameof(Kinds))]
    [Category("S40")]
    [Category("S07")]
    public async Task Put_EveryType_IsTakenAndCompletes(string jobType, string body, string status, int children)
    {
        using var service = new RawService();

        RawAnswer put = await service.ArmAsync("PUT", "jobs/job1", body, "2024-10-01-preview");
        JsonElement end = (await service.EndAsync("job1")).Json;
        JsonElement listed = (await service.SendAsync("GET", $"{service.History}/runs/job1/children")).Json.GetProperty("value");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201), put.Text);
            Assert.That(put.Properties.GetProperty("jobType").GetString(), Is.EqualTo(jobType));
            Assert.That(put.Properties.GetProperty("status").GetString(), Is.EqualTo(status));
            Assert.That(end.GetProperty("status").GetString(), Is.EqualTo("Completed"), end.ToString());
            Assert.That(listed.GetArrayLength(), Is.EqualTo(children));
            Assert.That(listed.EnumerateArray().Select(static c => c.GetProperty("parentRunId").GetString()), Has.All.EqualTo("job1"));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [TestCaseSource(nameof(Kinds))]
    [Category("S42")]
    public async Task Cancel_EveryType_EndsItsChildrenToo(string jobType, string body, string status, int children)
    {
        _ = (status, children);
        using var service = new RawService();
        await service.ArmAsync("PUT", "jobs/job1", body, "2024-10-01-preview");
        service.Serverless.Advance(TimeSpan.FromSeconds(70));

        RawAnswer cancel = await service.ArmAsync("POST", "jobs/job1/cancel");
        await service.EndAsync("job1");
        InMemoryJob job = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cancel.Status, Is.EqualTo(jobType == "Pipeline" ? 400 : 202), "The empty pipeline is over.");
            Assert.That(job.Status, Is.EqualTo(jobType == "Pipeline" ? JobStatus.Completed : JobStatus.Canceled));
            Assert.That(job.Descendants.Select(static c => c.Status), Has.All.EqualTo(JobStatus.Canceled));
            Assert.That(service.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [Test]
    [Category("S48")]
    public async Task Pipeline_TwoSteps_RunOneAfterTheOther()
    {
        using var service = new RawService();
        await service.ArmAsync("PUT", "components/prep/versions/1", Bodies.Component("echo prep > ${{outputs.o}}", outputs: """{"o":{"type":"uri_folder"}}"""));
        await service.ArmAsync("PUT", "components/train/versions/1", Bodies.Component("echo ${{inputs.d}} ${{inputs.n}}", """{"d":{"type":"uri_folder"},"n":{"type":"integer","default":"3"}}"""));

        RawAnswer put = await service.PutJobAsync("p", Bodies.Pipeline("""
            {"train":{"type":"command","componentId":"azureml:train:1","inputs":{"d":{"job_input_type":"literal","value":"${{parent.jobs.prep.outputs.o}}"}}},
             "prep":{"type":"command","componentId":"azureml:prep:1"}}
            """));
        await service.EndAsync("p");
        InMemoryJob[] steps = [.. service.Serverless.Jobs.Single().Children];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201), put.Text);
            Assert.That(steps.Select(static s => s.StepName), Is.EqualTo(new[] { "prep", "train" }));
            Assert.That(steps.Select(static s => s.Status), Has.All.EqualTo(JobStatus.Completed));
            Assert.That(steps[1].CreatedAt, Is.EqualTo(steps[0].EndedAt));
            Assert.That(
                steps[1].Body.GetProperty("inputs").GetProperty("d").GetProperty("uri").GetString(),
                Is.EqualTo($"azureml://datastores/workspaceblobstore/paths/azureml/{steps[0].Name}/o/"));
            Assert.That(steps[1].Body.GetProperty("inputs").GetProperty("n").GetProperty("value").GetString(), Is.EqualTo("3"));
        }
    }

    [Test]
    [Category("S47")]
    public async Task Sweep_Trials_CarryTheirParametersAndTheBestIsTold()
    {
        using var service = new RawService();
        await service.PutJobAsync("sw", Bodies.Sweep());
        await service.EndAsync("sw");

        InMemoryJob sweep = service.Serverless.Jobs.Single();
        JsonElement properties = (await service.ArmAsync("GET", "jobs/sw")).Properties;
        InMemoryJob best = sweep.Children.MaxBy(static c => c.Metrics.Max(static m => m.Value))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sweep.Children.Select(static c => c.Name), Is.EqualTo(new[] { "sw_0", "sw_1", "sw_2", "sw_3" }));
            Assert.That(sweep.Children.Select(static c => c.Command), Is.EqualTo(sweep.Children.Select(static c => $"python train.py --lr {c.TrialParameters["lr"]}")));
            Assert.That(sweep.BestChild!.Name, Is.EqualTo(best.Name));
            Assert.That(properties.GetProperty("properties").GetProperty("best_child_run_id").GetString(), Is.EqualTo(best.Name));
            Assert.That(properties.GetProperty("tags").GetProperty("_aml_system_sw_0").GetString(), Is.EqualTo($"{{\"lr\": {sweep.Children[0].TrialParameters["lr"]}}}"));
        }
    }
}
