using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What the service answers about jobs.</summary>
internal sealed class JobReadingTests
{
    [Test]
    [Category("S43")]
    public void ReadResource_AnswerToACommand_HasWhatTheServiceFilledIn()
    {
        var job = (CommandJob)JobWire.ReadResource(Answer.Bytes("command-put"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Name, Is.EqualTo("brave_tree_1"));
            Assert.That(job.Id, Does.EndWith("/jobs/brave_tree_1"));
            Assert.That(job.Status, Is.EqualTo(JobStatus.Starting));
            Assert.That(job.SystemData?.CreatedBy, Is.EqualTo("Ada Lovelace"));
            Assert.That(job.SystemData?.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 3, 27, 4, 2, 32, TimeSpan.Zero).AddTicks(7016985)));
            Assert.That(job.Compute, Is.Null);
            Assert.That(job.Services.Keys, Is.EqualTo(new[] { "Tracking", "Studio" }));
            Assert.That(job.Services["Studio"].Endpoint, Does.StartWith("https://ml.azure.com/runs/brave_tree_1"));
            Assert.That(job.Resources, Is.EqualTo(new ResourceConfiguration { InstanceCount = 1, ShmSize = "2g" }));
            Assert.That(job.QueueSettings, Is.EqualTo(new QueueSettings { JobTier = JobTier.Standard }));
            Assert.That(job.Identity, Is.EqualTo(new AmlTokenConfiguration()));
            Assert.That(job.Properties.Keys, Does.Not.Contain("_azureml.ClusterName"), "A property that is null is not there.");
            Assert.That(job.AllOutputs["default"].Path?.Text, Does.StartWith("azureml://datastores/workspaceartifactstore/"));
            Assert.That(job.AdditionalProperties.Keys, Is.EqualTo(new[] { "parameters" }));
        }
    }

    [Test]
    [Category("S01")]
    public void ReadResource_ComputeWithAnEmptyName_KeepsTheId()
    {
        Job job = JobWire.ReadResource(Answer.Bytes("automl-put"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job, Is.TypeOf<ClassificationJob>());
            Assert.That(job.JobType, Is.EqualTo(JobType.AutoML));
            Assert.That(job.Compute, Does.EndWith("/computes/"));
            Assert.That((string?)JsonNode.Parse(Wired.Write(job))!["properties"]!["computeId"], Does.EndWith("/computes/"));
            Assert.That(((ClassificationJob)job).Limits, Is.EqualTo(new TabularLimitSettings { MaxTrials = 1 }));
            Assert.That(((ClassificationJob)job).PrimaryMetric.Value, Is.Null, "What the service did not say is not made up.");
        }
    }

    [Test]
    public void ReadResource_AutoMlTaskOfTomorrow_SurvivesAsAnUnknownJob()
    {
        const string Body = """{"properties":{"jobType":"AutoML","displayName":"d","taskDetails":{"taskType":"VideoSorting","frames":[1,null]}}}""";
        Job job = Wired.Read(Body);

        Assert.That(job, Is.TypeOf<UnknownJob>());
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(Wired.Write(job)), JsonNode.Parse(Body)), Wired.Write(job));
    }

    [Test]
    public void ReadResource_ChoiceThatIsNeitherAutomaticNorCustom_WritesBackTheSame()
    {
        const string Body = """{"properties":{"jobType":"AutoML","taskDetails":{"taskType":"Regression","nCrossValidations":{"mode":"Adaptive","value":3,"folds":"few"}}}}""";
        var job = Wired.Read<RegressionJob>(Body);

        Assert.That(job.NCrossValidations?.Number, Is.EqualTo(3));
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(Wired.Write(job)), JsonNode.Parse(Body)), Wired.Write(job));
    }

    [TestCase("uniform(0.001, 0.01)")]
    [TestCase("Uniform(0.1,1.0)")]
    [TestCase("choice(1.0,2)")]
    [TestCase("choice(1,(2)")]
    [TestCase("spread(1,2)")]
    [TestCase("1e-5")]
    [TestCase("0.10")]
    [TestCase("")]
    public void ReadResource_SearchSpaceInSomebodyElsesSpelling_WritesBackTheSame(string text)
    {
        string body = $$"""{ "properties": { "jobType": "AutoML", "taskDetails": { "taskType": "ImageClassification", "searchSpace": [ { "learningRate": "{{text}}" } ] } } }""";
        var job = Wired.Read<ImageClassificationJob>(body);

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(Wired.Write(job)), JsonNode.Parse(body)), Wired.Write(job));
    }

    [Test]
    public void ReadResource_StepOfAPipeline_IsAnUnknownJobWithAName()
    {
        Job job = JobWire.ReadResource(Answer.Bytes("pipeline-child"));

        Assert.That(job, Is.EqualTo(new UnknownJob(default) { Name = job.Name, Id = job.Id, SystemData = job.SystemData }));
        Assert.That(job.Name, Is.EqualTo("17822d64"));
    }

    [Test]
    public void ReadResource_WordsNobodyKnows_AreKept()
    {
        var job = Wired.Read<CommandJob>("""
            {"properties":{"jobType":"command","status":"Hibernating","command":"c","environmentId":"azureml:e:1",
             "identity":{"tenant":"t","identityType":"Robot"},"distribution":{"distributionType":"Swarm","bees":3},
             "queueSettings":{"jobTier":"Platinum","priority":9},
             "services":{"s":{"jobServiceType":"Holodeck","nodes":{"nodesValueType":"Some","count":2}}},
             "inputs":{"i":{"waves":7,"jobInputType":"hologram"}},"outputs":{"o":{"mode":"Teleport","jobOutputType":"hologram"}}}}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Status, Is.EqualTo(new JobStatus("Hibernating")));
            Assert.That(job.Status.IsKnown, Is.False);
            Assert.That(job.Identity, Is.EqualTo(new UnknownIdentityConfiguration("Robot") { AdditionalProperties = [new("tenant", "t")] }));
            Assert.That(job.Distribution, Is.EqualTo(new UnknownDistribution("Swarm") { AdditionalProperties = [new("bees", 3)] }));
            Assert.That(job.QueueSettings?.JobTier, Is.EqualTo(new JobTier("Platinum")));
            Assert.That(job.QueueSettings?.Priority, Is.EqualTo((JobPriority)9));
            Assert.That(job.Services["s"].OnEveryNode, Is.False);
            Assert.That(job.Services["s"].AdditionalProperties.Keys, Is.EqualTo(new[] { "nodes" }));
            Assert.That(job.AllInputs["i"], Is.EqualTo(new DataInput { Type = "hologram", AdditionalProperties = [new("waves", 7)] }));
            Assert.That(job.AllOutputs["o"].Mode.Value, Is.EqualTo("Teleport"));
        }
    }

    [Test]
    public void ReadResource_NameThatComesTwice_TheLastOneStands()
    {
        var job = Wired.Read<CommandJob>("""{"properties":{"jobType":"Command","tags":{"a":"1","b":"2","a":"3"},"command":"c","command":"d"}}""");

        Assert.That(job.Tags, Is.EqualTo((ValueMap<string>)[new("a", "3"), new("b", "2")]));
        Assert.That(job.Command.Text, Is.EqualTo("d"));
    }

    [Test]
    public void ReadResource_AHundredThousandTags_IsReadAtOnce()
    {
        string tags = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"t{i}\":\"v\""));

        Assert.That(Wired.Read("{\"properties\":{\"jobType\":\"Command\",\"tags\":{" + tags + "}}}").Tags, Has.Count.EqualTo(100_000));
    }

    [Test]
    public void ReadStatus_Answer_IsTheStatus()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JobWire.ReadStatus(Answer.Bytes("command-completed")), Is.EqualTo(JobStatus.Completed));
            Assert.That(JobWire.ReadStatus(Answer.Bytes("automl-put")), Is.EqualTo(JobStatus.NotStarted));
            Assert.That(JobWire.ReadStatus(Answer.Bytes("pipeline-child")), Is.EqualTo(default(JobStatus)));
            Assert.That(() => JobWire.ReadStatus("{\"properties\":{"u8), Throws.TypeOf<JobFormatException>());
        }
    }

    [TestCase("", "")]
    [TestCase("   ", "")]
    [TestCase("<html>502</html>", "")]
    [TestCase("[]", "")]
    [TestCase("null", "")]
    [TestCase("{} {}", "")]
    [TestCase("{\"properties\":7}", "properties")]
    [TestCase("{\"properties\":{\"jobType\":7}}", "properties.jobType")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"command\":7}}", "properties.command")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"tags\":{\"a\":\"b\",\"c\":7}}}", "properties.tags.c")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"environmentVariables\":{\"A\":true}}}", "properties.environmentVariables.A")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"resources\":{\"instanceCount\":1.5}}}", "properties.resources.instanceCount")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"resources\":{\"dockerArgsList\":[\"a\",2]}}}", "properties.resources.dockerArgsList[1]")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"limits\":{\"timeout\":\"soon\"}}}", "properties.limits.timeout")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"inputs\":{\"x\":[]}}}", "properties.inputs.x")]
    [TestCase("{\"properties\":{\"jobType\":\"Command\",\"identity\":{\"clientId\":\"c\"}}}", "properties.identity")]
    [TestCase("{\"systemData\":{\"createdAt\":\"yesterday\"}}", "systemData.createdAt")]
    [TestCase("{\"properties\":{\"description\":\"\\ud800\"}}", "properties.description")]
    [TestCase("{\"properties\":{\"description\":\"a", "properties.description")]
    public void ReadResource_NotAJob_SaysWhere(string json, string path) =>
        Assert.That(() => Wired.Read(json), Throws.TypeOf<JobFormatException>().With.Property("Path").EqualTo(path).And.Message.Contains(path));

    [Test]
    public void ReadResource_NestedWithoutEnd_IsRefused()
    {
        string deep = "{\"properties\":{\"jobType\":\"Command\",\"x\":" + new string('[', 100_000);

        Assert.That(() => Wired.Read(deep), Throws.TypeOf<JobFormatException>());
    }

    [Test]
    public void ReadResource_BytesThatAreNoText_AreRefused()
    {
        byte[] utf8 = [.. Encoding.UTF8.GetBytes("{\"properties\":{\"description\":\""), 0xFF, 0xFE, .. Encoding.UTF8.GetBytes("\"}}")];

        Assert.That(() => JobWire.ReadResource(utf8), Throws.TypeOf<JobFormatException>());
    }

    [Test]
    public void ReadResource_Refused_ShowsNoValue()
    {
        JobFormatException error = Assert.Throws<JobFormatException>(() => Wired.Read("""{"properties":{"environmentVariables":{"TOKEN":{"v":"hush"}},"jobType":"Command"}}"""))!;

        Assert.That(error.ToString(), Does.Not.Contain("hush"));
    }
}
