using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>AutoML jobs: their trials, their best child, their machines.</summary>
[TestFixture]
internal sealed class AutoMlTests
{
    [Test]
    public async Task Classification_Trials_TryAllowedAlgorithmsAlongACurve()
    {
        using var service = new RawService();
        await service.PutJobAsync("a", Bodies.AutoMl("""
            "taskType":"Classification","targetColumnName":"y","primaryMetric":"Accuracy","limitSettings":{"maxTrials":6,"maxConcurrentTrials":2,"maxNodes":4},
            "trainingSettings":{"blockedTrainingAlgorithms":["LightGBM"],"enableStackEnsemble":false}
            """));
        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();
        JsonElement properties = (await service.ArmAsync("GET", "jobs/a")).Properties;
        JsonElement tags = properties.GetProperty("tags");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(JobStatus.Completed), job.ErrorMessage);
            Assert.That(job.Children.Select(static c => c.Name), Is.EqualTo(Enumerable.Range(0, 6).Select(static i => $"a_{i}")));
            Assert.That(job.Children.Select(static c => c.Command), Has.None.Contains("LightGBM").And.Some.Contains("XGBoostClassifier"));
            Assert.That(job.Children[5].Command, Does.Contain("VotingEnsemble"), "The ensemble comes last.");
            Assert.That(job.Children.Select(static c => c.Metrics[^1].Value > c.Metrics[0].Value), Has.All.True, "Learning goes up.");
            Assert.That(job.Children.Select(static c => c.Metrics[0].Name), Has.All.EqualTo("accuracy"));
            Assert.That(tags.GetProperty("automl_best_child_run_id").GetString(), Is.EqualTo(job.BestChild!.Name));
            Assert.That(tags.GetProperty("iteration").GetString(), Is.EqualTo("<0>;<1>;<2>;<3>;<4>;<5>;"));
            Assert.That(tags.GetProperty("run_algorithm").GetString(), Does.StartWith("<XGBoostClassifier>;"));
            Assert.That(tags.GetProperty("model_explain_run").GetString(), Is.EqualTo("best_run"));
            Assert.That(job.BestChild.Metrics[^1].Value, Is.EqualTo(job.Children.Max(static c => c.Metrics[^1].Value)));
            Assert.That(properties.GetProperty("properties").GetProperty("runTemplate").GetString(), Is.EqualTo("AutoML"));
        }
    }

    [Test]
    public async Task Regression_Metric_IsMinimized()
    {
        using var service = new RawService();
        await service.PutJobAsync("a", Bodies.AutoMl("\"taskType\":\"Regression\",\"targetColumnName\":\"y\",\"limitSettings\":{\"maxTrials\":4}"));
        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();

        Assert.That(job.BestChild!.Metrics[^1].Value, Is.EqualTo(job.Children.Min(static c => c.Metrics[^1].Value)));
        Assert.That(job.BestChild.Metrics[^1].Name, Is.EqualTo("normalized_root_mean_squared_error"));
    }

    [Test]
    [Category("S06")]
    public async Task Nodes_NotNamed_FollowFromTrialsAtOnceAndNodes()
    {
        using var service = new RawService();
        RawAnswer put = await service.ArmAsync("PUT", "jobs/a", Bodies.AutoMl("\"taskType\":\"Classification\",\"targetColumnName\":\"y\",\"limitSettings\":{\"maxTrials\":2,\"maxConcurrentTrials\":2,\"maxNodes\":6}"), "2024-01-01-preview");
        await service.EndAsync("a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Properties.GetProperty("resources").GetProperty("instanceCount").GetInt32(), Is.EqualTo(1), "The answer says 1 all the same.");
            Assert.That(service.Serverless.Jobs.Single().Children.Select(static c => c.NodeCount), Is.EqualTo(new[] { 3, 3 }), "six nodes for two trials");
        }
    }

    [TestCase("ImageObjectDetection", "\"primaryMetric\":\"MeanAveragePrecision\",", true)]
    [TestCase("TextNER", "", true)]
    [TestCase("Forecasting", "", false)]
    [Category("S06")]
    public async Task Task_OnImagesOrText_TakesAGpuWhenNoSizeIsNamed(string task, string more, bool gpu)
    {
        using var service = new RawService();
        await service.PutJobAsync("a", Bodies.AutoMl($"\"taskType\":\"{task}\",{more}\"targetColumnName\":\"y\",\"limitSettings\":{{\"maxTrials\":1}}"));
        await service.EndAsync("a");

        Assert.That(service.Serverless.Jobs.Single().Children.Single().InstanceType, gpu ? Does.StartWith("Standard_N") : Does.Not.StartWith("Standard_N"));
    }

    [Test]
    [Category("S04")]
    public async Task Settings_InTheReferenceClientsSpelling_AreRead()
    {
        using var service = new RawService();
        await service.PutJobAsync("a", Bodies.AutoMl(more: "\"resources\":{\"instance_type\":\"Standard_D2_v3\",\"instance_count\":4},\"queueSettings\":{\"job_tier\":\"spot\",\"priority\":null}"));
        await service.EndAsync("a");
        InMemoryJob trial = service.Serverless.Jobs.Single().Children[0];

        Assert.That((trial.InstanceType, trial.NodeCount, trial.Tier), Is.EqualTo(("Standard_D2_v3", 2, JobTier.Spot)));
    }

    [Test]
    public async Task ExitScore_WhenReached_EndsTheJobEarly()
    {
        using var service = new RawService();
        service.Serverless.OnCommand("automl_driver.py", static ctx => ctx.LogMetric("AUC_weighted", ctx.JobName == "a_2" ? 0.99 : 0.7));
        await service.PutJobAsync("a", Bodies.AutoMl("\"taskType\":\"Classification\",\"targetColumnName\":\"y\",\"limitSettings\":{\"maxTrials\":50,\"exitScore\":0.98}"));
        await service.EndAsync("a");
        InMemoryJob job = service.Serverless.Jobs.Single();

        Assert.That((job.Children.Count, job.BestChild!.Name), Is.EqualTo((3, "a_2")));
    }

    [Test]
    public async Task Failure_OfAllTrials_IsTheJobsWithItsReasonInItsProperties()
    {
        using var service = new RawService();
        service.Serverless.OnCommand("automl_driver.py", static ctx => ctx.Fail("the label column is missing"));
        await service.PutJobAsync("a", Bodies.AutoMl());
        await service.EndAsync("a");
        JsonElement properties = (await service.ArmAsync("GET", "jobs/a")).Properties;

        Assert.That(properties.GetProperty("status").GetString(), Is.EqualTo("Failed"));
        Assert.That(properties.GetProperty("properties").GetProperty("errors").GetString(), Is.EqualTo("the label column is missing"));
    }

    [Test]
    [Category("S40")]
    public async Task Status_OverTime_IsAsRecorded()
    {
        using var service = new RawService();
        await service.PutJobAsync("a", Bodies.AutoMl());
        await service.EndAsync("a");
        string[] own = [.. service.Serverless.History.Where(static e => e.JobName == "a").Select(e => string.Create(CultureInfo.InvariantCulture, $"{(e.Time - service.Serverless.Options.StartTime).TotalSeconds:0} {e.What}"))];

        Assert.That(own[..3], Is.EqualTo(new[] { "0 Submitted", "0 NotStarted", "60 Running" }));
        Assert.That(own[^1], Does.EndWith(" Completed"));
    }
}
