using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What the service was recorded to say of assets and of capacity is read whole.</summary>
internal sealed class RecordedAssetsTests
{
    [Test]
    public void Environment_AsRecorded_IsRead()
    {
        EnvironmentAsset environment = Read("068", (ref reader) => AssetWire.Read(ref reader, AssetTables.Environment));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((environment.Version, environment.Image, environment.OsType, environment.Stage), Is.EqualTo(("foo", "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04", "Linux", "Development")));
            Assert.That(environment.Conda.ToString(), Does.StartWith("{\"channels\":[\"conda-forge\"]"));
            Assert.That(environment.AdditionalProperties["autoRebuild"], Is.EqualTo((RawJson)"Disabled"));
            Assert.That(environment.SystemData!.CreatedByType, Is.EqualTo("User"));
        }
    }

    [Test]
    public void Data_AsRecorded_IsRead()
    {
        DataAsset data = Read("072", (ref reader) => AssetWire.Read(ref reader, AssetTables.Data));

        Assert.That((data.Version, data.Type, data.Path!.Text.Contains("/datastores/workspaceblobstore/paths/", StringComparison.Ordinal)), Is.EqualTo(("foobar", InputType.UriFile, true)));
    }

    [Test]
    public void Code_AsRecorded_IsRead()
    {
        CodeAsset code = Read("066", (ref reader) => AssetWire.Read(ref reader, AssetTables.Code));

        Assert.That((code.Hash, code.Address!.Contains(":443/", StringComparison.Ordinal)), Is.EqualTo(("0000000000000", true)));
    }

    [Test]
    public void Component_AsRecorded_IsRead()
    {
        ComponentAsset component = Read("070", (ref reader) => AssetWire.Read(ref reader, AssetTables.Component));

        Assert.That((component.Name, component.Type, component.DisplayName, component.IsAnonymous), Is.EqualTo(("azureml_anonymous", "command", "Compare 2 Models", true)));
    }

    [Test]
    public void Names_AsRecorded_AreRead()
    {
        Recordings.Demand();
        ResourcePage<AssetSummary> page = ResourcePage<AssetSummary>.Read(Bytes("071"), AssetWire.ReadSummary);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Items[0].Name, Does.StartWith("test_"));
            Assert.That((page.Items[0].LatestVersion, page.Items[0].NextVersion is not null), Is.EqualTo(((string?)null, true)));
            Assert.That(page.NextLink, Does.Contain("$skipToken="));
        }
    }

    [Test]
    public void Datastore_AsRecorded_IsRead()
    {
        Datastore datastore = Read("074", AssetWire.ReadDatastore);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((datastore.Name, datastore.Type, datastore.IsDefault), Is.EqualTo(("workspaceblobstore", DatastoreType.AzureBlob, true)));
            Assert.That((datastore.Credentials.Type, datastore.Endpoint, datastore.Protocol), Is.EqualTo(("AccountKey", "core.windows.net", "https")));
            Assert.That(datastore.AdditionalProperties.Keys, Is.EqualTo(["serviceDataAccessAuthIdentity"]));
        }
    }

    [TestCase("054")]
    [TestCase("055")]
    public void Compute_AsRecorded_SaysWhatIsWrong(string recording)
    {
        ComputeInfo compute = Read(recording, ComputeWire.Read);

        Assert.That(compute.Errors.Single(), Does.StartWith("Cluster").And.Contain("quota"));
    }

    [Test]
    public void Usages_AsRecorded_AreRead()
    {
        Recordings.Demand();
        ComputeUsage[] usages = [.. ResourcePage<ComputeUsage>.Read(Bytes("091"), CapacityWire.ReadUsage).Items];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((usages[1].Name, usages[1].Used, usages[1].Limit, usages[1].Left), Is.EqualTo(("TotalDedicatedCores", 20L, (long?)20, (long?)0)));
            Assert.That((usages[^1].IsFamily, usages[^1].IsLowPriority, usages[^1].Limit), Is.EqualTo((true, true, (long?)null)));
        }
    }

    [Test]
    public void Quotas_AsRecorded_AreRead()
    {
        Recordings.Demand();
        ComputeQuota[] quotas = [.. ResourcePage<ComputeQuota>.Read(Bytes("090"), CapacityWire.ReadQuota).Items];

        Assert.That(quotas.Take(2).Select(quota => (quota.Family, quota.Limit, quota.WorkspaceName)), Is.EqualTo([("standardDFamily", 6L, null), ("standardDFamily", 6L, (string?)"mlworkspace-test2")]));
    }

    [Test]
    public void Sizes_AsRecorded_AreRead()
    {
        Recordings.Demand();
        VmSizeInfo[] sizes = [.. ResourcePage<VmSizeInfo>.Read(Bytes("092"), VmSizeWire.Read).Items];
        VmSizeInfo priced = sizes.First(size => size.Name == "Standard_D16as_v4");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((priced.VCpus, priced.MemoryGB, priced.ComputeTypes.Count), Is.EqualTo((16, 64d, 3)));
            Assert.That((priced.PriceOf(JobTier.Standard)!.PerHour, priced.PriceOf(JobTier.Spot)!.PerHour), Is.EqualTo((0.77m, 0.15m)));
            Assert.That(sizes[0].PriceOf(JobTier.Standard), Is.Null);
        }
    }

    [Test]
    public void Registry_AsTheContractHasIt_IsRead()
    {
        RegistryInfo registry = WireDocument.Read(
            """{"id":"/r","name":"shared","location":"eastus","properties":{"description":"d","regionDetails":[{"location":"eastus"},{"location":"westus"}]}}"""u8, ComputeWire.ReadRegistry);

        Assert.That((registry.Name, registry.Location, registry.Description, registry.Regions.Count), Is.EqualTo(("shared", "eastus", "d", 2)));
    }

    [Test]
    public void Model_RoundTrip_KeepsWhatNobodyKnows()
    {
        const string Json = """{"properties":{"description":"d","properties":{"a":"b"},"modelType":"mlflow_model","modelUri":"azureml://jobs/j/outputs/o/paths/","jobName":"j","flavors":{"f":{"data":{"x":"y"}}},"stage":"Production","datasets":["z"]}}""";
        ModelAsset model = WireDocument.Read(Encoding.UTF8.GetBytes(Json), (ref reader) => AssetWire.Read(ref reader, AssetTables.Model));

        var body = new System.Buffers.ArrayBufferWriter<byte>();
        AssetWire.Write(body, AssetTables.Model, model);

        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(body.WrittenSpan), JsonNode.Parse(Json)), Is.True, Encoding.UTF8.GetString(body.WrittenSpan));
    }

    private static T Read<T>(string recording, WireRead<T> read)
    {
        Recordings.Demand();
        return WireDocument.Read(Bytes(recording), read);
    }

    private static byte[] Bytes(string recording) => Encoding.UTF8.GetBytes(Recordings.Body(recording)!.ToJsonString());
}
