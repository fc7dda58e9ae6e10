using System.Text;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>A store with one container behind its service, and the ways to talk to it.</summary>
internal sealed class BlobFixture : IDisposable
{
    public const string Account = "stworkspace";
    public const string ContainerName = "azureml";

    public BlobFixture(int spillThreshold = 1 << 20)
    {
        Store = new BlobStore(Clock, spillThreshold);
        Service = new BlobService(Store, Signer);
        Container = Store.Container(Account, ContainerName);
    }

    public StorageClock Clock { get; } = new();

    public SasSigner Signer { get; } = new("seed");

    public BlobStore Store { get; }

    public BlobService Service { get; }

    public BlobContainer Container { get; }

    /// <summary>The official client with a shared access signature that allows what is given.</summary>
    public BlobContainerClient Client(SasPermissions permissions = SasPermissions.All, string container = ContainerName) =>
        new(Signer.SignContainer(Account, container, permissions, Clock.Now.AddMinutes(-5), Clock.Now.AddHours(8)), Options());

    /// <summary>The official client with the account's key.</summary>
    public BlobContainerClient KeyClient(string? key = null) =>
        new(new Uri($"https://{Account}.blob.core.windows.net/{ContainerName}"), new StorageSharedKeyCredential(Account, key ?? Signer.AccountKey(Account)), Options());

    public BlobClientOptions Options()
    {
        var options = new BlobClientOptions { Transport = new BlobTransport(Service) };
        options.Retry.MaxRetries = 0;
        return options;
    }

    /// <summary>A plain request with a bearer token to a path and query of the account.</summary>
    public EngineResponse Send(string method, string pathAndQuery, string body = "", params (string Name, string Value)[] headers)
    {
        KeyValuePair<string, string>[] all = [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value)), KeyValuePair.Create("Authorization", "Bearer token")];
        return Service.Handle(new EngineRequest(method, new Uri($"https://{Account}.blob.core.windows.net/{pathAndQuery}"), all, Encoding.UTF8.GetBytes(body)));
    }

    public static string Text(BlobContent content) => Encoding.UTF8.GetString(content.Read(0, int.MaxValue).Span);

    public void Dispose() => Store.Dispose();
}
