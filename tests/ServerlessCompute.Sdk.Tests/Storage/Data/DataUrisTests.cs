using System.Text;

namespace ServerlessCompute;

/// <summary>Which URIs name which place, and what lies there.</summary>
[TestFixture]
internal sealed class DataUrisTests
{
    private const string Id = "3bd2018e-4b43-401e-ad49-85df181c9e0a";
    private const string Long = "azureml://subscriptions/s/resourcegroups/rg/workspaces/ws/datastores";

    private readonly DataUris _uris = new("account", Id, "ws");

    [TestCase("azureml://datastores/workspaceblobstore/paths/iris/iris.csv", "account", $"azureml-blobstore-{Id}", "iris/iris.csv")]
    [TestCase("azureml://datastores/workspaceblobstore/paths/iris/", "account", $"azureml-blobstore-{Id}", "iris/")]
    [TestCase("azureml://datastores/workspaceblobstore/paths/", "account", $"azureml-blobstore-{Id}", "")]
    [TestCase("azureml://datastores/workspaceblobstore/paths", "account", $"azureml-blobstore-{Id}", "")]
    [TestCase("azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.job/model", "account", "azureml", "ExperimentRun/dcid.job/model")]
    [TestCase("azureml://datastores/workspacefilestore/paths/x", "account", $"azureml-filestore-{Id}", "x")]
    [TestCase("azureml://datastores/workspaceworkingdirectory/paths/x", "account", $"code-{Id}", "x")]
    [TestCase("azureml://datastores/workspaceblobstore/paths/a b%20c", "account", $"azureml-blobstore-{Id}", "a b%20c")]
    [TestCase("AzureML://Datastores/workspaceblobstore/Paths/x", "account", $"azureml-blobstore-{Id}", "x")]
    [TestCase($"{Long}/workspaceblobstore/paths/x", "account", $"azureml-blobstore-{Id}", "x")]
    [TestCase("azureml://subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/WS/datastores/workspaceblobstore/paths/x", "account", $"azureml-blobstore-{Id}", "x")]
    [TestCase("https://other.blob.core.windows.net/data/a%20b/c.csv?sv=2021&sig=x", "other", "data", "a b/c.csv")]
    [TestCase("https://other.blob.core.windows.net:443/data", "other", "data", "")]
    [TestCase("https://other.dfs.core.windows.net/data/x", "other", "data", "x")]
    [TestCase("wasbs://data@other.blob.core.windows.net/a/b.csv", "other", "data", "a/b.csv")]
    [TestCase("abfss://data@other.dfs.core.windows.net/a/", "other", "data", "a/")]
    public void TryParse_UriOfData_GivesItsPlace(string uri, string account, string container, string path) =>
        Assert.That(_uris.TryParse(uri), Is.EqualTo(new DataLocation(account, container, path)));

    [TestCase("")]
    [TestCase("./data")]
    [TestCase("azureml:iris:1")]
    [TestCase("azureml://datastores/unknown/paths/x")]
    [TestCase("azureml://datastores/workspaceblobstore")]
    [TestCase("azureml://datastores/workspaceblobstore/x")]
    [TestCase("azureml://registries/azureml/data/x/versions/1")]
    [TestCase("azureml://subscriptions/s/resourcegroups/rg/workspaces/another/datastores/workspaceblobstore/paths/x")]
    [TestCase("azureml://elsewhere/datastores/workspaceblobstore/paths/x")]
    [TestCase("azureml://datastores/workspaceblobstore/paths/../../x")]
    [TestCase("azureml://datastores/workspaceblobstore/paths/a/..")]
    [TestCase("https://other.blob.core.windows.net/data/a%2f..%2f..%2fx")]
    [TestCase("https://example.org/data.csv")]
    [TestCase("https://other.blob.core.windows.net/")]
    [TestCase("wasbs://other.blob.core.windows.net/x")]
    [TestCase("ftp://data@other.blob.core.windows.net/x")]
    [TestCase("file:///etc/passwd")]
    public void TryParse_AnythingElse_IsNothing(string uri) => Assert.That(_uris.TryParse(uri), Is.Null);

    [Test]
    public void List_Folder_GivesItsFilesByRelativePath() =>
        Assert.That(List("folder", "folder/a", "folder/b/c", "folderx", "other"), Is.EqualTo(["a", "b/c"]));

    [Test]
    public void List_FolderWithSlash_GivesItsFilesByRelativePath() => Assert.That(List("folder/", "folder/a", "folder"), Is.EqualTo(["a"]));

    [Test]
    public void List_WholeContainer_GivesEverything() => Assert.That(List("", "a", "b/c"), Is.EqualTo(["a", "b/c"]));

    [Test]
    public void List_SingleFile_GivesItsBareName() => Assert.That(List("folder/a.csv", "folder/a.csv", "folder/a.csvx"), Is.EqualTo(["a.csv"]));

    [Test]
    public void List_NamesThatLeadOut_AreLeftOut() =>
        Assert.That(List("f", "f/ok", "f/../x", "f//x", "f/./x", @"f/..\x", "f/C:x", "f/"), Is.EqualTo(["ok"]));

    [Test]
    public void List_EmptyBlobBesideItsFolder_IsAMarker()
    {
        using var store = new BlobStore(new StorageClock());
        BlobContainer container = store.Container("account", "container");
        container.Put("folder", BlobContent.Empty);
        container.Put("folder/a", BlobContent.Empty);
        container.Put("alone", BlobContent.Empty);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DataUris.List(store, new DataLocation("account", "container", "folder")).Select(f => f.RelativePath), Is.EqualTo(["a"]));
            Assert.That(DataUris.List(store, new DataLocation("account", "container", "alone")).Select(f => f.RelativePath), Is.EqualTo(["alone"]));
        }
    }

    [Test]
    public void List_PlaceThatIsNotThere_IsEmpty()
    {
        using var store = new BlobStore(new StorageClock());
        store.Container("account", "container");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DataUris.List(store, new DataLocation("account", "container", "x")), Is.Empty);
            Assert.That(DataUris.List(store, new DataLocation("account", "nowhere", "x")), Is.Empty);
        }
    }

    private static string[] List(string path, params string[] names)
    {
        using var store = new BlobStore(new StorageClock());
        BlobContainer container = store.Container("account", "container");
        foreach (string name in names)
        {
            container.Put(name, BlobContent.FromBytes(Encoding.UTF8.GetBytes(name)));
        }

        return [.. DataUris.List(store, new DataLocation("account", "container", path)).Select(f => f.RelativePath)];
    }
}
