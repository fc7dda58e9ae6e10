#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory
#:project ../src/ServerlessCompute.Sdk.Yaml

// A pipeline of three steps: commands in C#, and a component from a YAML file. Each step runs as a process on this machine, and reads what
// the steps before it wrote. Needs python3, and nothing installed into it.
// Needs python3
//
// Run it from the repository's root: dotnet run examples/07-pipeline.cs

using System.Runtime.CompilerServices;
using System.Text.Json;
using ServerlessCompute;

string here = Path.GetDirectoryName(ThisFile())!;
string code = Path.Combine(here, "taxi");
const string Environment = "azureml://registries/azureml/environments/sklearn-1.5/labels/latest";

var serverless = new InMemoryServerless();
serverless.UseLocalProcesses();
ServerlessComputeClient client = serverless.CreateClient();

Component train = Component.Load(Path.Combine(code, "train.yml"));
PipelineJob pipeline = Pipeline.Define("taxi-fares", p =>
{
    Port rides = p.Input("rides", Input.UriFile(Path.Combine(here, "data", "rides.csv")));

    // A command's outputs are found by the variables that stand in it.
    Output clean = Output.UriFolder();
    StepHandle prep = p.Add("prep", Command.Run($"python3 prep.py --rides {rides} --out {clean}").WithCode(code).WithEnvironment(Environment));

    // A component's are found by their names, and are checked: a name that it does not have is an exception here.
    StepHandle fit = p.Add("train", train.WithInput("rides", prep[clean]).WithInput("rate", 0.012));

    Port cleaned = prep[clean];
    Port model = fit["model"];
    Output report = Output.UriFolder();
    StepHandle score = p.Add("score", Command.Run($"python3 score.py --rides {cleaned} --model {model} --report {report}").WithCode(code).WithEnvironment(Environment));

    p.Output("model", fit["model"]);
    p.Output("report", score[report]);
});

// What cannot work is found before anything is sent.
PipelineJob wrong = pipeline.WithStep("train", ((CommandStep)pipeline.Steps["train"]).WithInput("rides", "${{parent.jobs.prep.outputs.cleaned}}").WithInput("rate", 3));
foreach (JobDiagnostic problem in wrong.Validate().Errors)
{
    Console.WriteLine(problem);
}

JobRun run = await client.SubmitAsync(pipeline);
JobResult result = await run.WaitForCompletionAsync();
Console.WriteLine(result.Status);
await foreach (JobChild step in run.GetChildrenAsync())
{
    Console.WriteLine($"- {step.DisplayName}: {step.Status}");
}

DownloadedFiles files = await run.DownloadOutputAsync("report", Path.Combine(here, "..", "artifacts", "examples", "taxi-report"));
using JsonDocument told = JsonDocument.Parse(await File.ReadAllBytesAsync(files.Files.Single()));
Console.WriteLine(FormattableString.Invariant($"{told.RootElement.GetProperty("rides").GetInt32()} rides, {told.RootElement.GetProperty("error").GetDouble():F2} off on average"));

static string ThisFile([CallerFilePath] string path = "") => path;
