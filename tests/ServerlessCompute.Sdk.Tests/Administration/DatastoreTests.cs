namespace ServerlessCompute;

/// <summary>Datastores, and files moved to and from them.</summary>
internal sealed class DatastoreTests : IDisposable
{
    private const string Place = "azureml://datastores/workspaceblobstore/paths/";

    private readonly InMemoryServerless _serverless = new();
    private readonly FileTree _tree = new FileTree().File("d/a.csv", "1").File("d/n/b.csv", "22").File("one.txt", "333");

    private ServerlessComputeClient Client => _serverless.CreateClient();

    private UploadOptions Options => new() { BaseFolder = _tree.Root };

    public void Dispose()
    {
        _serverless.Dispose();
        _tree.Dispose();
    }

    [Test]
    public async Task GetDatastoresAsync_OfNewWorkspace_ListsItsOwn()
    {
        List<Datastore> datastores = await Client.GetDatastoresAsync().ToListAsync();
        Datastore byDefault = await Client.GetDefaultDatastoreAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(datastores.Select(d => (d.Name, d.Type)), Is.EqualTo(
            [
                ("workspaceblobstore", DatastoreType.AzureBlob), ("workspacefilestore", DatastoreType.AzureFile),
                ("workspaceworkingdirectory", DatastoreType.AzureFile), ("workspaceartifactstore", DatastoreType.AzureBlob),
            ]));
            Assert.That((byDefault.Name, byDefault.IsDefault, byDefault.Credentials.Type), Is.EqualTo(("workspaceblobstore", true, "AccountKey")));
            Assert.That(datastores[1].FileShareName, Is.Not.Null.And.Not.Empty);
            Assert.That(byDefault.At("x/"), Is.EqualTo(Place + "x/"));
        }
    }

    [Test]
    public async Task CreateDatastoreAsync_WithKey_SendsItAndNeverShowsIt()
    {
        var transport = new KeepingTransport(_serverless.Transport);
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        var client = new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options);
        Datastore wanted = Datastore.Blob("lake", "account", "raw", DatastoreCredentials.AccountKey("canary"));

        Datastore made = await client.CreateDatastoreAsync(wanted);
        Datastore read = await client.GetDatastoreAsync("lake");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                transport[$"PUT {_serverless.Workspace}/datastores/lake"],
                Is.EqualTo("""{"properties":{"datastoreType":"AzureBlob","credentials":{"credentialsType":"AccountKey","secrets":{"secretsType":"AccountKey","key":"canary"}},"accountName":"account","containerName":"raw"}}"""));
            Assert.That(read, Is.EqualTo(made));
            Assert.That((read.AccountName, read.ContainerName, read.Credentials.Type), Is.EqualTo(("account", "raw", "AccountKey")));
            Assert.That($"{wanted} {wanted.Credentials} {made}", Does.Not.Contain("canary"));
        }
    }

    [TestCase("Sas", "sasToken")]
    [TestCase("ServicePrincipal", "clientSecret")]
    [TestCase("None", null)]
    public async Task CreateDatastoreAsync_WithOtherCredentials_WritesThemAsTheContractSays(string type, string? secret)
    {
        var transport = new KeepingTransport(_serverless.Transport);
        ServerlessComputeClientOptions options = _serverless.CreateClientOptions();
        options.Transport = transport;
        DatastoreCredentials credentials = type switch
        {
            "Sas" => DatastoreCredentials.Sas("s"),
            "ServicePrincipal" => DatastoreCredentials.ServicePrincipal("t", "c", "s"),
            _ => DatastoreCredentials.None,
        };

        await new ServerlessComputeClient(_serverless.Workspace, new AnyCredential(), options).CreateDatastoreAsync(Datastore.Blob("lake", "a", "c", credentials), skipValidation: true);

        string expected = secret is null ? "\"credentials\":{\"credentialsType\":\"None\"}" : $"\"secrets\":{{\"secretsType\":\"{type}\",\"{secret}\":\"s\"}}";
        Assert.That(transport[$"PUT {_serverless.Workspace}/datastores/lake"], Does.Contain(expected));
    }

    [Test]
    public async Task DeleteDatastoreAsync_OfOneThatWasMade_ForgetsIt()
    {
        await Client.CreateDatastoreAsync(Datastore.Blob("lake", "a", "c"));

        await Client.DeleteDatastoreAsync("lake");

        Assert.That((await Assert.ThrowsAsync<ServerlessRequestException>(() => Client.GetDatastoreAsync("lake")))!.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task UploadAsync_OfFolder_PutsItsFilesThereAndDownloadAsyncBringsThemBack()
    {
        string address = await Client.UploadAsync("d", Place + "raw", Options);
        DownloadedFiles files = await Client.DownloadAsync(address, _tree["out"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(address, Is.EqualTo(Place + "raw/"));
            Assert.That(files.Files.Select(File.ReadAllText), Is.EqualTo(["1", "22"]));
        }
    }

    [TestCase("raw/", "raw/one.txt")]
    [TestCase("raw/renamed.txt", "raw/renamed.txt")]
    [TestCase("renamed.txt", "renamed.txt")]
    public async Task UploadAsync_OfFile_PutsItThere(string place, string at)
    {
        string address = await Client.UploadAsync("one.txt", Place + place, Options);
        DownloadedFiles files = await Client.DownloadAsync(address, _tree["out"]);

        Assert.That((address, File.ReadAllText(files.Files.Single())), Is.EqualTo((Place + at, "333")));
    }

    [Test]
    public async Task UploadAsync_OverSomethingOfTheSameSize_ReplacesIt()
    {
        await Client.UploadAsync("one.txt", Place + "x.txt", Options);
        _tree.File("one.txt", "444");
        await Client.UploadAsync("one.txt", Place + "x.txt", Options);

        Assert.That(File.ReadAllText((await Client.DownloadAsync(Place + "x.txt", _tree["out"])).Files.Single()), Is.EqualTo("444"));
    }

    [Test]
    public async Task UploadAsync_OfMoreThanAllowed_SendsNothing() =>
        await Assert.ThatAsync(() => Client.UploadAsync("d", Place + "raw", Options with { MaxUploadBytes = 2 }), Throws.TypeOf<JobAssetException>().With.Message.Contains("MaxUploadBytes"));

    [Test]
    public async Task UploadAsync_ToNoDatastore_SaysWhatAnAddressLooksLike()
    {
        await Assert.ThatAsync(() => Client.UploadAsync("d", "https://x.test/c", Options), Throws.TypeOf<JobAssetException>().With.Message.Contains("azureml://datastores/NAME/paths/"));
        await Assert.ThatAsync(() => Client.UploadAsync("azureml:d:1", Place, Options), Throws.ArgumentException);
    }
}
