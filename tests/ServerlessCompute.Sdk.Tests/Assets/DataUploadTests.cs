namespace ServerlessCompute;

public sealed class DataUploadTests
{
    private const string FolderHash = "e87bde1f94bbcb1befb688d8ff950cd044e97da3eb302f537f17c4599ea85a59";
    private const string FileHash = "11a1beadfe329e2aacd60e17b29b5e82eb6754d1a9750701749bbe85c51ded33";
    private const string Place = "LocalUpload/" + FolderHash + "/d";

    private static FileTree Tree() => new FileTree().File("d/x.csv", "1\n").File("d/n/y.txt", "2").File("d/n/B").Folder("d/zempty");

    [Test]
    public async Task Submit_OfFolder_UploadsItToThePlaceOfItsHash()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();

        string uri = await Upload(workspace, Input.UriFolder(tree["d"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(uri, Is.EqualTo($"azureml://datastores/workspaceblobstore/paths/{Place}/"));
            Assert.That(workspace.Blobs(), Is.EqualTo([$"{Place}/n/B", $"{Place}/n/y.txt", $"{Place}/x.csv"]));
            Assert.That(workspace.Requests.Take(2), Is.EqualTo(["GET datastores/workspaceblobstore", "POST datastores/workspaceblobstore/listSecrets"]));
            Assert.That(workspace.Body("POST datastores").ToString(), Is.EqualTo("""{"expirableSecret":true,"expireAfterHours":1}"""));
            Assert.That(workspace.Requests[^1], Is.EqualTo($"PUT /azureml-blobstore/{Place}/n/B?comp=metadata"));
        }
    }

    [Test]
    public async Task Submit_OfFile_UploadsItUnderItsName()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();

        string uri = await Upload(workspace, Input.UriFile(tree["d/x.csv"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(uri, Is.EqualTo($"azureml://datastores/workspaceblobstore/paths/LocalUpload/{FileHash}/x.csv"));
            Assert.That(workspace[$"LocalUpload/{FileHash}/x.csv"], Is.EqualTo("1\n"));
        }
    }

    [Test]
    public async Task Submit_OfTable_WritesNoSlash()
    {
        using FileTree tree = Tree();

        Assert.That(await Upload(new AssetWorkspace(), Input.MLTable(tree["d"])), Does.EndWith("/d"));
    }

    [Test]
    public async Task Submit_OfDataThatIsThere_SendsNothing()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        await Upload(workspace, Input.UriFolder(tree["d"]));
        int before = workspace.Requests.Count;

        await Upload(workspace, Input.UriFolder(tree["d"]));

        Assert.That(workspace.Requests.Skip(before).Where(r => r.StartsWith("PUT", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Submit_AfterAnInterruption_GoesOn()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        workspace.Store.Container("stworkspace", "azureml-blobstore").Put($"{Place}/x.csv", BlobContent.FromBytes("1\n"u8.ToArray()));

        await Upload(workspace, Input.UriFolder(tree["d"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.Requests, Has.None.EqualTo($"PUT /azureml-blobstore/{Place}/x.csv"));
            Assert.That(workspace.Blobs().Count(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Submit_OfTreeWhoseHashAnotherTreeHas_TakesAPlaceOfItsOwn()
    {
        // A file moved up out of the folder before it: the hash, which marks no folder's end, does not notice.
        using FileTree before = new FileTree().File("d/a/1.txt", "x").File("d/a/z.txt", "y");
        using FileTree after = new FileTree().File("d/a/1.txt", "x").File("d/z.txt", "y");
        var workspace = new AssetWorkspace();
        string first = await Upload(workspace, Input.UriFolder(before["d"]));

        string second = await Upload(workspace, Input.UriFolder(after["d"]));
        string third = await Upload(workspace, Input.UriFolder(after["d"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hash(after["d"]), Is.EqualTo(Hash(before["d"])), "The trees share a hash.");
            Assert.That(second, Is.Not.EqualTo(first));
            Assert.That(third, Is.EqualTo(second));
            Assert.That(workspace.Blobs().Where(b => second.EndsWith($"{b.Split('/')[1]}/d/", StringComparison.Ordinal)).Select(b => b.Split("/d/")[1]), Is.EqualTo(["a/1.txt", "z.txt"]));
        }
    }

    [TestCase("Sas")]
    [TestCase("AccountKey")]
    [TestCase("Refused")]
    public async Task Submit_ThroughEachDoorOfTheDatastore_Uploads(string secrets)
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { SecretsType = secrets };

        await Upload(workspace, Input.UriFile(tree["d/x.csv"]));

        Assert.That(workspace[$"LocalUpload/{FileHash}/x.csv"], Is.EqualTo("1\n"));
    }

    [Test]
    public async Task Submit_ToDatastoreWithoutCredentials_ComesAsTheCaller()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { DatastoreProperties = """ "credentials": {"credentialsType": "None"} """ };
        string? authorization = null;
        workspace.Intercept = r =>
        {
            authorization = r.Header("Authorization") ?? authorization;
            return null;
        };

        await Upload(workspace, Input.UriFile(tree["d/x.csv"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.Requests, Has.None.Contains("listSecrets"));
            Assert.That(authorization, Is.EqualTo("Bearer token"));
        }
    }

    [Test]
    public async Task Submit_WithAnOlderContract_AsksForSecretsThatDoNotExpire()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace();
        string? query = null;
        workspace.Intercept = r =>
        {
            query = r.Method == "POST" ? r.Uri.Query : query;
            return null;
        };

        await new PlanApplier(workspace.Context with { AsksForExpiringSecrets = false }).ApplyAsync(await Plan(Input.UriFile(tree["d/x.csv"])), null, default);

        Assert.That(query, Is.EqualTo("?api-version=2024-04-01"));
    }

    [Test]
    public async Task Submit_ToDatastoreElsewhere_UsesItsEndpointAndProtocol()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace
        {
            DatastoreProperties = """ "endpoint": "example.test:10443", "protocol": "https", "credentials": {"credentialsType": "AccountKey"} """,
        };
        var hosts = new List<string>();
        workspace.Intercept = r =>
        {
            hosts.Add(r.Uri.Authority);
            return null;
        };

        await Upload(workspace, Input.UriFile(tree["d/x.csv"]));

        Assert.That(hosts.Distinct(), Is.EqualTo(["management.azure.com", "stworkspace.blob.example.test:10443"]));
    }

    [Test]
    public async Task Submit_ToFileShare_IsRefused()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(200, """{"properties":{"datastoreType":"AzureFile"}}""") };

        Assert.That((await Assert.ThrowsAsync<JobAssetException>(() => Upload(workspace, Input.UriFile(tree["d/x.csv"]))))!.Message, Does.Contain("AzureFile"));
    }

    [Test]
    public async Task Submit_ToMissingDatastore_SurfacesTheServicesError()
    {
        using FileTree tree = Tree();
        var workspace = new AssetWorkspace { Intercept = _ => AssetWorkspace.Json(404, """{"error":{"code":"UserError","message":"gone"}}""") };

        Assert.That((await Assert.ThrowsAsync<ServerlessRequestException>(() => Upload(workspace, Input.UriFile(tree["d/x.csv"]))))!.Status, Is.EqualTo(404));
    }

    private static string Hash(string path) =>
        ObjectHash.Compute(SnapshotWalkerTests.Take(path, SnapshotRules.Data), SnapshotRules.Data, CancellationToken.None);

    private static Task<JobPlan> Plan(Input input) => JobPlanner.PlanAsync(Command.Run("x").WithInput("i", input), new PlanScope(AssetWorkspace.Path, "."), CancellationToken.None);

    private static async Task<string> Upload(AssetWorkspace workspace, Input input)
    {
        var job = (CommandJob)await new PlanApplier(workspace.Context).ApplyAsync(await Plan(input), progress: null, CancellationToken.None);
        return ((DataInput)job.Inputs["i"]).Path!.Text;
    }
}
