namespace ServerlessCompute;

/// <summary>
/// Jobs from submission to <c>Completed</c>, through the client's pipeline and the in-memory service, on one core. What the jobs do is scripted
/// and takes nothing. Some clients wait at the same time, as a program with many jobs does.
/// </summary>
internal sealed class SubmitFigure : Figure
{
    private const int Submitters = 16;
    private const int JobsPerRound = 5_000;
    private const int WarmUps = 6;
    private const int Rounds = 9;

    public override IReadOnlyList<string> Names => ["client.submit-run"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        // The compiler improves what runs often, in the background and in pauses: it gets both before one core has to do everything.
        for (int round = 0; round < WarmUps; round++)
        {
            await RunJobsAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        }

        OneCore.Pin();
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 1, Rounds, RunJobsAsync);
        yield return new Measurement("client.submit-run", JobsPerRound / time.TotalSeconds, "jobs/s");
    }

    private static async Task RunJobsAsync()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand(static _ => { });
        ServerlessComputeClient client = serverless.CreateClient();
        await Task.WhenAll(Enumerable.Range(0, Submitters).Select(submitter => Task.Run(() => SubmitAsync(client, submitter))));

        if (serverless.Jobs.Count(job => job.Status == JobStatus.Completed) != JobsPerRound)
        {
            throw new InvalidOperationException("Not every job was completed: the figure would count what was not done.");
        }
    }

    private static async Task SubmitAsync(ServerlessComputeClient client, int submitter)
    {
        CommandJob job = Command.Run("python train.py").WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/versions/1");
        for (int i = submitter; i < JobsPerRound; i += Submitters)
        {
            JobRun run = await client.SubmitAsync(job);
            await run.WaitForCompletionAsync();
        }
    }
}
