#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Every field of the how-to page's full example, and the REST body that the service receives for it.
//
// Run it from the repository's root: dotnet run examples/04-every-field.cs

using System.Text.Encodings.Web;
using System.Text.Json;
using ServerlessCompute;

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

CommandJob job = Command.Run("echo 'hello world'")
    .WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest")
    .WithIdentity(new UserIdentityConfiguration())
    .WithQueueSettings(new QueueSettings { JobTier = JobTier.Standard })
    .WithResources(new ResourceConfiguration { InstanceType = "Standard_E4s_v3", InstanceCount = 1 });

// 'job' is unchanged by what follows: every verb and every 'with' gives another job.
CommandJob spot = job.WithQueueSettings(JobTier.Spot) with { DisplayName = "spot" };

foreach (CommandJob each in (CommandJob[])[job, spot])
{
    JobRun run = await client.SubmitAsync(each);
    JobResult result = await run.WaitForCompletionAsync();
    Print(serverless.Jobs.Single(sent => sent.Name == run.Name).Body);
    Console.WriteLine(result.Status);
}

static void Print(JsonElement body)
{
    using var stream = new MemoryStream();
    using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
    {
        body.WriteTo(writer);
    }

    Console.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
}
