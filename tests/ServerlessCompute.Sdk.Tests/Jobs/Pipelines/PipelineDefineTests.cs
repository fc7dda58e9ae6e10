using System.Reflection;

namespace ServerlessCompute;

/// <summary>Pipelines as they are written in C#.</summary>
internal sealed class PipelineDefineTests
{
    private static readonly CommandComponent _train = new()
    {
        Name = "train",
        Command = "python train.py --data ${{inputs.data}} --rate ${{inputs.rate}} --out ${{outputs.model}}",
        Environment = "azureml:e:1",
        Inputs = [new("data", ComponentInput.UriFolder()), new("rate", ComponentInput.Number(0.5))],
        Outputs = [new("model", ComponentOutput.MlflowModel())],
    };

    [Test]
    public void Define_OfCommandAndComponent_PassesDataBetweenThem()
    {
        PipelineJob pipeline = Pipeline.Define("nyc-taxi", p =>
        {
            Port raw = p.Input("raw", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/taxi/", InputMode.Direct));
            Output clean = Output.UriFolder();
            StepHandle prep = p.Add("prep", Command.Run($"python prep.py --in {raw} --out {clean}").WithCode("./prep").WithEnvironment("azureml:e:1"));
            StepHandle train = p.Add("train", _train.WithInput("data", prep[clean]));
            p.Output("model", train["model"]);
        });

        var prep = (CommandStep)pipeline.Steps["prep"];
        var component = (CommandComponent)prep.Component!.Definition!;
        var train = (CommandStep)pipeline.Steps["train"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.DisplayName, Is.EqualTo("nyc-taxi"));
            Assert.That(pipeline.Settings, Is.EqualTo(new PipelineSettings { DefaultCompute = "serverless" }));
            Assert.That(component.Command, Is.EqualTo("python prep.py --in ${{inputs.raw}} --out ${{outputs.clean}}"));
            Assert.That(component.Code, Is.EqualTo(new AssetPath("./prep")));
            Assert.That(component.Inputs["raw"], Is.EqualTo(ComponentInput.UriFolder(InputMode.Direct)));
            Assert.That(component.Outputs["clean"], Is.EqualTo(ComponentOutput.UriFolder()));
            Assert.That(prep.Inputs["raw"], Is.EqualTo(Input.Literal("${{parent.inputs.raw}}")));
            Assert.That(train.Inputs["data"], Is.EqualTo(Input.Literal("${{parent.jobs.prep.outputs.clean}}")));
            Assert.That(train.Outputs["model"], Is.EqualTo(new Output { Type = default, Path = "${{parent.outputs.model}}" }));
            Assert.That(pipeline.Outputs["model"], Is.EqualTo(Output.MlflowModel()));
        }
    }

