using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Pipelines are checked as a whole: within pipelines in pipelines, at any size, and without what only the service knows.</summary>
internal sealed class PipelineRulesTests
{
    private const string Environment = "azureml:sklearn:1";

    private static readonly Input Folder = Input.UriFolder("azureml://datastores/lake/paths/taxi/");

    [Test]
    public void Validate_PipelineOfEveryKindOfStep_FindsNothing()
    {
        var rate = Search.Uniform(0.01, 0.1);
        PipelineJob pipeline = Pipeline.Define("taxi", p =>
        {
            Port raw = p.Input("raw", Folder);
            Output clean = Output.UriFolder();
            StepHandle prep = p.Add("prep", Command.Run($"python prep.py --in {raw} --out {clean}").WithEnvironment(Environment).WithResources("Standard_E4s_v3"));
            Port cleaned = prep[clean];
            StepHandle search = p.Add("search", Sweep.Over(Command.Run($"python train.py --data {cleaned} --rate {rate}").WithEnvironment(Environment)).Maximize("auc").WithLimits(maxTotalTrials: 4));
            p.Add("learn", AutoMl.Classification(prep[clean], "y"));
            p.Add("score", new ParallelComponent
            {
                Task = new ParallelTask { EntryScript = "score.py", Environment = Environment, ProgramArguments = "--model ${{inputs.model}}" },
                InputData = "${{inputs.images}}",
                Inputs = [new("images", ComponentInput.UriFolder()), new("model", ComponentInput.UriFolder())],
            }.WithInput("images", raw).WithInput("model", prep[clean]));
            p.Add("spark", Spark.Run("count.py").WithCode("./src").WithResources("standard_e4s_v3", "3.4").WithDriver(1, "2g").WithExecutors(2, 2, "2g"));
            p.Add("copy", new DataTransferComponent { DataCopyMode = DataCopyMode.MergeWithOverwrite, Inputs = [new("a", ComponentInput.UriFolder())], Outputs = [new("b", ComponentOutput.UriFolder())] }.WithInput("a", raw));
            p.Add("inner", Pipeline.Define("inner", q =>
            {
                Port folder = q.Input("folder", Folder);
                q.Add("count", Command.Run($"ls {folder}").WithEnvironment(Environment));
            }).WithInput("folder", raw));
        });

        Assert.That(pipeline.Validate().All, Is.Empty, pipeline.Validate().ToString());
    }

    [Test]
    public void Validate_FaultTwoPipelinesDeep_SaysWhere()
    {
        var inner = new PipelineComponent { Steps = [new("prep", new CommandStep { Component = "azureml:prep:1" }.WithInput("raw", "${{parent.inputs.raw}}"))] };
        var middle = new PipelineComponent { Steps = [new("inner", inner.ToStep())] };
        PipelineJob pipeline = new PipelineJob().WithStep("middle", middle.ToStep()).WithDefaultCompute("serverless");

        Assert.That(
            pipeline.Validate().All.Select(found => (found.Id, found.Path)),
            Is.EqualTo(new[] { ("SC1422", "Steps[\"middle\"].Component.Steps[\"inner\"].Component.Steps[\"prep\"].Inputs[\"raw\"]") }));
    }

    [Test]
    public void Validate_TwoDifferentInputsOfOneNameInAStep_SaysSo()
    {
        Input<double> rate = 0.1;
        var other = new { rate = (Input<double>)0.2 };
        PipelineJob pipeline = Pipeline.Define("taxi", p => p.Add("train", Command.Run($"python train.py {rate} {other.rate}").WithEnvironment(Environment)));

        Assert.That(pipeline.Validate().All.Select(found => (found.Id, found.Path)), Is.EqualTo(new[] { ("SC0107", "Steps[\"train\"].Component.Command") }));
    }

