using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>The in-memory service's engine and jobs for it, past its front desk or through it.</summary>
internal sealed class EngineJobs : IDisposable
{
    private static readonly KeyValuePair<string, string>[] Headers = [new("Authorization", "Bearer in-memory"), new("Content-Type", "application/json")];

    private readonly JobIntake _intake;
    private readonly string _prefix;
    private int _next;

    public EngineJobs(InMemoryServerlessOptions? options = null)
    {
        Serverless = new InMemoryServerless(options ?? new InMemoryServerlessOptions());
        _intake = new JobIntake(Engine);
        _prefix = $"https://management.azure.com{Engine.Workspace.ArmId}/jobs/";
    }

    public InMemoryServerless Serverless { get; }

    public ServerlessEngine Engine => Serverless.Engine;

    public static byte[] Properties(string command, string? size = null) => Encoding.UTF8.GetBytes(
        $$"""{"jobType":"Command","command":"{{command}}","environmentId":"azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33"{{(size is null ? "" : $",\"resources\":{{\"instanceType\":\"{size}\"}}")}}}""");

    public static byte[] Body(byte[] properties) => [.. "{\"properties\":"u8, .. properties, .. "}"u8];

    public string NextName() => string.Create(CultureInfo.InvariantCulture, $"job-{++_next:0000000}");

    /// <summary>Takes a job in without a request: nothing is parsed but what the job's life reads.</summary>
    public void Accept(byte[] properties)
    {
        lock (Engine.Pacemaker.Gate)
        {
            if (_intake.Accept(NextName(), properties, out _) is { } refusal)
            {
                throw new InvalidOperationException(refusal.Message);
            }
        }
    }

    /// <summary>The same as a request and its answer in bytes.</summary>
    public async Task PutAsync(ReadOnlyMemory<byte> body)
    {
        var request = new EngineRequest("PUT", new Uri($"{_prefix}{NextName()}?api-version=2024-04-01"), Headers, body);
        EngineResponse response = await Engine.FrontDesk.HandleAsync(request, CancellationToken.None);
        if (response.Status != 201)
        {
            throw new InvalidOperationException($"The job was answered with {response.Status}: the figure would count what was not done.");
        }
    }

    public async Task EndAllAsync(int completed)
    {
        await Serverless.RunUntilIdleAsync();
        int found = Engine.Jobs.InOrder.Count(static job => job.Phase == JobPhase.Completed);
        if (found != completed)
        {
            throw new InvalidOperationException($"{found} of {completed} jobs were completed: the figure would count what was not done.");
        }
    }

    public void Dispose() => Serverless.Dispose();
}
