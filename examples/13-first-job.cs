#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// The cells of 13-first-job.ipynb as a program.
//
// Run it from the repository's root: dotnet run examples/13-first-job.cs

using ServerlessCompute;

// A first job
//
// A job is described, looked at, sent, watched and read, on the service in memory: no account, no waiting. For the cloud only the client differs:
// `new ServerlessComputeClient(WorkspaceId.FromConfigFile(), new DefaultAzureCredential())`.

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

// The job
//
// The variable in a hole names the input. Nothing is sent yet.

Input<double> learningRate = 0.01;
CommandJob job = Command.Run($"python train.py --lr {learningRate}")
    .WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest")
    .WithResources("Standard_E4s_v3")
    .WithQueueSettings(JobTier.Spot)
    .WithTimeout(TimeSpan.FromHours(2))
    .WithDisplayName("first job");
display(job);

// Before it is sent
//
// What it would get, what that costs, and whether it would wait.

PreflightReport report = await client.PreflightAsync(job);
display(report);

// Sent and watched
//
// What `train.py` does is told in C# here, and takes no time: half an hour of training is over at once.

serverless.OnCommand("train.py", async work =>
{
    for (int epoch = 1; epoch <= 6; epoch++)
    {
        await work.DelayAsync(TimeSpan.FromMinutes(5));
        work.LogMetric("loss", 1.0 / epoch, epoch);
        work.LogMetric("accuracy", 1 - (0.5 / epoch), epoch);
    }

    work.Log("model saved");
});

JobRun run = await client.SubmitAsync(job);
await foreach (JobEvent e in run.WatchAsync())
{
    Console.WriteLine(e);
}

// What came out

JobResult result = await run.WaitForCompletionAsync();
display(result);
display(await run.GetMetricsAsync());

// When it fails
//
// The exception has the error and the last lines of the log; mend the job, and send it again.

serverless.OnCommand("train.py", work =>
{
    work.Log("Traceback: no module named 'sklearn'");
    work.Fail("The command ended with exit code 1.");
});

JobRun failing = await client.SubmitAsync(job with { DisplayName = "failing job" });
try
{
    await failing.WaitForCompletionAsync();
}
catch (JobFailedException e)
{
    Console.WriteLine(e.Message);
    display(e.Result);
}

static void display(object value) => Console.WriteLine(value switch
{
    Job job => job.ToTable(),
    IEnumerable<TrialResult> trials => trials.ToTable(),
    IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToTable(),
    SvgImage picture => $"[{picture.Title}]",
    HtmlFragment html => $"[{html.Title}]",
    _ => value,
});
