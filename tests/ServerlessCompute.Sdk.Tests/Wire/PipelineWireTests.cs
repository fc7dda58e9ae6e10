using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>Pipelines in REST: what the contract leaves open is written as the service takes it, and nothing of it is lost.</summary>
internal sealed class PipelineWireTests
{
    private const string Component = "/subscriptions/s/components/c/versions/1";

    [TestCaseSource(typeof(GoldenPipelines), nameof(GoldenPipelines.All))]
    public void Write_EachPart_IsAsApproved(string name, PipelineJob job) => GoldenFile.AssertEqual(name, Wired.Write(job));

    [TestCaseSource(typeof(GoldenPipelines), nameof(GoldenPipelines.All))]
    public void Write_EachPart_ReadsBackEqual(string name, PipelineJob job) => Assert.That(Wired.Read(Wired.Write(job)), Is.EqualTo(job), name);

    [Test]
    public void Write_AnyPipeline_ReadsBackEqual() =>
        GenPipeline.Job.Sample(job => Wired.Read(Wired.Write(job)).Equals(job), iter: Math.Max(300, Check.Iter), print: Wired.Write);

    [Test]
    public void ReadResource_MembersOfAnyShape_WritesThemBack()
    {
        const string Sent = """
            {"properties":{"jobType":"Pipeline","jobs":{
              "a":{"type":"command","componentId":"/subscriptions/c","resources":"${{parent.inputs.r}}","limits":{"timeout":"${{parent.inputs.t}}","job_limits_type":"Command"},"tags":{"n":1},"inputs":{"x":{"value":{"y":1},"job_input_type":"literal"},"z":{"value":"","mode":"Direct","job_input_type":"literal"}},"outputs":"none"},
              "b":{"type":"sweep","trial":{"componentId":"/subscriptions/c","more":1},"sampling_algorithm":"random","limits":{"max_total_trials":"3"},"search_space":{"s":["new",[1]]}},
              "c":{"type":"parallel","mini_batch_size":"${{parent.inputs.size}}","partition_keys":"no list","retry_settings":{"timeout":"60"}},
              "d":{"type":"do_while","limits":{"max_iteration_count":"5"},"mapping":{"o":{"i":1}}},
              "e":{"type":"quantum","componentId":"/subscriptions/c"}},
             "settings":{"DefaultCompute":"x","force_rerun":"maybe","_source":"DSL"}}}
            """;

        Job job = Wired.Read(Sent);

        JsonNode written = WithoutNames(Wired.Write(job));
        Assert.That(JsonNode.DeepEquals(written, JsonNode.Parse(Sent)), written.ToJsonString());
    }

    [TestCase("""{"a":1}""")]
    [TestCase("""[]""")]
    [TestCase("\"text\"")]
    public void ReadResource_StepsThatAreNone_SaysWhere(string jobs) =>
        Assert.That(
            () => Wired.Read($$$"""{"properties":{"jobType":"Pipeline","jobs":{{{jobs}}}}}"""),
            Throws.TypeOf<JobFormatException>().With.Property(nameof(JobFormatException.Path)).EqualTo("properties.jobs"));

    [Test]
    public void Write_ComponentInPlace_IsRefused() =>
        Assert.That(
            () => Wired.Write(new PipelineJob().WithStep("a", new CommandStep { Component = new CommandComponent { Name = "train" } })),
            Throws.InvalidOperationException.With.Message.Contains("train"));

    [TestCase("train.yml")]
    [TestCase("train:1")]
    public void Write_ComponentByName_IsRefused(string reference) =>
        Assert.That(() => Wired.Write(new PipelineJob().WithStep("a", new CommandStep { Component = reference })), Throws.InvalidOperationException.With.Message.StartsWith("'jobs.a.component'"));

    [Test]
    public void Write_DefaultComputeByName_IsRefused() =>
        Assert.That(() => Wired.Write(new PipelineJob().WithDefaultCompute("serverless")), Throws.InvalidOperationException.With.Message.StartsWith("'settings.default_compute'"));

    [Test]
    public void Write_StepNames_AreInTheSteps() =>
        Assert.That(
            (string?)JsonNode.Parse(Wired.Write(new PipelineJob().WithStep("train", new CommandStep { Component = Component })))!["properties"]!["jobs"]!["train"]!["name"],
            Is.EqualTo("train"));

    // Steps are written with their names.
    private static JsonNode WithoutNames(string json)
    {
        JsonNode written = JsonNode.Parse(json)!;
        foreach ((_, JsonNode? step) in written["properties"]!["jobs"]!.AsObject())
        {
            step!.AsObject().Remove("name");
        }

        return written;
    }
}
