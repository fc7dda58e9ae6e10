using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Pipelines: who runs when, what a failure does, what is spared.</summary>
[TestFixture]
[Category("S48")]
internal sealed class PipelineTests
{
    private const string Out = """{"o":{"type":"uri_folder"}}""";
    private const string In = """{"i":{"type":"uri_folder"}}""";

    [Test]
    public async Task Steps_WithoutBindings_RunAtOnceAndTheRestWhenItsInputsAreThere()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("make", "make", outputs: Out);
        await service.ComponentAsync("join", "join", """{"a":{"type":"uri_folder"},"b":{"type":"uri_folder"}}""");

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"a":{{{{PipelineService.Step("make")}}}},"b":{{{{PipelineService.Step("make", "\"environment_variables\":{\"X\":\"b\"}")}}}},
             "join":{{{{PipelineService.Step("join", "\"inputs\":{\"a\":\"${{parent.jobs.a.outputs.o}}\",\"b\":\"${{parent.jobs.b.outputs.o}}\"}")}}}}}
            """);
        Dictionary<string, InMemoryJob> steps = pipeline.Children.ToDictionary(static c => c.StepName!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(steps["a"].CreatedAt, Is.EqualTo(steps["b"].CreatedAt));
            Assert.That(steps["join"].CreatedAt, Is.EqualTo(new[] { steps["a"].EndedAt, steps["b"].EndedAt }.Max()));
        }
    }

    [TestCase("", "Completed Failed Completed", "the others run")]
    [TestCase("\"continue_on_step_failure\":false", "Canceled Failed", "the others are stopped")]
    public async Task Failure_OfAStep_FailsThePipelineInTheEnd(string setting, string statuses, string why)
    {
        using var service = new PipelineService();
        await service.ComponentAsync("good", "good", outputs: Out);
        await service.ComponentAsync("bad", "bad", outputs: Out);
        await service.ComponentAsync("uses", "uses", In);
        service.Serverless.OnCommand("good", static ctx => ctx.DelayAsync(TimeSpan.FromHours(1))).OnCommand("bad", static ctx => ctx.Fail("no"));

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"slow":{{{{PipelineService.Step("good")}}}},"bad":{{{{PipelineService.Step("bad")}}}},
             "after_bad":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.bad.outputs.o"))}}}},
             "after_good":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.slow.outputs.o"))}}}}}
            """, $"\"settings\":{{\"default_compute\":\"serverless\"{(setting.Length == 0 ? "" : "," + setting)}}}");
        JsonElement details = (await service.Raw.DetailsAsync("p")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Failed));
            Assert.That(string.Join(' ', pipeline.Children.Select(static c => c.Status)), Is.EqualTo(statuses), why);
            Assert.That(pipeline.ErrorCode, Is.EqualTo("PipelineHasStepJobFailed"));
            Assert.That(service.Serverless.History.Where(static e => e.What == "StepSkipped").Select(static e => e.Detail), Does.Contain("after_bad"));
            JsonElement error = details.GetProperty("error").GetProperty("error");
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("ServiceError"));
            Assert.That(error.GetProperty("referenceCode").GetString(), Is.EqualTo("PipelineHasStepJobFailed"));
            Assert.That(error.GetProperty("message").GetString(), Is.EqualTo("Pipeline has some failed steps. See child run or execution logs for more details."));
            Assert.That(error.GetProperty("messageFormat").GetString(), Is.EqualTo("Pipeline has some failed steps. {0}"));
            Assert.That(error.GetProperty("innerError").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    public async Task OptionalInput_OfAFailedStep_IsLeftOut()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("bad", "bad", outputs: Out);
        await service.ComponentAsync("uses", "uses $[[--in ${{inputs.i}}]]", """{"i":{"type":"uri_folder","optional":true}}""");
        service.Serverless.OnCommand("bad", static ctx => ctx.Fail("no"));
        string jobs = $$$$"""{"bad":{{{{PipelineService.Step("bad")}}}},"uses":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.bad.outputs.o"))}}}}}""";

        InMemoryJob goesOn = await service.RunAsync(jobs);
        InMemoryJob stops = await service.RunAsync(jobs, """ "settings":{"default_compute":"serverless","continue_run_on_failed_optional_input":false} """.Trim(), "q");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(goesOn.Children.Select(static c => c.StepName), Is.EqualTo(new[] { "bad", "uses" }));
            Assert.That(stops.Children.Select(static c => c.StepName), Is.EqualTo(new[] { "bad" }));
        }
    }

    [Test]
    public async Task Reuse_OfEqualFinishedSteps_UnlessForcedOrNotDeterministic()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("make", "make", """{"n":{"type":"integer"}}""", Out);
        await service.ComponentAsync("dice", "dice", In, more: "\"is_deterministic\":\"False\"");
        string Jobs(int n) => $$$$"""
            {"make":{{{{PipelineService.Step("make", $"\"inputs\":{{\"n\":{n}}},\"outputs\":{{\"o\":{{\"value\":\"${{{{parent.outputs.result}}}}\",\"type\":\"literal\"}}}}")}}}},
             "dice":{{{{PipelineService.Step("dice", PipelineService.Input("i", "parent.jobs.make.outputs.o"))}}}}}
            """;
        const string Outputs = "\"outputs\":{\"result\":{\"jobOutputType\":\"uri_folder\"}}";

        InMemoryJob first = await service.RunAsync(Jobs(1), Outputs, "p1");
        InMemoryJob second = await service.RunAsync(Jobs(1), Outputs, "p2");
        InMemoryJob other = await service.RunAsync(Jobs(2), Outputs, "p3");
        InMemoryJob forced = await service.RunAsync(Jobs(1), Outputs + ",\"settings\":{\"default_compute\":\"serverless\",\"force_rerun\":true}", "p4");
        JsonElement run = (await service.Raw.SendAsync("GET", $"{service.Raw.History}/runs/{second.Children[0].Name}")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Children.Select(static c => c.ReusedFrom), Is.EqualTo(new[] { first.Children[0].Name, null }));
            Assert.That(service.Serverless.History.Single(static e => e.What == "Reused").Detail, Is.EqualTo(first.Children[0].Name));
            Assert.That(second.Children[0].EndedAt, Is.EqualTo(second.Children[0].CreatedAt), "over at once");
            Assert.That(other.Children[0].ReusedFrom, Is.Null);
            Assert.That(forced.Children[0].ReusedFrom, Is.Null);
            Assert.That(run.GetProperty("properties").GetProperty("azureml.isreused").GetString(), Is.EqualTo("true"));
            Assert.That(run.GetProperty("properties").GetProperty("azureml.reusedrunid").GetString(), Is.EqualTo(first.Children[0].Name));
            Assert.That(run.GetProperty("properties").GetProperty("azureml.reusedpipelinerunid").GetString(), Is.EqualTo("p1"));
            string? Into(InMemoryJob p) => p.Children[1].Body.GetProperty("inputs").GetProperty("i").GetProperty("uri").GetString();
            Assert.That(Into(second), Is.EqualTo(Into(first)), "What a reused step made is where its first run left it.");
        }
    }

    [Test]
    public async Task Nested_PipelineOfAComponent_RunsItsStepsWithItsParentsValues()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("make", "make ${{inputs.n}}", """{"n":{"type":"integer"}}""", Out);
        await service.ComponentAsync("uses", "uses", In);
        await service.SpecAsync("inner", """
            {"type":"pipeline","inputs":{"n":{"type":"integer"}},"outputs":{"r":{"type":"uri_folder"}},"jobs":{
             "deep":{"type":"command","componentId":"azureml:make:1","inputs":{"n":{"value":"${{parent.inputs.n}}","job_input_type":"literal"}},"outputs":{"o":{"value":"${{parent.outputs.r}}","type":"literal"}}}}}
            """);

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"sub":{{{{PipelineService.Step("inner", PipelineService.Input("n", "parent.inputs.count"), "pipeline")}}}},
             "uses":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.sub.outputs.r"))}}}}}
            """, """ "inputs":{"count":{"jobInputType":"literal","value":"7"}} """.Trim());
        InMemoryJob deep = pipeline.Descendants.Single(static d => d.StepName == "deep");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Descendants.Select(static d => d.StepName), Is.EqualTo(new[] { "sub", "deep", "uses" }));
            Assert.That(deep.Parent!.Parent!.Name, Is.EqualTo("p"));
            Assert.That(deep.Body.GetProperty("inputs").GetProperty("n").GetProperty("value").GetString(), Is.EqualTo("7"));
            Assert.That(pipeline.Children[1].Body.GetProperty("inputs").GetProperty("i").GetProperty("uri").GetString(), Is.EqualTo(deep.Body.GetProperty("outputs").GetProperty("o").GetProperty("uri").GetString()));
            Assert.That((await service.Raw.SendAsync("GET", $"{service.Raw.History}/runs/{deep.Name}")).Json.GetProperty("rootRunId").GetString(), Is.EqualTo("p"));
        }
    }

    [Test]
    public async Task InitAndFinalize_RunFirstAndLastWhateverHappens()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("a");
        await service.ComponentAsync("bad", "bad");
        service.Serverless.OnCommand("bad", static ctx => ctx.Fail("no"));

        InMemoryJob pipeline = await service.RunAsync(
            $$$"""{"last":{{{PipelineService.Step("a", "\"environment_variables\":{\"X\":\"1\"}")}}},"bad":{{{PipelineService.Step("bad")}}},"first":{{{PipelineService.Step("a")}}}}""",
            """ "settings":{"default_compute":"serverless","on_init":"first","on_finalize":"last"} """.Trim());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Children.Select(static c => (c.StepName, c.Status)), Is.EqualTo(new[] { ("first", JobStatus.Completed), ("bad", JobStatus.Failed), ("last", JobStatus.Completed) }));
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Failed));
        }
    }

    [Test]
    public async Task Steps_OfEveryKind_BecomeJobsOfThatKind()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("train", "train --lr ${{inputs.lr}}", """{"lr":{"type":"number"},"data":{"type":"uri_folder"}}""", """{"model":{"type":"mlflow_model"}}""");
        await service.SpecAsync("sparky", """{"type":"spark","code":"azureml:/codes/x/versions/1","entry":{"file":"wordcount.py"},"args":"--in ${{inputs.i}}","inputs":{"i":{"type":"uri_folder"}},"outputs":{"o":{"type":"uri_folder"}},"conf":{"spark.executor.instances":2}}""");
        await service.SpecAsync("copy", """{"type":"data_transfer","task":"copy_data","inputs":{"i":{"type":"uri_folder"}},"outputs":{"o":{"type":"uri_folder"}}}""");

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"spark":{{{{PipelineService.Step("sparky", "\"resources\":{\"instance_type\":\"standard_e8s_v3\"}," + PipelineService.Input("i", "parent.inputs.raw"), "spark")}}}},
             "copy":{{{{PipelineService.Step("copy", PipelineService.Input("i", "parent.jobs.spark.outputs.o"), "data_transfer")}}}},
             "sweep":{"type":"sweep","trial":{"componentId":"azureml:train:1"},"inputs":{"data":"${{parent.jobs.copy.outputs.o}}"},"search_space":{"lr":{"type":"uniform","min_value":0.1,"max_value":0.2}},
               "sampling_algorithm":"random","objective":{"goal":"maximize","primary_metric":"accuracy"},"limits":{"max_total_trials":3,"timeout":36000},"queue_settings":{"job_tier":"spot"}},
             "automl":{"type":"automl","task":"text_ner","primary_metric":"accuracy","target_column_name":"label","training_data":"${{parent.inputs.raw}}","limits":{"max_trials":1,"timeout_minutes":60},
               "outputs":{"best_model":{"job_output_type":"mlflow_model"}} } }
            """, """ "inputs":{"raw":{"jobInputType":"uri_folder","uri":"azureml://datastores/workspaceblobstore/paths/raw/"}} """.Trim());
        Dictionary<string, InMemoryJob> steps = pipeline.Children.ToDictionary(static c => c.StepName!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed), pipeline.ErrorMessage);
            Assert.That(steps["spark"].JobType, Is.EqualTo(JobType.Spark));
            Assert.That(steps["spark"].NodeCount, Is.EqualTo(3), "a driver and two executors");
            Assert.That(steps["sweep"].JobType, Is.EqualTo(JobType.Sweep));
            Assert.That(steps["sweep"].Children.Select(static t => t.Command), Is.EqualTo(steps["sweep"].Children.Select(static t => $"train --lr {t.TrialParameters["lr"]}")));
            Assert.That(steps["sweep"].Children.Select(static t => t.Tier), Is.EqualTo(Enumerable.Repeat(JobTier.Spot, 3)));
            Assert.That(steps["automl"].JobType, Is.EqualTo(JobType.AutoML));
            Assert.That(steps["automl"].Children.Single().Placement!.InstanceType, Does.StartWith("Standard_N"), "text takes a GPU");
        }
    }

    [Test]
    public async Task DataTransfer_Copies_WhatItReads()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("make", "make", outputs: Out);
        await service.SpecAsync("copy", """{"type":"data_transfer","task":"copy_data","inputs":{"i":{"type":"uri_folder"}},"outputs":{"o":{"type":"uri_folder"}}}""");
        service.Serverless.OnCommand("make", static ctx => ctx.WriteOutput("o", "sub/a.txt", "hello"));

        InMemoryJob pipeline = await service.RunAsync($$$$$"""
            {"make":{{{{{PipelineService.Step("make")}}}}},"copy":{{{{{PipelineService.Step("copy", PipelineService.Input("i", "parent.jobs.make.outputs.o") + ",\"outputs\":{\"o\":{\"uri\":\"azureml://datastores/workspaceblobstore/paths/backup/\",\"job_output_type\":\"uri_folder\"}}", "data_transfer")}}}}}}
            """);

        Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed));
        Assert.That(service.Raw.Engine.Data.Read("azureml://datastores/workspaceblobstore/paths/backup/").Select(static f => f.RelativePath), Is.EqualTo(new[] { "sub/a.txt" }));
    }

    [Test]
    [Category("S02")]
    [Category("S05")]
    public async Task StepsOwnWord_OnIdentityResourcesAndTier_WinsOverThePipelines()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("a", more: "\"resources\":{\"instance_type\":\"Standard_D2_v3\",\"instance_count\":\"2\"}");

        InMemoryJob pipeline = await service.RunAsync($$$"""
            {"own":{{{PipelineService.Step("a", "\"identity\":{\"identity_type\":\"UserIdentity\"},\"resources\":{\"instance_type\":\"Standard_D4_v3\"},\"queue_settings\":{\"job_tier\":\"Spot\"}")}}},
             "left":{{{PipelineService.Step("a", "\"environment_variables\":{\"X\":\"1\"}")}}}}
            """, "\"identity\":{\"identityType\":\"AMLToken\"}");
        Dictionary<string, InMemoryJob> steps = pipeline.Children.ToDictionary(static c => c.StepName!);
        static string? Identity(InMemoryJob step) => step.Body.GetProperty("identity").GetProperty("identityType").GetString();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((steps["own"].InstanceType, steps["own"].NodeCount, steps["own"].Tier, Identity(steps["own"])), Is.EqualTo(("Standard_D4_v3", 1, JobTier.Spot, "UserIdentity")));
            Assert.That((steps["left"].InstanceType, steps["left"].NodeCount, steps["left"].Tier, Identity(steps["left"])), Is.EqualTo(("Standard_D2_v3", 2, JobTier.Standard, "AMLToken")));
        }
    }

    [Test]
    [Category("S47")]
    public async Task Search_Step_GivesOnWhatItsBestTrialMade()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("train", "train --lr ${{inputs.lr}}", """{"lr":{"type":"number"}}""", """{"model":{"type":"mlflow_model"}}""");
        await service.ComponentAsync("uses", "uses", """{"i":{"type":"mlflow_model"}}""");
        service.Serverless.OnCommand("train", static ctx =>
        {
            ctx.LogMetric("accuracy", double.Parse(ctx.TrialParameters["lr"], System.Globalization.CultureInfo.InvariantCulture));
            ctx.WriteOutput("model", "MLmodel", ctx.JobName);
        });
        var read = new List<string>();
        service.Serverless.OnCommand("uses", ctx => read.Add(ctx.ReadData(ctx.Inputs["i"])["MLmodel"]));

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"sweep":{"type":"sweep","trial":{"componentId":"azureml:train:1"},"search_space":{"lr":{"type":"choice","values":[0.1,0.3,0.2]}},"sampling_algorithm":"grid",
               "objective":{"goal":"maximize","primary_metric":"accuracy"},"limits":{"max_total_trials":3},"outputs":{"model":{"value":"${{parent.outputs.best}}","type":"literal"}} },
             "automl":{"type":"automl","task":"classification","target_column_name":"y","training_data":{"path":"azureml://datastores/workspaceblobstore/paths/t/","type":"mltable"},"limits":{"max_trials":2},
               "outputs":{"best_model":{"job_output_type":"mlflow_model"}} },
             "uses":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.sweep.outputs.model"))}}}},
             "reads":{{{{PipelineService.Step("uses", PipelineService.Input("i", "parent.jobs.automl.outputs.best_model"))}}}}}
            """, "\"outputs\":{\"best\":{\"jobOutputType\":\"mlflow_model\",\"assetName\":\"kept\"}}");
        InMemoryJob sweep = pipeline.Children.Single(static c => c.StepName == "sweep");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed), string.Join('\n', pipeline.Children.Select(static c => c.ErrorMessage)));
            Assert.That(read, Does.Contain(sweep.BestChild!.Name).And.Some.StartsWith("# In-memory run: no model was trained."));
            Assert.That(service.Raw.Engine.Assets.Find(AssetKind.Model, "kept", "1")!.Text("modelUri"u8), Does.Contain(sweep.BestChild.Name), "The pipeline's output is the best trial's.");
        }
    }

    [Test]
    public async Task Job_ThatNamesAPipelineComponent_RunsItsSteps()
    {
        using var service = new PipelineService();
        await service.ComponentAsync("make", "make", """{"n":{"type":"integer"}}""");
        await service.SpecAsync("whole", """{"type":"pipeline","inputs":{"n":{"type":"integer","default":"5"}},"jobs":{"a":{"type":"command","componentId":"azureml:make:1","inputs":{"n":"${{parent.inputs.n}}"}}}}""");

        RawAnswer put = await service.Raw.PutJobAsync("p", """{"properties":{"jobType":"Pipeline","componentId":"azureml:whole:1","settings":{"default_compute":"serverless"}}}""");
        await service.Raw.EndAsync("p");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201), put.Text);
            Assert.That(service.Serverless.Jobs.Single().Children.Single().Body.GetProperty("inputs").GetProperty("n").GetProperty("value").GetString(), Is.EqualTo("5"));
            Assert.That((await service.Raw.PutJobAsync("q", """{"properties":{"jobType":"Pipeline","componentId":"azureml:gone:1"}}""")).Status, Is.EqualTo(404));
        }
    }
}
