namespace ServerlessCompute;

internal sealed class AssetPathTests
{
    [TestCase("./src", AssetPathKind.Local)]
    [TestCase("src", AssetPathKind.Local)]
    [TestCase("../data/iris.csv", AssetPathKind.Local)]
    [TestCase("/data/iris.csv", AssetPathKind.Local)]
    [TestCase("C:\\data", AssetPathKind.Local)]
    [TestCase("c:/data", AssetPathKind.Local)]
    [TestCase("file:///data/iris.csv", AssetPathKind.Local)]
    [TestCase("a/b@2.csv", AssetPathKind.Local)]
    [TestCase("https://example.com/iris.csv", AssetPathKind.Uri)]
    [TestCase("azureml://datastores/workspaceblobstore/paths/iris/", AssetPathKind.Uri)]
    [TestCase("wasbs://c@a.blob.core.windows.net/p", AssetPathKind.Uri)]
    [TestCase("abfss://f@a.dfs.core.windows.net/p", AssetPathKind.Uri)]
    [TestCase("azureml:iris:1", AssetPathKind.AssetReference)]
    [TestCase("azureml:iris@latest", AssetPathKind.AssetReference)]
    [TestCase("iris:1", AssetPathKind.AssetReference)]
    [TestCase("iris@latest", AssetPathKind.AssetReference)]
    [TestCase("/subscriptions/s/resourceGroups/r", AssetPathKind.ResourceId)]
    [TestCase("/SUBSCRIPTIONS/s", AssetPathKind.ResourceId)]
    [TestCase("azureml:/subscriptions/s", AssetPathKind.ResourceId)]
    [TestCase("${{parent.inputs.raw}}", AssetPathKind.Binding)]
    public void Kind_OfEachForm_IsToldFromTheText(string text, AssetPathKind kind) => Assert.That(new AssetPath(text).Kind, Is.EqualTo(kind));

    [TestCase("")]
    [TestCase("  ")]
    public void Constructor_NoText_IsRefused(string text) => Assert.That(() => new AssetPath(text), Throws.ArgumentException);

    [Test]
    public void Equals_OtherBaseFolder_IsTheSamePath() =>
        Assert.That(new AssetPath("src") { BaseFolder = "a" }, Is.EqualTo(new AssetPath("src") { BaseFolder = "b" }));

    [Test]
    public void ToAbsolute_RelativePath_StartsAtItsOwnFolderFirst()
    {
        string root = Path.GetFullPath("root");
        string own = Path.GetFullPath("own");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new AssetPath("./src").ToAbsolute(root), Is.EqualTo(Path.Combine(root, "src")));
            Assert.That((new AssetPath("./src") { BaseFolder = own }).ToAbsolute(root), Is.EqualTo(Path.Combine(own, "src")));
            Assert.That(new AssetPath(own).ToAbsolute(root), Is.EqualTo(own));
            Assert.That(() => new AssetPath("https://example.com").ToAbsolute(root), Throws.InvalidOperationException);
        }
    }
}
