using System.Text.Json;
using Azure;
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
        string address = await UploadAsync(code, path, progress, cancellationToken).ConfigureAwait(false);
        using JsonDocument registered = await _requests.RegisterAsync(
            "codes", name, Version, writer => WriteBody(writer, $"{address}/{Uri.EscapeDataString(FolderOf(code.Snapshot))}", code.Hash), cancellationToken).ConfigureAwait(false);
        context.PendingUploads.TryRemove(name, out _);
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

    /// <summary>Uploads the files; goes on where an upload of the same code ended that did not come to its end in this process.</summary>
    /// <returns>The container's address.</returns>
    private async Task<string> UploadAsync(CodeNeed code, string path, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        string name = code.Hash.CodeName.ToString();
        if (context.PendingUploads.TryGetValue(name, out PendingUpload? begun))
        {
            try
            {
                await UploadAsync(code, begun, progress, cancellationToken).ConfigureAwait(false);
                return begun.Address;
            }
            catch (JobAssetException e) when (e.InnerException is RequestFailedException { Status: 401 or 403 or 404 })
            {
                // The container is open for some hours only.
                context.PendingUploads.TryRemove(KeyValuePair.Create(name, begun));
            }
        }

        PendingUpload fresh = context.PendingUploads.GetOrAdd(name, await StartUploadAsync(path, cancellationToken).ConfigureAwait(false));
        await UploadAsync(code, fresh, progress, cancellationToken).ConfigureAwait(false);
        return fresh.Address;
    }

    private async Task UploadAsync(CodeNeed code, PendingUpload pending, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        string folder = FolderOf(code.Snapshot);
        var upload = new SnapshotUpload(context, pending.Container, folder.Length == 0 ? "" : folder + "/", code.Snapshot);
        UploadedBlobs there = await upload.FindAsync(cancellationToken).ConfigureAwait(false);
        await upload.CompleteAsync(there, code.Hash.CodeName.ToString(), Version, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PendingUpload> StartUploadAsync(string path, CancellationToken cancellationToken)
    {
        using JsonDocument answer = await _requests.PostAsync(
            path + "/startPendingUpload", WorkspaceRequests.ApiVersion, WritePendingUpload, cancellationToken).ConfigureAwait(false);
        string address = JsonPath.RequiredText(answer.RootElement, "blobReferenceForConsumption", "blobUri").TrimEnd('/');
        BlobContainerClient container = JsonPath.Text(answer.RootElement, "blobReferenceForConsumption", "credential", "sasUri") is { } signed
            ? new BlobContainerClient(new Uri(signed), context.CreateBlobOptions())
            : new BlobContainerClient(new Uri(address), context.Credential, context.CreateBlobOptions());
        return new PendingUpload(container, address);
    }

    private static void WritePendingUpload(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("pendingUploadType", "TemporaryBlobReference");
        writer.WriteEndObject();
    }
}
