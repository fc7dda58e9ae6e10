using System.Buffers;
using System.Text;

namespace ServerlessCompute;

/// <summary>The smaller documents that a client reads, and the bodies that ask for them.</summary>
internal sealed class DocumentTests
{
    [Test]
    public void Workspace_Answer_TellsRegionAndDiscovery()
    {
        WorkspaceDocument workspace = WorkspaceDocument.Read(Answer.Bytes("workspace"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.Location, Is.EqualTo("eastus2"));
            Assert.That(workspace.WorkspaceId, Is.EqualTo("38f33446-3fc3-4d31-8243-029e4a988f9f"));
            Assert.That(workspace.DiscoveryUrl, Is.EqualTo("https://eastus2.api.azureml.ms/discovery"));
            Assert.That(workspace.TrackingUri, Does.StartWith("azureml://eastus2.api.azureml.ms/mlflow/v1.0/subscriptions/"));
        }
    }

    [Test]
    public void Workspace_WithoutProperties_SaysNothing() =>
        Assert.That(WorkspaceDocument.Read("{}"u8), Is.EqualTo(new WorkspaceDocument(null, null, null, null, WorkspaceNetwork.Unsaid)));

    [Test]
    public void Discovery_Answer_TellsTheBase() =>
        Assert.That(DiscoveryDocument.Read(Answer.Bytes("discovery")).Api, Is.EqualTo("https://eastus2.api.azureml.ms"));

    [Test]
    public void ResolvedUris_Answer_LeavesOutWhatHasNone() =>
        Assert.That(
            ResolvedUris.Read(Answer.Bytes("resolved-uris")),
            Is.EqualTo((ValueMap<string>)[new("azureml://locations/eastus2/a/versions/1", "azureml://subscriptions/s/datastores/workspaceblobstore/paths/azureml/brave_tree_1/model/")]));

    [Test]
    public void Requests_Always_AskForWhatTheyMean()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Written(output => ResolvedUris.WriteRequest(output, ["a", "b"])), Is.EqualTo("""{"values":["a","b"]}"""));
            Assert.That(Written(output => RunMetadata.WriteRequest(output, "run")), Is.EqualTo("""{"runId":"run","selectRunMetadata":true}"""));
        }
    }

    [Test]
    public void RunData_WithoutARun_IsRefused() => Assert.That(() => RunMetadata.Read("{}"u8.ToArray()), Throws.TypeOf<JobFormatException>());

    private static string Written(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
