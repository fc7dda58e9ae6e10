using System.Text.RegularExpressions;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// Everything that the client asks the service for, asked of the in-memory service and kept as files, with requests and answers of the one
/// version of the contract whose specification is at hand: for the validator of Azure's own traffic.
/// </summary>
internal static partial class TrafficScenario
{
    /// <param name="folder">Gets a file per exchange.</param>
    /// <param name="corpus">More YAML files to submit, besides those that are always there; null for none.</param>
    public static async Task RecordAsync(string folder, string? corpus)
    {
        using var serverless = new InMemoryServerless();
        ServerlessComputeClientOptions options = new(ServerlessComputeClientOptions.ServiceVersion.V2024_04_01)
        {
            Transport = new RecordingTransport(serverless.Transport, folder, new RecordingOptions { HideWorkspace = false }),
            TimeProvider = serverless.TimeProvider,
            JobNameGenerator = serverless.CreateClientOptions().JobNameGenerator,
        };
        var client = new ServerlessComputeClient(serverless.Workspace, new AnyToken(), options);
        await CorpusAsync(client, SmallCorpus.Files);
        new SmallCorpus().DeleteCopy();
        await CorpusAsync(client, corpus is null ? [] : CorpusFile.In(corpus));
        await LifeAsync(client);
        await AssetsAsync(client);
        await serverless.RunUntilIdleAsync();
        await JobsAsync(client);
        await CapacityAsync(client);
        KeepResourceManager(folder);
    }

    private static async Task CorpusAsync(ServerlessComputeClient client, IReadOnlyList<CorpusFile> files)
    {
        var door = new SdkYaml();
        foreach (CorpusFile file in files)
        {
            try
            {
                await door.SubmitAsync(client, door.Load(file), CancellationToken.None);
            }
            catch (Exception e) when (door.IsRefusal(e) || e is ServerlessRequestException)
            {
                // Files that are there to be refused, and jobs that another version of the contract knows.
            }
        }
    }

    private static async Task LifeAsync(ServerlessComputeClient client)
    {
        CommandJob job = Command.Run("echo cancelled").WithEnvironment("azureml:trees:12").WithName("cancelled");
        JobRun run = await client.SubmitAsync(job);
        await run.CancelAsync();
        await run.UpdateTagsAsync(tags => tags.With("checked", "yes"));
        await run.ArchiveAsync();
        await run.RestoreAsync();
        await client.SubmitAsync(job);
        await Refused(() => client.SubmitAsync(job with { Command = "echo another" }));
        await Refused(() => client.GetJobAsync("no-such-job"));
    }

    private static async Task AssetsAsync(ServerlessComputeClient client)
    {
        EnvironmentAsset environment = await client.RegisterEnvironmentAsync(new EnvironmentAsset { Name = "trees", Version = "12", Image = "python:3.11" });
        await Seen(client.GetEnvironmentsAsync(includeArchived: true));
        await Seen(client.GetEnvironmentVersionsAsync("trees"));
        await client.ArchiveEnvironmentAsync(environment.Reference);
        await client.RestoreEnvironmentAsync(environment.Reference);

        DataAsset data = await client.RegisterDataAsync(new DataAsset { Name = "iris", Version = "1", Path = "azureml://datastores/workspaceblobstore/paths/iris/" });
        await Seen(client.GetDataAssetsAsync());
        await Seen(client.GetDataVersionsAsync("iris"));
        await client.ArchiveDataAsync(data.Reference);

        ModelAsset model = await client.RegisterModelAsync(new ModelAsset { Name = "net", Version = "1", Path = "azureml://datastores/workspaceblobstore/paths/net/" });
        await Seen(client.GetModelsAsync());
        await Seen(client.GetModelVersionsAsync("net"));
        await client.ArchiveModelAsync(model.Reference);

        var echo = new CommandComponent { Name = "echo", Command = "echo", Environment = JobEnvironment.FromImage("python:3.11") };
        ComponentAsset component = await client.RegisterComponentAsync(echo);
        await client.GetComponentAsync(component.Reference);
        await Seen(client.GetComponentsAsync());
        await Seen(client.GetComponentVersionsAsync("echo"));
        await client.ArchiveComponentAsync(component.Reference);

        await Seen(client.GetCodesAsync());
        await Seen(client.GetDatastoresAsync());
        await client.GetDefaultDatastoreAsync();
        await client.CreateDatastoreAsync(new Datastore { Name = "archive", AccountName = "kept", ContainerName = "old" });
        await client.DeleteDatastoreAsync("archive");
    }

    private static async Task JobsAsync(ServerlessComputeClient client)
    {
        await foreach (Job job in client.GetJobsAsync(new JobFilter { IncludeArchived = true }))
        {
            await client.GetJobAsync(job.Name!);
        }
    }

    private static async Task CapacityAsync(ServerlessComputeClient client)
    {
        await Seen(client.GetUsagesAsync());
        await Seen(client.GetQuotasAsync());
        await Seen(client.GetVmSizesAsync());
        await Seen(client.GetComputesAsync());
        ComputeQuota quota = (await client.GetQuotasAsync().ToListAsync())[0];
        await client.UpdateQuotasAsync([quota]);
    }

    private static async Task Seen<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }
    }

    private static async Task Refused(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception e) when (e is ServerlessRequestException or JobConflictException)
        {
            // The refusal is what was wanted.
        }
    }

    /// <summary>
    /// The specification is Resource Manager's: what goes to storage accounts and to the data plane is none of its business. Nor does it know the
    /// addresses at which a running operation is asked after: answers name them (020-cancel-202 and 098-schedule-delete-202 among the recorded).
    /// </summary>
    private static void KeepResourceManager(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            string text = File.ReadAllText(file);
            if (!text.Contains("\"url\": \"https://management.azure.com/", StringComparison.Ordinal) || OperationAddress().IsMatch(text))
            {
                File.Delete(file);
            }
        }
    }

    [GeneratedRegex("\"url\": \"[^\"]*/locations/[^/\"]+/mfeOperation(sStatus|Results)/", RegexOptions.ExplicitCapture)]
    private static partial Regex OperationAddress();

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
