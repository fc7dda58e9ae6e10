#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory
#:package Microsoft.ML

// Trains a real model in a serverless job, without an account: the in-memory service places the job on a VM size, and runs its
// command as a process on this machine. For the cloud, replace one line:
//     ServerlessComputeClient client = new(WorkspaceId.FromConfigFile(), new DefaultAzureCredential());
//
// Run it from the repository's root: dotnet run examples/01-train-iris.cs

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using ServerlessCompute;

string here = Path.GetDirectoryName(ThisFile())!;
string code = await BuildOnceAsync(Path.Combine(here, "train-iris"), Path.Combine(here, "..", "artifacts", "examples", "train-iris"));

await using var serverless = new InMemoryServerless();
serverless.UseLocalProcesses();
ServerlessComputeClient client = serverless.CreateClient();

// The job: its inputs and outputs are C# variables; their names become the names in the command.
DataInput data = Input.UriFile(Path.Combine(here, "data", "iris.csv"));
Input<int> seed = 7;
Output model = Output.CustomModel();
CommandJob job = Command.Run($"dotnet train-iris.dll --data {data} --model {model} --seed {seed}")
    .WithCode(code)
    .WithImage("mcr.microsoft.com/dotnet/runtime:10.0")
    .WithDisplayName("iris, maximum entropy")
    .WithExperimentName("iris");

JobRun run = await client.SubmitAsync(job);
Console.WriteLine($"Submitted {run.Name}");

await foreach (JobEvent e in run.WatchAsync())
{
    Console.WriteLine(e switch
    {
        JobLogLine line => $"  | {line.Line}",
        JobMetricLogged => $"  * {e}",
        _ => $"- {e}",
    });
}

// What is left of a job is a line away: how it ended, its metrics, its model.
JobResult result = await run.WaitForCompletionAsync();
ValueMap<ValueList<MetricPoint>> metrics = await run.GetMetricsAsync();
DownloadedFiles files = await run.DownloadOutputAsync("model", Path.Combine(here, "..", "artifacts", "examples", "iris-model"));

var ml = new MLContext();
ITransformer trained = ml.Model.Load(files.Files.Single(), out DataViewSchema schema);
using PredictionEngine<Flower, Prediction> engine = ml.Model.CreatePredictionEngine<Flower, Prediction>(trained, schema);
Prediction prediction = engine.Predict(new Flower { SepalLength = 5.1f, SepalWidth = 3.4f, PetalLength = 1.5f, PetalWidth = 0.2f });

Console.WriteLine($"A flower of 5.1, 3.4, 1.5 and 0.2 cm is {prediction.Species}.");
Console.WriteLine(result.Status);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {metrics["accuracy"][^1].Value:F2}"));

static string ThisFile([CallerFilePath] string path = "") => path;

// The training program is a project like any other; its output folder is the job's code.
static async Task<string> BuildOnceAsync(string project, string output)
{
    if (!File.Exists(Path.Combine(output, "train-iris.dll")))
    {
        Console.WriteLine("Building the training program (once) …");
        using Process build = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "--output", output, "--use-current-runtime", "--no-self-contained", "--verbosity", "quiet", "-nologo"]))!;
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet publish {project}' failed; its messages are above.");
        }
    }

    return output;
}

internal sealed class Flower
{
    public float SepalLength { get; set; }

    public float SepalWidth { get; set; }

    public float PetalLength { get; set; }

    public float PetalWidth { get; set; }

    public string Species { get; set; } = "";
}

internal sealed class Prediction
{
    [ColumnName("PredictedLabel")]
    public string Species { get; set; } = "";
}
