#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// The cells of 14-sweep-pictures.ipynb as a program.
//
// Run it from the repository's root: dotnet run examples/14-sweep-pictures.cs

using System.Globalization;
using ServerlessCompute;

// A search for hyperparameters, in pictures
//
// Twenty-four trials of one command, six at once. What is searched stands in the command's holes.

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

// Somebody's training: the accuracy is best near a rate of 0.03, with adam and 200 trees.
serverless.OnCommand("train.py", async trial =>
{
    double tried = double.Parse(trial.TrialParameters["rate"], CultureInfo.InvariantCulture);
    double best = 0.97 - (0.1 * Math.Abs(Math.Log10(tried / 0.03))) - (trial.TrialParameters["trees"] == "200" ? 0 : 0.02) - (trial.TrialParameters["optimizer"].Contains("adam") ? 0 : 0.03);
    for (int epoch = 1; epoch <= 8; epoch++)
    {
        await trial.DelayAsync(TimeSpan.FromMinutes(6));
        trial.LogMetric("accuracy", best * (1 - Math.Pow(0.5, epoch)), epoch);
    }
});

var rate = Search.LogUniformBetween(0.001, 0.2);
var trees = Search.Choice(50, 100, 200);
var optimizer = Search.Choice("adam", "sgd", "rmsprop");
SweepJob sweep = Sweep.Over(Command.Run($"python train.py --rate {rate} --trees {trees} --optimizer {optimizer}")
        .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
        .WithResources("Standard_D4_v3"))
    .Maximize("accuracy")
    .WithSampling(Sampling.Random with { Seed = 7 })
    .WithLimits(maxTotalTrials: 24, maxConcurrentTrials: 6, timeout: TimeSpan.FromHours(12));
display(sweep);

// Before it is sent
//
// A sweep asks for as many machines as it has trials at once.

display(await client.PreflightAsync(sweep));

// The trials
//
// Each line is a trial, from what was drawn for it to what it reached; the best is in a colour of its own.

JobRun run = await client.SubmitAsync(sweep);
await run.WaitForCompletionAsync();
ValueList<TrialResult> trials = await run.GetTrialsAsync();
display(trials.ToHtml("accuracy"));

// How the best of them learned

var curves = new List<KeyValuePair<string, ValueList<MetricPoint>>>();
foreach (TrialResult trial in trials.Take(5))
{
    ValueMap<ValueList<MetricPoint>> metrics = await trial.Trial.Run.GetMetricsAsync();
    curves.Add(new(trial.Trial.Name, metrics["accuracy"]));
}

display(curves.ToOneChart("accuracy of the five best trials"));

// When they ran
//
// Six at once, each for three quarters of an hour.

display(await run.GetTreeAsync());

static void display(object value) => Console.WriteLine(value switch
{
    Job job => job.ToTable(),
    IEnumerable<TrialResult> trials => trials.ToTable(),
    IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToTable(),
    SvgImage picture => $"[{picture.Title}]",
    HtmlFragment html => $"[{html.Title}]",
    _ => value,
});
