#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Searches hyperparameters: twelve trials of one command, four at once, chosen by a Bayesian optimiser from what earlier trials logged.
// The trials are C# here, so that the search takes no time; serverless.UseLocalProcesses() would run the command itself.
//
// Run it from the repository's root: dotnet run examples/05-sweep.cs

using System.Globalization;
using ServerlessCompute;

var serverless = new InMemoryServerless();
serverless.OnCommand("train.py", async trial =>
{
    // Somebody's training: the accuracy is best near a rate of 0.03 and 200 trees, and comes closer to that with each epoch.
    double rate = double.Parse(trial.TrialParameters["rate"], CultureInfo.InvariantCulture);
    double trees = double.Parse(trial.TrialParameters["trees"], CultureInfo.InvariantCulture);
    double best = 0.97 - (40 * (rate - 0.03) * (rate - 0.03)) - (trees == 200 ? 0 : 0.02);
    for (int epoch = 1; epoch <= 5; epoch++)
    {
        await trial.DelayAsync(TimeSpan.FromMinutes(6));
        trial.LogMetric("accuracy", best * (1 - Math.Pow(0.4, epoch)), epoch);
    }
});
ServerlessComputeClient client = serverless.CreateClient();

// The same command as ever; what is searched stands in its holes.
var rate = Search.Uniform(0.001, 0.2);
var trees = Search.Choice(50, 100, 200);
DataInput data = Input.UriFolder("azureml://datastores/workspaceblobstore/paths/iris/");
SweepJob sweep = Sweep.Over(Command.Run($"python train.py --data {data} --rate {rate} --trees {trees}")
        .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
        .WithResources("Standard_D4_v3"))
    .Maximize("accuracy")
    .WithSampling(Sampling.Bayesian)
    .WithLimits(maxTotalTrials: 12, maxConcurrentTrials: 4, timeout: TimeSpan.FromHours(8));

JobRun run = await client.SubmitAsync(sweep);
JobResult result = await run.WaitForCompletionAsync();
Console.WriteLine(result.Status);

// Every trial with what was drawn for it, the best first.
ValueList<TrialResult> trials = await run.GetTrialsAsync();
foreach (TrialResult trial in trials.Take(3))
{
    Console.WriteLine($"{trial.Metric:F4}  rate {trial.Parameters["rate"]}, trees {trial.Parameters["trees"]}");
}

Console.WriteLine($"{trials.Count} trials; the best is {trials[0].Trial.Name}.");
