namespace ServerlessCompute;

internal sealed class WorkspaceIdTests
{
    private const string Id = "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private readonly string _folder = Directory.CreateTempSubdirectory("workspace-id").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(Id)]
    [TestCase("subscriptions/s1/resourcegroups/rg/providers/microsoft.machinelearningservices/workspaces/ws/")]
    public void Parse_ResourceId_GivesParts(string text)
    {
        WorkspaceId workspace = WorkspaceId.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace, Is.EqualTo(new WorkspaceId("s1", "rg", "ws")));
            Assert.That(workspace.ToString(), Is.EqualTo(Id));
        }
    }

    [TestCase("")]
    [TestCase("ws")]
    [TestCase("/subscriptions/s1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws/jobs/j")]
    public void Parse_AnythingElse_SaysWhatAnIdLooksLike(string text) =>
        Assert.That(() => WorkspaceId.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("It looks like /subscriptions/"));

    [Test]
    public void Constructor_PartThatWouldLeaveThePath_IsRefused() =>
        Assert.That(() => new WorkspaceId("s1", "rg/../x", "ws"), Throws.ArgumentException.With.Message.Contains("rg/../x"));

    [Test]
    public void Equality_OtherCase_IsTheSameWorkspace() =>
        Assert.That(new WorkspaceId("S1", "RG", "Ws"), Is.EqualTo(new WorkspaceId("s1", "rg", "ws")));

    [TestCase("config.json")]
    [TestCase(".azureml/config.json")]
    public void FromConfigFile_FolderBelow_FindsTheFileAbove(string place)
    {
        string file = Path.Combine(_folder, place);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, """{ "subscription_id": "s1", "resource_group": "rg", "workspace_name": "ws" }""");
        string below = Directory.CreateDirectory(Path.Combine(_folder, "a", "b")).FullName;

        Assert.That(WorkspaceId.FromConfigFile(below), Is.EqualTo(new WorkspaceId("s1", "rg", "ws")));
    }

    [TestCase("{", "is not JSON")]
    [TestCase("[]", "subscription_id")]
    [TestCase("""{ "subscription_id": "s1", "resource_group": 3, "workspace_name": "ws" }""", "resource_group")]
    [TestCase("""{ "subscription_id": "", "resource_group": "rg", "workspace_name": "ws" }""", "names no workspace")]
    public void FromConfigFile_BrokenFile_SaysWhatIsWrong(string text, string expected)
    {
        string file = Path.Combine(_folder, "config.json");
        File.WriteAllText(file, text);

        Assert.That(() => WorkspaceId.FromConfigFile(file), Throws.TypeOf<FormatException>().With.Message.Contains(expected).And.Message.Contains(file));
    }

    [Test]
    public void FromConfigFile_NoFile_SaysWhereToGetOne() =>
        Assert.That(() => WorkspaceId.FromConfigFile(_folder), Throws.TypeOf<FileNotFoundException>().With.Message.Contains("Download it"));

    [Test]
    public void FromEnvironment_InsideAJob_ReadsWhatTheServiceSets()
    {
        var environment = ProcessEnvironment.From(new Dictionary<string, string>
        {
            ["AZUREML_ARM_SUBSCRIPTION"] = "s1",
            ["AZUREML_ARM_RESOURCEGROUP"] = "rg",
            ["AZUREML_ARM_WORKSPACE_NAME"] = "ws",
        });

        Assert.That(WorkspaceId.FromEnvironment(environment), Is.EqualTo(new WorkspaceId("s1", "rg", "ws")));
    }

    [Test]
    public void FromEnvironment_TwoMissing_NamesBoth()
    {
        var environment = ProcessEnvironment.From(new Dictionary<string, string> { ["AZURE_RESOURCE_GROUP"] = "rg" });

        Assert.That(
            () => WorkspaceId.FromEnvironment(environment),
            Throws.InvalidOperationException.With.Message.Contains("AZURE_SUBSCRIPTION_ID, AZUREML_WORKSPACE_NAME"));
    }
}
