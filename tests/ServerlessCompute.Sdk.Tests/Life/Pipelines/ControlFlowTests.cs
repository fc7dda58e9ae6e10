namespace ServerlessCompute;

/// <summary>Loops and conditions in pipelines.</summary>
[TestFixture]
[Category("S48")]
internal sealed class ControlFlowTests
{
    [TestCase(10, 4, Description = "It ends when the body says so.")]
    [TestCase(2, 2, Description = "It ends at its limit.")]
    public async Task DoWhile_Body_RunsUntilItsConditionOrTheLimit(int most, int rounds)
    {
        using var service = new PipelineService();
        await service.ComponentAsync("count", "count ${{inputs.n}}", """{"n":{"type":"integer"}}""", """{"more":{"type":"boolean"},"next":{"type":"integer"}}""");
        await service.ComponentAsync("after", "after ${{inputs.n}}", """{"n":{"type":"integer"}}""");
        service.Serverless.OnCommand("count", static ctx =>
        {
            int n = int.Parse(ctx.Inputs["n"], System.Globalization.CultureInfo.InvariantCulture);
            ctx.WriteOutput("more", "", n > 1 ? "True" : "False");
            ctx.WriteOutput("next", "", $"{n - 1}");
        });

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"body":{{{{PipelineService.Step("count", "\"inputs\":{\"n\":4}")}}}},
             "loop":{"type":"do_while","body":"${{parent.jobs.body}}","condition":"more","mapping":{"next":["n"]},"limits":{"max_iteration_count":{{{{most}}}}}},
             "after":{{{{PipelineService.Step("after", PipelineService.Input("n", "parent.jobs.body.outputs.next"))}}}}}
            """);
        InMemoryJob[] bodies = [.. pipeline.Children.Where(static c => c.StepName == "body")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(bodies.Select(static b => b.Body.GetProperty("inputs").GetProperty("n").GetProperty("value").GetString()), Is.EqualTo(Enumerable.Range(0, rounds).Select(static i => $"{4 - i}")));
            Assert.That(pipeline.Children[^1].StepName, Is.EqualTo("after"));
            Assert.That(pipeline.Children[^1].Body.GetProperty("inputs").GetProperty("n").GetProperty("value").GetString(), Is.EqualTo($"{4 - rounds}"));
        }
    }

    [TestCase("true", "check yes")]
    [TestCase("false", "check no")]
    public async Task IfElse_Condition_RunsOneBranch(string value, string ran)
    {
        using var service = new PipelineService();
        await service.ComponentAsync("check", "check", outputs: """{"flag":{"type":"boolean"}}""");
        await service.ComponentAsync("say", "say ${{inputs.s}}", """{"s":{"type":"string"}}""");
        service.Serverless.OnCommand("check", ctx => ctx.WriteOutput("flag", "", value));

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"check":{{{{PipelineService.Step("check")}}}},
             "choose":{"type":"if_else","condition":"${{parent.jobs.check.outputs.flag}}","true_block":"${{parent.jobs.yes}}","false_block":["${{parent.jobs.no}}"]},
             "yes":{{{{PipelineService.Step("say", "\"inputs\":{\"s\":\"y\"}")}}}},"no":{{{{PipelineService.Step("say", "\"inputs\":{\"s\":\"n\"}")}}}}}
            """);

        Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed), "A branch that is not taken is no failure.");
        Assert.That(string.Join(' ', pipeline.Children.Select(static c => c.StepName)), Is.EqualTo(ran));
        Assert.That(service.Serverless.History.Count(static e => e is { JobName: "p", What: "StepNotChosen" }), Is.EqualTo(1));
    }

    [Test]
    public async Task ParallelFor_Items_RunTheBodyForEach()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("train", "train ${{inputs.brand}}", """{"brand":{"type":"string"}}""", """{"m":{"type":"uri_folder"}}""");
        await service.ComponentAsync("gather", "gather", """{"all":{"type":"uri_folder"}}""");
        service.Serverless.OnCommand("train", static async ctx =>
        {
            await ctx.DelayAsync(TimeSpan.FromHours(1));
            ctx.WriteOutput("m", "model.txt", ctx.Inputs["brand"]);
        });
        var gathered = new List<string>();
        service.Serverless.OnCommand("gather", ctx => gathered.AddRange(ctx.ReadData(ctx.Inputs["all"]).Select(static f => $"{f.Key}={f.Value}")));

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"body":{{{{PipelineService.Step("train")}}}},
             "each":{"type":"parallel_for","body":"${{parent.jobs.body}}","items":"[{\"brand\":\"a\"},{\"brand\":\"b\"},{\"brand\":\"c\"}]","max_concurrency":2},
             "gather":{{{{PipelineService.Step("gather", PipelineService.Input("all", "parent.jobs.each.outputs.m"))}}}}}
            """);
        InMemoryJob[] bodies = [.. pipeline.Children.Where(static c => c.StepName == "body")];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(bodies, Has.Length.EqualTo(3));
            Assert.That(bodies[1].CreatedAt, Is.EqualTo(bodies[0].CreatedAt));
            Assert.That(bodies[2].CreatedAt, Is.GreaterThan(bodies[0].CreatedAt), "two at once");
            Assert.That(gathered, Is.EqualTo(new[] { "0/model.txt=a", "1/model.txt=b", "2/model.txt=c" }));
        }
    }

    [Test]
    public async Task Circle_InANestedPipeline_FailsThere()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("a", inputs: """{"i":{"type":"uri_folder"}}""", outputs: """{"o":{"type":"uri_folder"}}""");
        await service.SpecAsync("ring", """
            {"type":"pipeline","jobs":{"x":{"type":"command","componentId":"azureml:a:1","inputs":{"i":"${{parent.jobs.y.outputs.o}}"}},
            "y":{"type":"command","componentId":"azureml:a:1","inputs":{"i":"${{parent.jobs.x.outputs.o}}"}}}}
            """);

        InMemoryJob pipeline = await service.RunAsync($$$"""{"sub":{{{PipelineService.Step("ring", type: "pipeline")}}}}""");

        Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Failed));
        Assert.That(pipeline.Children.Single().ErrorCode, Is.EqualTo("CyclicDependency"));
    }
}
