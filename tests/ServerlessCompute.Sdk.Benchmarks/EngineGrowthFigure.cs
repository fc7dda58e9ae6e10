namespace ServerlessCompute;

/// <summary>
/// Whether the millionth job costs what the ten-thousandth did: time per job at 1,000,000 over time per job at 10,000, each beside the same
/// 100,000 jobs that wait for quota which others use. Time is that of the processor, the garbage collector's threads included: two times are
/// compared that lie far apart, and what else the machine does in between must not matter. Ten thousand jobs alone would end before the garbage
/// collector first runs, so there are many such runs, whose mean has its share of collections.
/// </summary>
internal sealed class EngineGrowthFigure : Figure
{
    private const int Waiting = 100_000;
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Wave = 10_000;
    private const int Runs = 40;

    public override IReadOnlyList<string> Names => ["engine.growth"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        for (int i = 0; i < 10; i++)
        {
            await SecondsAsync(Few);
        }

        Load.Tell(Names[0]);
        var few = new List<double>();
        for (int i = 0; i < Runs; i++)
        {
            few.Add(await SecondsAsync(Few));
        }

        long allocated = GC.GetTotalAllocatedBytes();
        (int young, int old) = (GC.CollectionCount(0), GC.CollectionCount(2));
        double many = await SecondsAsync(Many);
        Console.Error.WriteLine($"{Names[0]}: {(GC.GetTotalAllocatedBytes() - allocated) / (Many + Waiting)} bytes a job allocated, {GC.CollectionCount(0) - young} collections, {GC.CollectionCount(2) - old} of them whole");
        Console.Error.WriteLine($"{Names[0]}: {few.Average() / Few * 1e6:0.00} and {many / Many * 1e6:0.00} microseconds a job");
        yield return new Measurement(Names[0], many / Many / (few.Average() / Few), "x");
    }

    private static async Task<double> SecondsAsync(int count)
    {
        using var jobs = new EngineJobs();
        jobs.Serverless.Quotas.SetFamily("standardESv3Family", 4);
        jobs.Serverless.Quotas.UseElsewhere("standardESv3Family", 4);
        byte[] stuck = EngineJobs.Properties("python wait.py", "Standard_E4s_v3");
        for (int i = 0; i < Waiting; i++)
        {
            jobs.Accept(stuck);
        }

        await jobs.EndAllAsync(0);
        byte[] body = EngineJobs.Properties("python train.py", "Standard_F4s_v2");
        TimeSpan start = Environment.CpuUsage.TotalTime;
        for (int done = 0; done < count; done += Wave)
        {
            for (int i = 0; i < Wave; i++)
            {
                jobs.Accept(body);
            }

            await jobs.Serverless.RunUntilIdleAsync();
        }

        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        await jobs.EndAllAsync(count);
        return seconds;
    }
}
