#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// A Python training script as a serverless job, on the in-memory service.
// Needs python3, and nothing installed into it.
//
// Run it from the repository's root: dotnet run examples/02-python.cs

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ServerlessCompute;

string here = Path.GetDirectoryName(ThisFile())!;

await using var serverless = new InMemoryServerless();
serverless.UseLocalProcesses();
ServerlessComputeClient client = serverless.CreateClient();

DataInput data = Input.UriFile(Path.Combine(here, "data", "iris.csv"));
Output model = Output.UriFolder();
CommandJob job = Command.Run($"python3 train.py --data {data} --model {model} --seed 7")
    .WithCode(Path.Combine(here, "python-iris"))
    .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
    .WithExperimentName("iris");

JobRun run = await client.SubmitAsync(job);
try
{
    JobResult result = await run.WaitForCompletionAsync(new Lines());
    ValueMap<ValueList<MetricPoint>> metrics = await run.GetMetricsAsync();
    DownloadedFiles files = await run.DownloadOutputAsync("model", Path.Combine(here, "..", "artifacts", "examples", "python-model"));

    using JsonDocument centroids = JsonDocument.Parse(await File.ReadAllBytesAsync(files.Files.Single()));
    Console.WriteLine($"The model knows {string.Join(", ", centroids.RootElement.EnumerateObject().Select(species => species.Name))}.");
    Console.WriteLine(result.Status);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"accuracy {metrics["accuracy"][^1].Value:F2}"));
}
catch (JobFailedException e)
{
    Console.WriteLine(e.Message);
}

static string ThisFile([CallerFilePath] string path = "") => path;

// Progress<T> tells on other threads; lines are to come in order.
internal sealed class Lines : IProgress<JobEvent>
{
    public void Report(JobEvent value) => Console.WriteLine(value is JobLogLine ? $"  | {value}" : $"- {value}");
}
