using System.Diagnostics;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// A pipeline of 30,000 steps on the in-memory service, from its request to <c>Completed</c>: 300 chains of 100 steps, none of which an
/// earlier one spares, with scripted runs.
/// </summary>
internal sealed class PipelineFigure : Figure
{
    private const int Chains = 300;
    private const int Length = 100;

    public override IReadOnlyList<string> Names => ["engine.pipeline.30000"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 1, runs: 3, RunAsync);
        yield return new Measurement(Names[0], time.TotalSeconds, "s");
    }

    private static async Task RunAsync()
    {
        using var serverless = new InMemoryServerless();
        HttpPipeline pipeline = HttpPipelineBuilder.Build(new Options { Transport = serverless.Transport });
        await PutAsync(pipeline, serverless, "components/c/versions/1", """
            {"properties":{"componentSpec":{"type":"command","command":"echo ${{inputs.i}}","environment":"azureml://registries/azureml/environments/sklearn-1.5/versions/1",
            "inputs":{"i":{"type":"uri_folder","optional":true},"n":{"type":"integer"}},"outputs":{"o":{"type":"uri_folder"}}}}}
            """);
        await PutAsync(pipeline, serverless, "jobs/big", Body());
        await serverless.RunUntilIdleAsync();
        InMemoryJob job = serverless.Jobs.Single();
        if (job.Status != JobStatus.Completed || job.Children.Count != Chains * Length)
        {
            throw new InvalidOperationException($"The pipeline is {job.Status} with {job.Children.Count} steps: the figure would count what was not done.");
        }
    }

    private static string Body()
    {
        var jobs = new StringBuilder();
        for (int chain = 0; chain < Chains; chain++)
        {
            for (int step = 0; step < Length; step++)
            {
                string input = step == 0 ? "" : $$$"""
                    "i":"${{parent.jobs.c{{{chain}}}_{{{step - 1}}}.outputs.o}}",
                    """.Trim();
                jobs.Append(jobs.Length == 0 ? "" : ",").Append($$$"""
                    "c{{{chain}}}_{{{step}}}":{"type":"command","componentId":"azureml:c:1","inputs":{{{{input}}}"n":{{{(chain * Length) + step}}}}}
                    """.Trim());
            }
        }

        return "{\"properties\":{\"jobType\":\"Pipeline\",\"settings\":{\"default_compute\":\"serverless\"},\"jobs\":{" + jobs + "}}}";
    }

    private static async Task PutAsync(HttpPipeline pipeline, InMemoryServerless serverless, string path, string body)
    {
        WorkspaceId workspace = serverless.Workspace;
        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Put;
        message.Request.Uri.Reset(new Uri($"https://management.azure.com/subscriptions/{workspace.SubscriptionId}/resourceGroups/{workspace.ResourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/{workspace.WorkspaceName}/{path}?api-version=2024-04-01"));
        message.Request.Headers.Add("Authorization", "Bearer in-memory");
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(body));
        await pipeline.SendAsync(message, CancellationToken.None);
        if (message.Response.IsError)
        {
            throw new InvalidOperationException(message.Response.Content.ToString());
        }
    }

    private sealed class Options : ClientOptions;
}
