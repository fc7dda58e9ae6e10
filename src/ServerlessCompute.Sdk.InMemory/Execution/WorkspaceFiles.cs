namespace ServerlessCompute;

/// <summary>Where the workspace keeps files: what runs leave behind, and the containers of its datastores.</summary>
internal sealed class WorkspaceFiles
{
    private static readonly TimeSpan SasLifetime = TimeSpan.FromHours(8);
    private static readonly TimeSpan SasSlack = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time;

    public WorkspaceFiles(WorkspaceIdentity workspace, BlobStore store, SasSigner signer, TimeProvider time)
    {
        _time = time;
        Store = store;
        Signer = signer;
        Uris = new DataUris(workspace.StorageAccount, workspace.WorkspaceId, workspace.Name);
        Account = workspace.StorageAccount;
        Artifacts = store.Container(Account, DataUris.Artifacts);
        foreach (string datastore in DataUris.Datastores)
        {
            // A workspace comes with its datastores' containers: clients list and write without making them.
            store.Container(Account, Uris.ContainerOf(datastore)!);
        }
    }

    public BlobStore Store { get; }

    public SasSigner Signer { get; }

    public DataUris Uris { get; }

    public string Account { get; }

    /// <summary>The container of the runs' artifacts.</summary>
    public BlobContainer Artifacts { get; }

    /// <summary>Where a run's artifact is in <see cref="Artifacts"/>.</summary>
    public static string ArtifactPath(string job, string path) => $"{Blob.FolderOfJob}{job}/{path}";

    /// <summary>The address of a run's artifact, good for reading for the service's eight hours.</summary>
    public Uri ArtifactUrl(string job, string path) =>
        Signer.SignBlob(Account, DataUris.Artifacts, ArtifactPath(job, path), SasPermissions.Read, Starts, Expires);

    /// <summary>The address of a container that code is uploaded to.</summary>
    public Uri UploadUrl(string container) =>
        Signer.SignContainer(Account, container, SasPermissions.Read | SasPermissions.Create | SasPermissions.Write | SasPermissions.List, Starts, Expires);

    /// <summary>A token for everything in the account, as <c>listSecrets</c> gives it.</summary>
    public string AccountToken() => Signer.SignAccount(
        Account,
        SasPermissions.Read | SasPermissions.Create | SasPermissions.Write | SasPermissions.Delete | SasPermissions.List | SasPermissions.Add,
        Starts,
        Expires);

    private DateTimeOffset Starts => _time.GetUtcNow() - SasSlack;

    private DateTimeOffset Expires => _time.GetUtcNow() + SasLifetime;
}
