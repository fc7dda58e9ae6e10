namespace ServerlessCompute;

/// <content>What can be wrong with a pipeline, its steps and their components.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> PipelineCases()
    {
        CommandJob job = Command.Run("python train.py").WithEnvironment("sklearn-1.5@latest");
        PipelineJob pipeline = new PipelineJob().WithStep("prep", new CommandStep { Component = "azureml:prep:1" }).WithDefaultCompute("serverless");
        Input folder = Input.UriFolder("azureml://datastores/lake/paths/taxi/");
        var train = new CommandComponent
        {
            Command = "python train.py --data ${{inputs.data}} --rate ${{inputs.rate}} --out ${{outputs.model}}",
            Environment = "azureml:sklearn:1",
            Inputs = [new("data", ComponentInput.UriFolder()), new("rate", ComponentInput.Number(0.5, min: 0, max: 1))],
            Outputs = [new("model", ComponentOutput.MlflowModel())],
        };
        PipelineJob trained = pipeline.WithStep("train", train.WithInput("data", folder));
        var again = new DoWhileStep { Body = "${{parent.jobs.train}}", Limits = new DoWhileLimits { MaxIterationCount = 3 } };
        var each = new ParallelForStep { Body = "${{parent.jobs.train}}", Items = """[{"rate": 0.1}]""" };
        var branch = new IfElseStep { Condition = "${{parent.jobs.prep.outputs.is_good}}", TrueBlock = ["${{parent.jobs.train}}"] };
        var score = new ParallelComponent
        {
            Task = new ParallelTask { EntryScript = "score.py", Environment = "azureml:sklearn:1" },
            InputData = "${{inputs.images}}",
            Inputs = [new("images", ComponentInput.UriFolder())],
        };
        return
        [
            DiagnosticCase.Of("SC1401", "Steps[\"prep\"].Compute", pipeline.WithDefaultCompute(null)),
            DiagnosticCase.Of("SC1402", "Steps", pipeline.WithSteps([])),
            DiagnosticCase.Of("SC1404", "Component", pipeline.WithComponent("azureml:nyc_taxi:1")),
            DiagnosticCase.Of("SC1405", "Inputs[\"raw\"]", pipeline.WithInput("raw", folder)),
            DiagnosticCase.Of("SC1406", "Outputs[\"model\"]", pipeline.WithOutput("model", Output.MlflowModel())),
            DiagnosticCase.Of("SC1411", "Steps[\"Train-2\"]", pipeline.WithStep("Train-2", new CommandStep { Component = "azureml:train:1" })),
            DiagnosticCase.Of("SC1412", "Steps[\"train\"].Component", pipeline.WithStep("train", new CommandStep())),
            DiagnosticCase.Of("SC1412", "Trial", new SweepComponent()),
            DiagnosticCase.Of("SC1413", "Steps[\"train\"]", pipeline.WithStep("train", new UnknownStep("quantum"))),
            DiagnosticCase.Of("SC1414", "Steps[\"train\"]", Pipeline.Define("taxi", p => p.Add("train", job.WithNotificationSettings(new NotificationSettings { Emails = ["me@example.com"], EmailOn = [NotificationEvent.JobFailed] })))),
            DiagnosticCase.Of("SC1421", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", "${{parent.jobs.perp.outputs.clean}}"))),
            DiagnosticCase.Of("SC1421", "Steps[\"check\"].TrueBlock[0]", trained.WithStep("check", branch with { TrueBlock = ["${{parent.jobs.tain}}"] })),
            DiagnosticCase.Of("SC1422", "Steps[\"eval\"].Inputs[\"model\"]", trained.WithStep("eval", new CommandStep { Component = "azureml:eval:1" }.WithInput("model", "${{parent.jobs.train.outputs.modle}}"))),
            DiagnosticCase.Of("SC1422", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", "${{parent.inputs.raw}}"))),
            DiagnosticCase.Of("SC1422", "Steps[\"train\"].Outputs[\"model\"]", pipeline.WithStep("train", train.WithInput("data", folder).WithOutput("model", new Output { Type = default, Path = "${{parent.outputs.best}}" }))),
            DiagnosticCase.Of("SC1423", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", "${{jobs.prep.outputs.clean}}"))),
            DiagnosticCase.Of("SC1424", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", "${{parent.jobs.prep}}"))),
            DiagnosticCase.Of("SC1425", "Steps[\"prep\"]", pipeline.WithStep("prep", new CommandStep { Component = "azureml:prep:1" }.WithInput("state", "${{parent.jobs.train.outputs.model}}")).WithStep("train", train.WithInput("data", "${{parent.jobs.prep.outputs.clean}}"))),
            DiagnosticCase.Of("SC1425", "Steps[\"prep\"]", pipeline.WithStep("prep", new CommandStep { Component = "azureml:prep:1" }.WithInput("state", "${{parent.jobs.prep.outputs.state}}"))),
            DiagnosticCase.Of("SC1426", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithInput("table", Input.MLTable("azureml:taxi:1")).WithStep("train", train.WithInput("data", "${{parent.inputs.table}}"))),
            DiagnosticCase.Of("SC1426", "Steps[\"train\"].Inputs[\"rate\"]", pipeline.WithInput("raw", folder).WithStep("train", train.WithInput("data", "${{parent.inputs.raw}}").WithInput("rate", "${{parent.inputs.raw}}"))),
            DiagnosticCase.Of("SC1431", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.ToStep())),
            DiagnosticCase.Of("SC1431", "Inputs[\"raw\"]", new PipelineJob { Component = new PipelineComponent { Steps = pipeline.WithStep("prep", new CommandStep { Component = "azureml:prep:1" }.WithInput("raw", "${{parent.inputs.raw}}")).Steps, Inputs = [new("raw", ComponentInput.UriFolder())] } }.WithDefaultCompute("serverless")),
            DiagnosticCase.Of("SC1432", "Steps[\"train\"].Inputs[\"epochs\"]", pipeline.WithStep("train", train.WithInput("data", folder).WithInput("epochs", 10))),
            DiagnosticCase.Of("SC1433", "Steps[\"train\"].Outputs[\"log\"]", pipeline.WithStep("train", train.WithInput("data", folder).WithOutput("log", Output.UriFile()))),
            DiagnosticCase.Of("SC1434", "Steps[\"train\"].Inputs[\"rate\"]", pipeline.WithStep("train", train.WithInput("data", folder).WithInput("rate", 2.5))),
            DiagnosticCase.Of("SC1434", "Steps[\"train\"].Inputs[\"rate\"]", pipeline.WithStep("train", train.WithInput("data", folder).WithInput("rate", "fast"))),
            DiagnosticCase.Of("SC1434", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", "taxi"))),
            DiagnosticCase.Of("SC1434", "Steps[\"train\"].Inputs[\"data\"]", pipeline.WithStep("train", train.WithInput("data", Input.MLTable("azureml:taxi:1")))),
            DiagnosticCase.Of("SC1441", "Steps[\"again\"].Body", trained.WithStep("again", again with { Body = "${{parent.jobs.tran}}" })),
            DiagnosticCase.Of("SC1441", "Steps[\"each\"].Body", trained.WithStep("each", each with { Body = null })),
            DiagnosticCase.Of("SC1442", "Steps[\"again\"].Limits.MaxIterationCount", trained.WithStep("again", again with { Limits = new DoWhileLimits { MaxIterationCount = 5000 } })),
            DiagnosticCase.Of("SC1442", "Steps[\"each\"].MaxConcurrency", trained.WithStep("each", each with { MaxConcurrency = 0 })),
            DiagnosticCase.Of("SC1443", "Steps[\"again\"].Condition", trained.WithStep("again", again with { Condition = "is_good" })),
            DiagnosticCase.Of("SC1443", "Steps[\"again\"].Mapping[\"model\"][0]", trained.WithStep("again", again with { Mapping = [new("model", ["start"])] })),
            DiagnosticCase.Of("SC1443", "Steps[\"each\"].Items", trained.WithStep("each", each with { Items = """[{"rates": 0.1}]""" })),
            DiagnosticCase.Of("SC1444", "Steps[\"check\"].TrueBlock", trained.WithStep("check", branch with { TrueBlock = [] })),
            DiagnosticCase.Of("SC1445", "Steps[\"check\"].Condition", trained.WithStep("check", branch with { Condition = default })),
            DiagnosticCase.Of("SC1446", "Steps[\"each\"].Items", trained.WithStep("each", each with { Items = "0.1, 0.2" })),
            DiagnosticCase.Of("SC1451", "Settings.OnInit", trained.WithSettings(new PipelineSettings { DefaultCompute = "serverless", OnInit = "perp" })),
            DiagnosticCase.Of("SC1452", "Settings", trained.WithSettings(new PipelineSettings { DefaultCompute = "serverless", OnInit = "prep", OnFinalize = "prep" })),
            DiagnosticCase.Of("SC1453", "Settings.OnInit", pipeline.WithStep("train", train.WithInput("data", "${{parent.jobs.prep.outputs.clean}}")).WithSettings(new PipelineSettings { DefaultCompute = "serverless", OnInit = "prep" })),
            DiagnosticCase.Of("SC1454", "Settings.OnFinalize", trained.WithStep("again", again).WithSettings(new PipelineSettings { DefaultCompute = "serverless", OnFinalize = "again" })),
            DiagnosticCase.Of("SC1455", "Settings", pipeline.WithSettings(new PipelineSettings { DefaultCompute = "serverless", OnInit = "prep" })),
            DiagnosticCase.Of("SC1456", "Steps[\"inner\"].Component.Settings", pipeline.WithStep("inner", new PipelineComponent { Steps = trained.Steps, Settings = new PipelineSettings { OnInit = "prep" } }.ToStep())),
            DiagnosticCase.Of("SC1502", "Inputs[\"data\"].Type", train with { Inputs = train.Inputs.With("data", new ComponentInput { Type = "uri_foldr" }) }),
            DiagnosticCase.Of("SC1502", "Outputs[\"model\"].Type", train with { Outputs = [new("model", new ComponentOutput { Type = "onnx" })] }),
            DiagnosticCase.Of("SC1503", "Inputs[\"rate\"].Default", train with { Inputs = train.Inputs.With("rate", ComponentInput.Number(2, min: 0, max: 1)) }),
            DiagnosticCase.Of("SC1503", "Inputs[\"rate\"].Default", train with { Inputs = train.Inputs.With("rate", ComponentInput.OneOf(["slow", "fast"], "medium")) }),
            DiagnosticCase.Of("SC1504", "Inputs[\"rate\"]", train with { Inputs = train.Inputs.With("rate", ComponentInput.Number(min: 1, max: 0)) }),
            DiagnosticCase.Of("SC1504", "Inputs[\"rate\"]", train with { Inputs = train.Inputs.With("rate", ComponentInput.String() with { Min = "0" }) }),
            DiagnosticCase.Of("SC1505", "Outputs[\"model\"].EarlyAvailable", train with { Outputs = [new("model", ComponentOutput.MlflowModel() with { EarlyAvailable = true })] }),
            DiagnosticCase.Of("SC1511", "Task", score with { Task = null }),
            DiagnosticCase.Of("SC1511", "Task.EntryScript", score with { Task = score.Task with { EntryScript = null } }),
            DiagnosticCase.Of("SC1512", "InputData", score with { InputData = "${{inputs.image}}" }),
            DiagnosticCase.Of("SC1512", "InputData", score with { InputData = null }),
            DiagnosticCase.Of("SC1513", "Outputs", new DataTransferComponent { Inputs = score.Inputs }),
            DiagnosticCase.Of("SC1513", "Source", new DataTransferComponent { Task = DataTransferTask.ImportData }),
            DiagnosticCase.Of("SC1513", "Sink", new DataTransferComponent { Task = DataTransferTask.ExportData }),
            DiagnosticCase.Of("SC0102", "Command", train with { Command = "python train.py --data ${{inputs.date}} ${{inputs.rate}} ${{outputs.model}}" }),
            DiagnosticCase.Of("SC0401", "Environment", train with { Environment = null }),
            DiagnosticCase.Of("SC0401", "Task.Environment", score with { Task = score.Task with { Environment = null } }),
            DiagnosticCase.Of("SC0102", "Steps[\"score\"].Component.Task.ProgramArguments", pipeline.WithStep("score", (score with { Task = score.Task with { ProgramArguments = "${{inputs.labels}}" } }).WithInput("images", folder))),
            DiagnosticCase.Of("SC0501", "Steps[\"train\"].Resources.InstanceCount", pipeline.WithStep("train", new CommandStep { Component = "azureml:train:1", Resources = new ResourceConfiguration { InstanceCount = 0 } })),
        ];
    }
}
