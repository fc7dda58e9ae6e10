#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory
#:project ../src/ServerlessCompute.Sdk.Yaml

// A responsible-AI dashboard for a model: which features it looks at, where it errs, what would have to be different. The components are
// those of the service's own registry; a pipeline starts the dashboard, fills it, and gathers it.
//
// Run it from the repository's root: dotnet run examples/12-responsible-ai.cs

using ServerlessCompute;

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

PipelineJob dashboard = Pipeline.Define("diabetes dashboard", p =>
{
    Port target = p.Input("target_column", "readmitted");
    Port train = p.Input("train", Input.MLTable("azureml:diabetes-train:1"));
    Port test = p.Input("test", Input.MLTable("azureml:diabetes-test:1"));

    // Of a registered component only the service knows the inputs and outputs, so they are named and not checked here.
    StepHandle construct = p.Add("construct", Rai("rai_tabular_insight_constructor")
        .WithInput("title", "Diabetes, readmission within thirty days")
        .WithInput("task_type", "classification")
        .WithInput("model_info", "diabetes-forest:1")
        .WithInput("model_input", Input.MlflowModel("azureml:diabetes-forest:1"))
        .WithInput("train_dataset", train)
        .WithInput("test_dataset", test)
        .WithInput("target_column_name", target));
    Port board = construct["rai_insights_dashboard"];

    StepHandle explain = p.Add("explain", Rai("rai_tabular_explanation").WithInput("comment", "Which features matter").WithInput("rai_insights_dashboard", board));
    StepHandle errors = p.Add("errors", Rai("rai_tabular_erroranalysis").WithInput("rai_insights_dashboard", board).WithInput("max_depth", 4));
    StepHandle whatIf = p.Add("what_if", Rai("rai_tabular_counterfactual").WithInput("rai_insights_dashboard", board).WithInput("total_CFs", 10).WithInput("desired_class", "opposite"));

    StepHandle gather = p.Add("gather", Rai("rai_tabular_insight_gather")
        .WithInput("constructor", board)
        .WithInput("insight_1", explain["explanation"])
        .WithInput("insight_3", whatIf["counterfactual"])
        .WithInput("insight_4", errors["error_analysis"]));

    p.Output("dashboard", gather["dashboard"]);
    p.Output("ux_json", gather["ux_json"]);
});

Console.WriteLine(dashboard.Validate().All.Count == 0 ? "Nothing to complain about." : dashboard.Validate().ToString());

JobRun run = await client.SubmitAsync(dashboard);
Console.WriteLine((await run.WaitForCompletionAsync()).Status);
await foreach (JobChild step in run.GetChildrenAsync())
{
    Console.WriteLine($"- {step.DisplayName}: {step.Status}");
}

// The same as YAML, for a colleague with the command line.
Console.WriteLine(string.Join('\n', dashboard.ToYaml().Split('\n').SkipWhile(line => line != "jobs:").Take(12)));

static CommandStep Rai(string component) => new() { Component = $"azureml://registries/azureml/components/{component}/labels/latest" };
