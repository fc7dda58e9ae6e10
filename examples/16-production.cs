#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.Hosting
#:project ../src/ServerlessCompute.Sdk.InMemory
#:package Microsoft.Extensions.Hosting

// A service that submits at night: its client comes from the host, one of five requests goes wrong, and the same night's job is there once,
// however often the program starts. What it did is told in spans; a health check tells whether the workspace can be reached.
//
// Run it from the repository's root: dotnet run examples/16-production.cs

using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using ServerlessCompute;

var serverless = new InMemoryServerless();
serverless.OnCommand("train.py", job => job.DelayAsync(TimeSpan.FromHours(3)));
serverless.Faults
    .Throttle(FaultPlan.First(1).On("PUT", "/jobs/"))
    .LoseAcknowledgements(FaultPlan.Only(1).On("PUT", "/jobs/"))
    .FailRequests(FaultPlan.Rate(0.2), 503);

// OpenTelemetry listens the same way: AddSource(ServerlessComputeTelemetry.ActivitySourceName).
var spans = new List<string>();
ActivitySource.AddActivityListener(new ActivityListener
{
    ShouldListenTo = source => source.Name == ServerlessComputeTelemetry.ActivitySourceName,
    Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    ActivityStopped = span => spans.Add($"{span.OperationName} {span.GetTagItem("azureml.job.status")}".TrimEnd()),
});

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddServerlessCompute(builder.Configuration.GetSection("ServerlessCompute")).UseClient(_ => serverless.CreateClient());
builder.Services.AddLogging().AddHealthChecks().AddServerlessCompute();
using IHost host = builder.Build();
await host.StartAsync();

var client = host.Services.GetRequiredService<ServerlessComputeClient>();
Job nightly = Command.Run("python train.py").WithEnvironment("sklearn:1");
var tonight = new SubmitOptions { OperationId = "2026-01-05" };
JobRun run = await client.SubmitAsync(nightly, tonight);
JobResult result = await run.WaitForCompletionAsync();
JobRun again = await client.SubmitAsync(nightly, tonight);
HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

Console.WriteLine($"{serverless.Jobs.Count} job, {result.Status}; submitted again it was {(again.WasCreated == false ? "there already" : "made anew")}.");
Console.WriteLine($"Health: {health.Status}. {health.Entries["serverless-compute"].Description}");
Console.WriteLine(string.Join(Environment.NewLine, spans));
await host.StopAsync();