    [Test]
    public void Validate_ChangedTextOfAStep_ForgetsTheHolesItHad()
    {
        Input<double> rate = 0.1;
        var other = new { rate = (Input<double>)0.2 };
        PipelineJob pipeline = Pipeline.Define("taxi", p => p.Add("train", Command.Run($"python train.py {rate} {other.rate}").WithEnvironment(Environment)));
        var step = (CommandStep)pipeline.Steps["train"];
        var component = (CommandComponent)step.Component!.Definition!;

        PipelineJob changed = pipeline.WithStep("train", step.WithComponent(component with { Command = "python train.py ${{inputs.rate}}" }));

        Assert.That(changed.Validate().All, Is.Empty);
    }

    [Test]
    public void Validate_SweepWhoseTrialLacksAHyperparameter_WarnsAtTheStep()
    {
        var trial = new CommandComponent { Command = "python train.py --rate ${{inputs.rate}}", Environment = Environment, Inputs = [new("rate", ComponentInput.Number()), new("depth", ComponentInput.Integer(3))] };
        var sweep = new SweepStep
        {
            Component = trial,
            SearchSpace = [new("rate", Search.Uniform(0, 1)), new("depth", Search.Choice(1, 2))],
            Objective = new SweepObjective { PrimaryMetric = "auc", Goal = Goal.Maximize },
            Limits = new SweepJobLimits { MaxTotalTrials = 4 },
        };

        JobValidationResult result = new PipelineJob().WithStep("search", sweep).WithDefaultCompute("serverless").Validate();

        Assert.That(result.All.Select(found => found.Path), Is.EqualTo(new[] { "Steps[\"search\"].SearchSpace[\"depth\"]" }));
    }

    [Test]
    public void Validate_PipelineComponentByItself_NeedsNoCompute() =>
        Assert.That(new PipelineComponent { Steps = [new("prep", new CommandStep { Component = "azureml:prep:1" })] }.Validate().All, Is.Empty);

    [Test]
    public void Validate_ParallelLoopThatItsBodyReadsFrom_IsACircle()
    {
        PipelineJob pipeline = new PipelineJob()
            .WithStep("train", new CommandStep { Component = "azureml:train:1" }.WithInput("state", "${{parent.jobs.each.outputs.model}}"))
            .WithStep("each", new ParallelForStep { Body = "${{parent.jobs.train}}", Items = "[{}]" })
            .WithDefaultCompute("serverless");

        Assert.That(pipeline.Validate().Errors.Select(error => error.Id), Is.EqualTo(new[] { "SC1425" }));
    }

    [Test]
    public void Validate_CircleOfThree_NamesThemInOrder()
    {
        PipelineJob pipeline = new PipelineJob().WithDefaultCompute("serverless");
        foreach ((string name, string source) in new[] { ("a", "b"), ("b", "c"), ("c", "a"), ("d", "a") })
        {
            pipeline = pipeline.WithStep(name, new CommandStep { Component = "azureml:x:1" }.WithInput("x", $"${{{{parent.jobs.{source}.outputs.y}}}}"));
        }

        Assert.That(pipeline.Validate().Errors.Select(error => error.Message), Is.EqualTo(new[] { "Steps wait for each other in a circle: 'a' waits for 'b' waits for 'c' waits for 'a'." }));
    }

    [Test]
    public void Validate_ThirtyThousandStepsInARow_TakesNoLongTime()
    {
        KeyValuePair<string, PipelineStep>[] steps = [.. Enumerable.Range(0, 30_000).Select(i => KeyValuePair.Create(
            $"s{i}",
            (PipelineStep)new CommandStep { Component = "azureml:x:1" }.WithInput("x", $"${{{{parent.jobs.s{i + 1}.outputs.y}}}}")))];
        PipelineJob pipeline = new PipelineJob { Steps = ValueMap.From(steps) }.WithDefaultCompute("serverless");

        var watch = Stopwatch.StartNew();
        JobValidationResult result = pipeline.Validate();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.All.Select(found => found.Id), Is.EqualTo(new[] { "SC1421" }));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        }
    }
}
