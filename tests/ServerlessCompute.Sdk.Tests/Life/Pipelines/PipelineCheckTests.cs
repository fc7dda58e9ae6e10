using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What of pipelines is refused when they are sent.</summary>
[TestFixture]
internal sealed class PipelineCheckTests
{
    [TestCase("""{"a":{"type":"command","componentId":"azureml:c:1","inputs":{"i":"${{parent.name}}"}}}""", "InvalidExpressionInJob", "Invalid expression parent.name. Only parent.inputs, parent.jobs.[source_job_name].outputs or parent.outputs can be used for binding.")]
    [TestCase("""{"a":{"type":"command","componentId":"azureml:c:1","inputs":{"x":1}}}""", "InvalidComponentJobInput", "Invalid component job since input x for component job a does not exist.")]
    [TestCase("""{"a":{"type":"command","componentId":"azureml:c:1"},"b":{"type":"command","componentId":"azureml:c:1","inputs":{"i":"${{parent.jobs.a.outputs.z}}"}}}""", "SourceComponentPortNotExsit", "Invalid binding expression since the source output port z of componentJob a does not exist.")]
    [TestCase("""{"a":{"type":"if_else","condition":"true","true_block":"${{parent.jobs.gone}}"}}""", "IfElseBlockDestinationJobNotExsit", "Invalid pipeline job since the {blockType} block destination job {sourceJobName} of if_else job {ifElseJobName} does not exist.")]
    [TestCase("""{"a":{"type":"command","componentId":"azureml:c:1","inputs":{"i":"${{parent.jobs.b.outputs.o}}"}},"b":{"type":"command","componentId":"azureml:c:1","inputs":{"i":"${{parent.jobs.a.outputs.o}}"}}}""", "CyclicDependency", "Invalid pipeline job since its steps wait for each other in a circle: a, b.")]
    [TestCase("""{"a":{"type":"do_while","body":"${{parent.jobs.gone}}","condition":"x"}}""", "ControlFlowBodyNotExist", "Invalid pipeline job since the body of do_while job a does not exist.")]
    public async Task Put_WhatCannotRun_IsRefusedInTheRecordedWords(string jobs, string code, string message)
    {
        using var service = new PipelineService();
        await service.ComponentAsync("c", "c", """{"i":{"type":"uri_folder"}}""", """{"o":{"type":"uri_folder"}}""");

        RawAnswer answer = await service.Raw.PutJobAsync("p", Bodies.Pipeline(jobs));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.Status, answer.InnerCode), Is.EqualTo((400, code)));
            Assert.That(answer.Error.GetProperty("message").GetString(), Is.EqualTo(message));
            Assert.That(answer.Error.GetProperty("code").GetString(), Is.EqualTo("UserError"));
        }
    }

    [Test]
    public async Task Put_UnknownComponent_IsTheRecorded404()
    {
        using var service = new RawService();
        string id = $"{service.Workspace}/components/hello/versions/non_existent";

        RawAnswer answer = await service.PutJobAsync("p", Bodies.Pipeline($$$"""{"a":{"type":"command","componentId":"{{{id}}}"}}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(404));
            Assert.That(answer.Error.GetProperty("code").GetString(), Is.EqualTo("NotFound"));
            Assert.That(answer.Error.GetProperty("message").GetString(), Is.EqualTo($"key: {id}, Message: Not found component hello (version: non_existent)."));
            Assert.That(answer.Error.GetProperty("additionalInfo").EnumerateArray().Select(static i => i.GetProperty("type").GetString()), Is.EqualTo(new[] { "ComponentName", "Correlation", "Environment", "Location", "Time" }));
        }
    }

    [Test]
    [Category("S42")]
    public async Task Cancel_APipelineThatIsOver_IsTheRecordedError()
    {
        using var service = new PipelineService();
        await service.RunAsync("{}");

        RawAnswer answer = await service.Raw.ArmAsync("POST", "jobs/p/cancel");

        Assert.That((answer.Status, answer.InnerCode), Is.EqualTo((400, "CancelPipelineRunInTerminalStatus")));
        Assert.That(answer.Error.GetProperty("message").GetString(), Is.EqualTo("The pipeline run p is in terminal status, it can't be canceled."));
    }

    [Test]
    [Category("S46")]
    public async Task Put_MoreStepsThanThirtyThousand_IsRefused()
    {
        using var service = new RawService();
        string jobs = $"{{{string.Join(',', Enumerable.Range(0, 30_001).Select(static i => $"\"s{i}\":{{\"type\":\"command\"}}"))}}}";

        RawAnswer answer = await service.PutJobAsync("p", Bodies.Pipeline(jobs));

        Assert.That((answer.Status, answer.InnerCode), Is.EqualTo((400, "TooManySteps")));
    }

    [Test]
    [Category("S42")]
    public async Task Delete_ALivePipeline_TakesItsWholeTree()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("a");
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromDays(1)));
        await service.Raw.PutJobAsync("p", Bodies.Pipeline($$$"""{"a":{{{PipelineService.Step("a")}}}}"""));
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        string child = service.Serverless.Jobs.Single().Children.Single().Name;

        RawAnswer deleted = await service.Raw.ArmAsync("DELETE", "jobs/p");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted.Status, Is.EqualTo(202));
            Assert.That((await service.Raw.ArmAsync("GET", "jobs/p")).Status, Is.EqualTo(404));
            Assert.That((await service.Raw.SendAsync("GET", $"{service.Raw.History}/runs/{child}")).Status, Is.EqualTo(404));
            Assert.That(service.Raw.Engine.Ledger.DedicatedUsed, Is.Zero);
        }
    }

    [Test]
    public async Task Get_AStep_HasNoProperties()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("a");
        InMemoryJob pipeline = await service.RunAsync($$$"""{"a":{{{PipelineService.Step("a")}}}}""");

        JsonElement step = (await service.Raw.ArmAsync("GET", $"jobs/{pipeline.Children.Single().Name}")).Json;

        Assert.That(RawAnswer.Names(step), Is.EqualTo(new[] { "id", "name", "type", "systemData" }));
    }
}
