namespace ServerlessCompute;

/// <summary>Jobs from their coming to <c>Completed</c> in the engine alone, on one core: taken in as objects, and as requests and answers in bytes.</summary>
internal sealed class EngineFigure : Figure
{
    private const int Jobs = 200_000;
    private const int Rounds = 5;

    public override IReadOnlyList<string> Names => ["engine.jobs", "engine.requests"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        // The compiler improves what runs often while it has a core for itself.
        for (int i = 0; i < 3; i++)
        {
            await AcceptAsync();
            await RequestAsync();
        }

        OneCore.Pin();
        Load.Tell(Names[0]);
        yield return new Measurement(Names[0], Jobs / (await Stopwatches.MedianAsync(warmUps: 1, Rounds, AcceptAsync)).TotalSeconds, "jobs/s");
        Load.Tell(Names[1]);
        yield return new Measurement(Names[1], Jobs / (await Stopwatches.MedianAsync(warmUps: 1, Rounds, RequestAsync)).TotalSeconds, "jobs/s");
    }

    private static async Task AcceptAsync()
    {
        using var jobs = new EngineJobs();
        byte[] properties = EngineJobs.Properties("python train.py");
        for (int i = 0; i < Jobs; i++)
        {
            jobs.Accept(properties);
        }

        await jobs.EndAllAsync(Jobs);
    }

    private static async Task RequestAsync()
    {
        using var jobs = new EngineJobs();
        byte[] body = EngineJobs.Body(EngineJobs.Properties("python train.py"));
        for (int i = 0; i < Jobs; i++)
        {
            await jobs.PutAsync(body);
        }

        await jobs.EndAllAsync(Jobs);
    }
}
