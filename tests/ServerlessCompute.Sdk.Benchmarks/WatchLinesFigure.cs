using System.Diagnostics;
using System.Globalization;

namespace ServerlessCompute;

/// <summary>Lines of a log through a watch, from the storage's bytes to the events that a program reads.</summary>
internal sealed class WatchLinesFigure : Figure
{
    private const int Lines = 400_000;

    public override IReadOnlyList<string> Names => ["watch.lines"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", static job =>
        {
            for (int i = 0; i < Lines; i++)
            {
                job.Log(string.Create(CultureInfo.InvariantCulture, $"step {i,7} loss 0.{i % 1000:000} learning rate 0.001"));
            }
        });
        JobRun run = await serverless.CreateClient().SubmitAsync(Command.Run("train").WithEnvironment("e:1"));
        await run.WaitForCompletionAsync();
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 2, runs: 5, async () =>
        {
            int seen = 0;
            await foreach (JobEvent e in run.WatchAsync())
            {
                seen += e is JobLogLine { Line: ['s', 't', 'e', 'p', ..] } ? 1 : 0;
            }

            if (seen != Lines)
            {
                throw new UnreachableException($"{seen} lines were told of {Lines}: the figure would count what was not done.");
            }
        });
        yield return new Measurement(Names[0], Lines / time.TotalSeconds, "lines/s");
    }
}
