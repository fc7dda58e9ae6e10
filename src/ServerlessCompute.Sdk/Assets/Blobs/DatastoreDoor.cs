using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>
/// Opens the containers behind datastores. Lives as long as one submission or download: what it holds is signed for an hour.
/// </summary>
internal sealed class DatastoreDoor(AssetContext context)
{
    /// <summary>The oldest contract in which secrets can be asked to expire.</summary>
    public const string ExpiringSecretsVersion = "2024-10-01-preview";

    private readonly WorkspaceRequests _requests = new(context);
    private readonly ConcurrentDictionary<string, Lazy<Task<BlobContainerClient>>> _open = new(StringComparer.Ordinal);

    /// <exception cref="ServerlessRequestException">There is no such datastore, or the caller may not see it.</exception>
    /// <exception cref="JobAssetException">The datastore is no blob storage.</exception>
    public Task<BlobContainerClient> OpenAsync(string datastore, CancellationToken cancellationToken) =>
        _open.GetOrAdd(datastore, name => new Lazy<Task<BlobContainerClient>>(() => OpenAnewAsync(name, cancellationToken))).Value;

    private async Task<BlobContainerClient> OpenAnewAsync(string name, CancellationToken cancellationToken)
    {
        string path = $"datastores/{Uri.EscapeDataString(name)}";
        using JsonDocument answer = await _requests.GetAsync(path, cancellationToken).ConfigureAwait(false);
        DatastorePlace datastore = DatastorePlace.Read(name, answer.RootElement, context.StorageSuffix);
        BlobContainerClient? withSecrets = datastore.HasSecrets ? await EnterAsync(datastore, path, cancellationToken).ConfigureAwait(false) : null;
        return withSecrets ?? new BlobContainerClient(datastore.Container, context.Credential, context.CreateBlobOptions());
    }

    private async Task<BlobContainerClient?> EnterAsync(DatastorePlace datastore, string path, CancellationToken cancellationToken)
    {
        try
        {
            bool expiring = context.AsksForExpiringSecrets;
            using JsonDocument secrets = await _requests.PostAsync(
                path + "/listSecrets", expiring ? ExpiringSecretsVersion : WorkspaceRequests.ApiVersion, expiring ? WriteExpiry : null, cancellationToken).ConfigureAwait(false);
            return datastore.Open(secrets.RootElement, context.CreateBlobOptions());
        }
        catch (ServerlessRequestException e) when (e.Status is 401 or 403)
        {
            // Who may not see secrets may still be allowed to the data.
            return null;
        }
    }

    private static void WriteExpiry(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("expirableSecret", true);
        writer.WriteNumber("expireAfterHours", 1);
        writer.WriteEndObject();
    }
}
