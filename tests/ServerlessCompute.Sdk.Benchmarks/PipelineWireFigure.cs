using System.Buffers;

namespace ServerlessCompute;

/// <summary>
/// The request body of a pipeline of 30,000 steps, written from its nouns: 300 chains of 100 steps, each with an edge, a literal, machines
/// of its own and a place in the queue.
/// </summary>
internal sealed class PipelineWireFigure : Figure
{
    private const int Chains = 300;
    private const int Length = 100;
    private const string Workspace = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/vision/providers/Microsoft.MachineLearningServices/workspaces/research";

    private readonly ArrayBufferWriter<byte> _output = new(32 * 1024 * 1024);

    public override IReadOnlyList<string> Names => ["wire.pipeline.30000"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        PipelineJob job = Define();
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 2, runs: 7, () =>
        {
            _output.ResetWrittenCount();
            JobWire.Write(_output, job);
            return Task.CompletedTask;
        });
        yield return new Measurement(Names[0], time.TotalSeconds, "s");
    }

    private static PipelineJob Define() => Pipeline.Define("thirty thousand", pipeline =>
    {
        pipeline.Configure(settings => settings with { DefaultCompute = $"{Workspace}/computes/serverless" });
        Port raw = pipeline.Input("raw", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/raw/"));
        for (int chain = 0; chain < Chains; chain++)
        {
            Port flow = raw;
            for (int number = 0; number < Length; number++)
            {
                StepHandle step = pipeline.Add($"c{chain}_{number}", new CommandStep
                {
                    Component = $"{Workspace}/components/clean/versions/7",
                    Inputs = [new("data", flow), new("number", (chain * Length) + number)],
                    Outputs = [new("clean", Output.UriFolder())],
                    Resources = new ResourceConfiguration { InstanceType = "Standard_D4s_v5", InstanceCount = 1 },
                    QueueSettings = new QueueSettings { JobTier = JobTier.Spot },
                });
                flow = step["clean"];
            }
        }
    });
}