    [Test]
    public void Define_LiteralsOfAnInlineStep_AreDefaultsAndValues()
    {
        Input<int> epochs = 3;
        Input<double> rate = 1e-5;
        Input<bool> fast = true;
        Input<string> text = "1";

        PipelineJob pipeline = Pipeline.Define("p", p => p.Add("a", Command.Run($"train {epochs} {rate} {fast} {text}").WithInput("more", 2)));

        var step = (CommandStep)pipeline.Steps["a"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                step.Component!.Definition!.Inputs,
                Is.EqualTo((ValueMap<ComponentInput>)
                [
                    new("epochs", ComponentInput.Integer(3)),
                    new("rate", ComponentInput.Number(1e-5)),
                    new("fast", ComponentInput.Boolean(true)),
                    new("text", ComponentInput.String("1")),
                    new("more", ComponentInput.Integer(2)),
                ]));
            Assert.That(step.Inputs["rate"], Is.EqualTo(Input.Literal("1e-05")));
        }
    }

    [TestCase("${{parent.inputs.rate}}", "number")]
    [TestCase("${{parent.inputs.name}}", "string")]
    [TestCase("${{parent.inputs.table}}", "mltable")]
    [TestCase("${{parent.jobs.first.outputs.file}}", "uri_file")]
    [TestCase("${{parent.jobs.second.outputs.model}}", "mlflow_model")]
    [TestCase("${{parent.jobs.first.inputs.n}}", "integer")]
    [TestCase("${{parent.jobs.registered.outputs.told}}", "uri_file")]
    [TestCase("${{parent.jobs.registered.outputs.any}}", "uri_folder")]
    [TestCase("${{parent.jobs.nobody.outputs.x}}", "uri_folder")]
    public void Define_ReferenceByText_IsOfTheTypeThatItLeadsTo(string reference, string type)
    {
        PipelineJob pipeline = Pipeline.Define("p", p =>
        {
            p.Input("rate", 0.1);
            p.Input("name", "n");
            p.Input("table", Input.MLTable("azureml:t:1"));
            p.Add("first", Command.Run("x").WithInput("n", 1).WithOutput("file", Output.UriFile()));
            p.Add("second", _train);
            p.Add("registered", new CommandStep { Component = "azureml:c:1" }.WithOutput("told", Output.UriFile()));
            p.Add("last", Command.Run("y").WithInput("it", reference));
        });

        Assert.That(((CommandStep)pipeline.Steps["last"]).Component!.Definition!.Inputs["it"].Type.Value, Is.EqualTo(type));
    }

    [Test]
    public void Define_SweepAsAStep_TurnsHyperparametersIntoInputsOfTheTrial()
    {
        SearchSpace lr = Search.LogUniformBetween(1e-4, 1e-1);
        SweepJob sweep = Sweep.Over(Command.Run($"python train.py --lr {lr} --units ${{{{search_space.units}}}}").WithEnvironment("azureml:e:1").WithResources("Standard_E4s_v3", 2))
            .AddSearchSpace("units", Search.Choice(16, 32))
            .Maximize("accuracy")
            .WithLimits(4);

        PipelineJob pipeline = Pipeline.Define("p", p => p.Add("tune", sweep));

        var step = (SweepStep)pipeline.Steps["tune"];
        var trial = (CommandComponent)step.Component!.Definition!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Command, Is.EqualTo("python train.py --lr ${{inputs.lr}} --units ${{inputs.units}}"));
            Assert.That(trial.Inputs, Is.EqualTo((ValueMap<ComponentInput>)[new("lr", ComponentInput.Number()), new("units", ComponentInput.Integer())]));
            Assert.That(step.SearchSpace.Keys, Is.EquivalentTo(["units", "lr"]));
            Assert.That(step.Objective!.PrimaryMetric, Is.EqualTo("accuracy"));
            Assert.That(step.Resources!.InstanceCount, Is.EqualTo(2));
        }
    }

    [Test]
    public void Define_PipelineAsAStep_BecomesAComponent()
    {
        PipelineJob inner = Pipeline.Define("inner", p =>
        {
            Port rate = p.Input("rate", 0.25);
            StepHandle train = p.Add("train", _train.WithInput("rate", rate));
            p.Output("model", train["model"]);
        });

        PipelineJob outer = Pipeline.Define("outer", p =>
        {
            StepHandle nested = p.Add("nested", inner.WithInput("rate", 0.5));
            p.Add("after", Command.Run($"x {nested["model"]}"));
        });

        var step = (SubPipelineStep)outer.Steps["nested"];
        var component = (PipelineComponent)step.Component!.Definition!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(component.Steps.Keys, Is.EqualTo(["train"]));
            Assert.That(component.Inputs["rate"], Is.EqualTo(ComponentInput.Number(0.5)));
            Assert.That(component.Outputs["model"].Type, Is.EqualTo(PortType.MlflowModel));
            Assert.That(component.IsDeterministic, Is.Null);
            Assert.That(step.Inputs["rate"], Is.EqualTo(Input.Literal(0.5)));
            Assert.That(((CommandStep)outer.Steps["after"]).Component!.Definition!.Inputs["model"].Type, Is.EqualTo(PortType.MlflowModel));
        }
    }

    [Test]
    public void Define_ParallelWorkInPlace_BecomesAComponent()
    {
        PipelineJob pipeline = Pipeline.Define("p", p =>
        {
            Port items = p.Input("items", Input.MLTable("azureml:t:1"));
            p.Add("score", new ParallelStep
            {
                Task = new ParallelTask { Code = "./src", EntryScript = "score.py", Environment = "azureml:e:1" },
                InputData = "${{inputs.items}}",
                MiniBatchSize = 10,
                LoggingLevel = ParallelLoggingLevel.Debug,
                Outputs = [new("scores", Output.UriFile())],
            }.WithInput("items", items));
        });

        var component = (ParallelComponent)((ParallelStep)pipeline.Steps["score"]).Component!.Definition!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(component.Task!.EntryScript, Is.EqualTo("score.py"));
            Assert.That(component.MiniBatchSize, Is.EqualTo(10));
            Assert.That(component.Inputs["items"].Type, Is.EqualTo(PortType.MLTable));
            Assert.That(component.Outputs["scores"].Type, Is.EqualTo(PortType.UriFile));
        }
    }

    [Test]
    public void Define_ControlFlow_RefersToItsSteps()
    {
        PipelineJob pipeline = Pipeline.Define("p", p =>
        {
            StepHandle body = p.Add("body", new CommandStep { Component = "azureml:c:1" });
            StepHandle other = p.Add("other", new CommandStep { Component = "azureml:c:1" });
            p.DoWhile("again", body, body["goes_on"], [(body["count"], "count"), (body["count"], "from")], maxIterations: 5);
            p.IfElse("branch", body["good"], [body], [other]);
            p.ParallelFor("each", other, [[new("n", 1), new("file", Input.UriFile("azureml://datastores/d/paths/a.csv"))], [new("n", 0.5), new("file", true)]], maxConcurrency: 2);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Steps["again"], Is.EqualTo(new DoWhileStep
            {
                Body = "${{parent.jobs.body}}",
                Condition = "goes_on",
                Mapping = [new("count", ["count", "from"])],
                Limits = new DoWhileLimits { MaxIterationCount = 5 },
            }));
            Assert.That(pipeline.Steps["branch"], Is.EqualTo(new IfElseStep
            {
                Condition = "${{parent.jobs.body.outputs.good}}",
                TrueBlock = new[] { "${{parent.jobs.body}}" },
                FalseBlock = new[] { "${{parent.jobs.other}}" },
            }));
            Assert.That(
                ((ParallelForStep)pipeline.Steps["each"]).Items,
                Is.EqualTo("""[{"n": 1, "file": {"uri": "azureml://datastores/d/paths/a.csv", "job_input_type": "uri_file"}}, {"n": 0.5, "file": true}]"""));
        }
    }

    [Test]
    public void Define_PortOfAnotherPipeline_IsRefused()
    {
        Port? foreign = null;
        StepHandle? step = null;
        _ = Pipeline.Define("one", p => (foreign, step) = (p.Input("x", 1), p.Add("a", _train)));

        using (Assert.EnterMultipleScope())
        {
            Refuses(p => p.Add("b", Command.Run($"y {foreign!}")), "another pipeline");
            Refuses(p => p.Add("b", _train.WithInput("data", foreign!)), "another pipeline");
            Refuses(p => p.Output("o", step!["model"]), "another pipeline");
            Refuses(p => p.DoWhile("w", step!, null, [], 1), "another pipeline");
            Refuses(p => p.IfElse("i", foreign!, []), "another pipeline");
        }
    }

    [Test]
    public void Define_WhatCannotBe_IsRefusedAtOnce()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                p =>
                {
                    p.Add("a", _train);
                    p.Add("a", _train);
                },
                "a step 'a' already");
            Refuses(
                p =>
                {
                    p.Input("a", 1);
                    p.Input("a", 2);
                },
                "an input 'a' already");
            Refuses(p => _ = p.Add("a", _train)["modle"], "Did you mean 'model'?");
            Refuses(p => _ = p.Add("a", _train)[Output.UriFolder()], "no output of the step");
            Refuses(p => p.Output("o", p.Input("x", 1)), "not the output of a step");
            Assert.That(() => Pipeline.Define("p", p => p.Add("a", new UnknownJob("Quantum"))), Throws.TypeOf<NotSupportedException>());
        }
    }

    [Test]
    public void Define_AsynchronousLambda_DoesNotCompile()
    {
        ObsoleteAttribute? refused = typeof(Pipeline)
            .GetMethod(nameof(Pipeline.Define), [typeof(string), typeof(Func<PipelineBuilder, Task>)])!
            .GetCustomAttribute<ObsoleteAttribute>();

        Assert.That(refused!.IsError);
    }

    [Test]
    public void Add_JobWithWhatNoStepHas_RemembersWhat()
    {
        CommandJob job = Command.Run("x") with { NotificationSettings = new NotificationSettings(), IsArchived = true, Name = "n", ExperimentName = "e" };

        PipelineJob pipeline = Pipeline.Define("p", p => p.Add("a", job));

        Assert.That(((CommandStep)pipeline.Steps["a"]).Refused, Is.EqualTo(["NotificationSettings", "IsArchived"]));
    }

    [Test]
    public void Port_InAHole_IsNamedByItsVariableOrByItself()
    {
        PipelineJob pipeline = Pipeline.Define("p", p =>
        {
            Port mine = p.Input("raw", 1);
            StepHandle first = p.Add("first", _train);
            p.Add("second", Command.Run($"{mine} {first["model"]} {mine.Named("pinned")} {first["model"]}"));
        });

        Assert.That(((CommandStep)pipeline.Steps["second"]).Inputs.Keys, Is.EqualTo(["mine", "model", "pinned"]));
    }

    private static void Refuses(Action<PipelineBuilder> build, string why) =>
        Assert.That(() => Pipeline.Define("p", build), Throws.ArgumentException.With.Message.Contains(why));
}
