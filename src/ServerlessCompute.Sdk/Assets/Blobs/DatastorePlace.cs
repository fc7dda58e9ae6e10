using System.Text.Json;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>Where a datastore's blobs are, and how it is entered.</summary>
/// <param name="Name">The datastore's name.</param>
/// <param name="Container">The container's address.</param>
/// <param name="AccountName">The storage account.</param>
/// <param name="HasSecrets">Whether the datastore holds credentials of its own; else each caller comes as himself.</param>
internal sealed record DatastorePlace(string Name, Uri Container, string AccountName, bool HasSecrets)
{
    /// <summary>The workspace's own, where local data goes.</summary>
    public const string WorkspaceBlobStore = "workspaceblobstore";

    /// <exception cref="JobAssetException">The datastore is no blob storage.</exception>
    public static DatastorePlace Read(string name, JsonElement datastore, string storageSuffix)
    {
        string? container = JsonPath.Text(datastore, "properties", "datastoreType") switch
        {
            "AzureBlob" => JsonPath.RequiredText(datastore, "properties", "containerName"),

            // Such an account serves the same files through the blob endpoint.
            "AzureDataLakeGen2" => JsonPath.RequiredText(datastore, "properties", "filesystem"),
            var kind => throw new JobAssetException(
                $"Datastore '{name}' is of type {kind}. Files can be moved to and from AzureBlob and AzureDataLakeGen2 datastores only; mount it in a job instead."),
        };
        string account = JsonPath.RequiredText(datastore, "properties", "accountName");
        string protocol = JsonPath.Text(datastore, "properties", "protocol") ?? "https";
        string endpoint = JsonPath.Text(datastore, "properties", "endpoint") ?? storageSuffix;
        string? credentials = JsonPath.Text(datastore, "properties", "credentials", "credentialsType");
        return new DatastorePlace(name, new Uri($"{protocol}://{account}.blob.{endpoint}/{container}"), account, credentials is not (null or "None"));
    }

    /// <summary>Enters with what the datastore gave out; a signed address is preferred to the account's key, which opens everything.</summary>
    public BlobContainerClient? Open(JsonElement secrets, BlobClientOptions options) => JsonPath.Text(secrets, "secretsType") switch
    {
        "Sas" when JsonPath.Text(secrets, "sasToken") is { Length: > 0 } token =>
            new BlobContainerClient(new UriBuilder(Container) { Query = token.TrimStart('?') }.Uri, options),
        "AccountKey" when JsonPath.Text(secrets, "key") is { Length: > 0 } key =>
            new BlobContainerClient(Container, new StorageSharedKeyCredential(AccountName, key), options),
        _ => null,
    };
}
