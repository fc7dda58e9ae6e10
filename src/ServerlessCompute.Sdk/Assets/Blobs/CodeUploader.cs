using System.Text.Json;
using Azure.Storage.Blobs;

namespace ServerlessCompute;

/// <summary>Brings code into the workspace: found by its hash if anybody uploaded it before, else uploaded and registered.</summary>
internal sealed class CodeUploader(AssetContext context)
{
    public const string Version = "1";

    private readonly WorkspaceRequests _requests = new(context);

    /// <returns>The code's resource id.</returns>
    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<string> EnsureAsync(CodeNeed code, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        string name = code.Hash.CodeName.ToString();
        if (await FindAsync(name, code.Hash, cancellationToken).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        string path = $"codes/{name}/versions/{Version}";
        (BlobContainerClient container, string address) = await StartUploadAsync(path, cancellationToken).ConfigureAwait(false);
        string folder = FolderOf(code.Snapshot);
        var upload = new SnapshotUpload(container, folder.Length == 0 ? "" : folder + "/", code.Snapshot);
        UploadedBlobs there = await upload.FindAsync(cancellationToken).ConfigureAwait(false);
        await upload.CompleteAsync(there, name, Version, progress, cancellationToken).ConfigureAwait(false);

        using JsonDocument registered = await _requests.PutAsync(
            path, writer => WriteBody(writer, $"{address}/{Uri.EscapeDataString(folder)}", code.Hash), cancellationToken).ConfigureAwait(false);
        return JsonPath.RequiredText(registered.RootElement, "id");
    }

    /// <summary>The folder in the container; a file alone needs none.</summary>
    public static string FolderOf(Snapshot code) => code.IsFile ? "" : code.Name;

    public static void WriteBody(Utf8JsonWriter writer, string codeUri, ContentHash hash)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("properties");
        writer.WriteString("codeUri", codeUri);
        writer.WriteBoolean("isAnonymous", true);
        writer.WriteStartObject("properties");
        writer.WriteString("hash_sha256", hash.Hex);
        writer.WriteString("hash_version", ContentHash.Version);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The service compares the hash with all code of the workspace, whatever name is in the path.</summary>
    private async Task<string?> FindAsync(string name, ContentHash hash, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument answer = await _requests.GetAsync(
                $"codes/{name}/versions", [("hash", hash.Hex), ("hashVersion", ContentHash.Version)], cancellationToken).ConfigureAwait(false);
            return JsonPath.FirstItem(answer.RootElement) is { } item ? JsonPath.Text(item, "id") : null;
        }
        catch (ServerlessRequestException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private async Task<(BlobContainerClient Container, string Address)> StartUploadAsync(string path, CancellationToken cancellationToken)
    {
        using JsonDocument answer = await _requests.PostAsync(
            path + "/startPendingUpload", WorkspaceRequests.ApiVersion, WritePendingUpload, cancellationToken).ConfigureAwait(false);
        string address = JsonPath.RequiredText(answer.RootElement, "blobReferenceForConsumption", "blobUri").TrimEnd('/');
        BlobContainerClient container = JsonPath.Text(answer.RootElement, "blobReferenceForConsumption", "credential", "sasUri") is { } signed
            ? new BlobContainerClient(new Uri(signed), context.CreateBlobOptions())
            : new BlobContainerClient(new Uri(address), context.Credential, context.CreateBlobOptions());
        return (container, address);
    }

    private static void WritePendingUpload(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("pendingUploadType", "TemporaryBlobReference");
        writer.WriteEndObject();
    }
}
