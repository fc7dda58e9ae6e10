using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>A preflight of a command against the service in memory: usage and limits of all families are asked for each time.</summary>
internal sealed class PreflightFigure : Figure
{
    private const int Times = 500;

    public override IReadOnlyList<string> Names => ["preflight"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        using var serverless = new InMemoryServerless();
        ServerlessComputeClient client = serverless.CreateClient();
        CommandJob job = Command.Run("python train.py").WithEnvironment("azureml:env:1").WithTimeout(TimeSpan.FromHours(1));
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 2, runs: 5, async () =>
        {
            for (int i = 0; i < Times; i++)
            {
                PreflightReport report = await client.PreflightAsync(job);
                if (report.Items is not [{ Choice.Size: not null }])
                {
                    throw new UnreachableException("No size was chosen: the figure would count what was not done.");
                }
            }
        });
        yield return new Measurement(Names[0], time.TotalMilliseconds / Times, "ms");
    }
}
