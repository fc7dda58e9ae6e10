using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// What a finished job keeps, at a million of them, beyond the bytes of its request: each has a command of its own and logged 20 lines of its own.
/// </summary>
internal sealed class EngineMemoryFigure : Figure
{
    private const int Jobs = 1_000_000;
    private const int Wave = 10_000;
    private const int Lines = 20;

    public override IReadOnlyList<string> Names => ["engine.memory"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        Load.Tell(Names[0]);
        using var jobs = new EngineJobs();
        jobs.Serverless.OnCommand(static work =>
        {
            for (int line = 0; line < Lines; line++)
            {
                work.Log(string.Create(CultureInfo.InvariantCulture, $"{work.JobName} epoch {line}"));
            }
        });
        await jobs.PutAsync(EngineJobs.Body(EngineJobs.Properties("python train.py")));
        await jobs.EndAllAsync(1);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long bodies = 0;
        for (int done = 0; done < Jobs; done += Wave)
        {
            for (int i = 0; i < Wave; i++)
            {
                byte[] properties = EngineJobs.Properties(string.Create(CultureInfo.InvariantCulture, $"python train.py --seed {done + i}"));
                bodies += properties.Length;
                await jobs.PutAsync(EngineJobs.Body(properties));
            }

            await jobs.Serverless.RunUntilIdleAsync();
        }

        await jobs.EndAllAsync(Jobs + 1);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        yield return new Measurement(Names[0], (after - before - bodies) / (double)Jobs, "B/job");
        GC.KeepAlive(jobs);
    }
}
