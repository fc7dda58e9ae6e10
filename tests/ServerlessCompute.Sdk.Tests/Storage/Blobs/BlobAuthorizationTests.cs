namespace ServerlessCompute;

/// <summary>Who may do what with a blob.</summary>
[TestFixture]
internal sealed class BlobAuthorizationTests
{
    private readonly BlobFixture _blobs = new();

    [SetUp]
    public void SetUp() => _blobs.Container.Put("folder/x", BlobContent.FromBytes("x"u8.ToArray()));

    [TearDown]
    public void TearDown() => _blobs.Dispose();

    [Test]
    public void Signature_OfThisBlob_ReadsItWithoutAnyHeader() => Assert.That(Get(Sign("folder/x")), Is.EqualTo((200, (string?)null)));

    [Test]
    public void Signature_OfAnotherBlob_IsForeign()
    {
        Uri other = Sign("folder/y");

        Assert.That(Get(new Uri(other.AbsoluteUri.Replace("folder/y", "folder/x", StringComparison.Ordinal))), Is.EqualTo((403, "AuthenticationFailed")));
    }

    [Test]
    public void Signature_OfAnotherServicesKey_IsForeign()
    {
        Uri other = new SasSigner("another seed").SignBlob(BlobFixture.Account, BlobFixture.ContainerName, "folder/x", SasPermissions.Read, _blobs.Clock.Now, _blobs.Clock.Now.AddHours(1));

        Assert.That(Get(other), Is.EqualTo((403, "AuthenticationFailed")));
    }

    [Test]
    public void Signature_WithWidenedPermissions_IsForged()
    {
        Uri signed = Sign("folder/x");

        Assert.That(Get(new Uri(signed.AbsoluteUri.Replace("sp=r&", "sp=racwdl&", StringComparison.Ordinal))), Is.EqualTo((403, "AuthenticationFailed")));
    }

    [TestCase(-1, 403)]
    [TestCase(0, 200)]
    [TestCase(3599, 200)]
    [TestCase(3600, 403)]
    public void Signature_OutsideItsTime_IsRefused(int seconds, int status)
    {
        Uri signed = Sign("folder/x");

        _blobs.Clock.Now = _blobs.Clock.Now.AddSeconds(seconds);

        Assert.That(Get(signed).Status, Is.EqualTo(status));
    }

    [Test]
    public void NoCredential_IsRefused() =>
        Assert.That(Get(new Uri($"https://{BlobFixture.Account}.blob.core.windows.net/azureml/folder/x")), Is.EqualTo((403, "AuthenticationFailed")));

    [TestCase("Bearer ")]
    [TestCase("Basic abc")]
    [TestCase("SharedKey stworkspace:wrong")]
    [TestCase("SharedKey another:wrong")]
    public void OtherCredential_IsRefused(string authorization)
    {
        var request = new EngineRequest(
            "GET", new Uri($"https://{BlobFixture.Account}.blob.core.windows.net/azureml/folder/x"), [KeyValuePair.Create("Authorization", authorization)], default);

        Assert.That(_blobs.Service.Handle(request).Status, Is.EqualTo(403));
    }

    [TestCase("GET", "folder/x", "", SasPermissions.Read)]
    [TestCase("HEAD", "folder/x", "", SasPermissions.Read)]
    [TestCase("PUT", "folder/x", "", SasPermissions.Write)]
    [TestCase("PUT", "folder/new", "", SasPermissions.Create)]
    [TestCase("PUT", "folder/x", "comp=metadata", SasPermissions.Write)]
    [TestCase("DELETE", "folder/x", "", SasPermissions.Delete)]
    [TestCase("GET", "", "restype=container&comp=list", SasPermissions.List)]
    [TestCase("GET", "", "restype=container", SasPermissions.Read)]
    public void Permission_NeededForEachCall_LetsItPassAndNoOther(string method, string blob, string query, SasPermissions needed)
    {
        SasPermissions without = SasPermissions.All & ~needed & ~(needed == SasPermissions.Create ? SasPermissions.Write : needed == SasPermissions.Read && blob.Length == 0 ? SasPermissions.List : SasPermissions.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Send(without), Is.EqualTo(403));
            Assert.That(Send(needed), Is.InRange(200, 202));
        }

        int Send(SasPermissions permissions)
        {
            Uri container = _blobs.Signer.SignContainer(BlobFixture.Account, BlobFixture.ContainerName, permissions, _blobs.Clock.Now, _blobs.Clock.Now.AddHours(1));
            var uri = new Uri($"{container.GetLeftPart(UriPartial.Path)}{(blob.Length > 0 ? "/" : "")}{blob}{container.Query}&{query}");
            return _blobs.Service.Handle(new EngineRequest(method, uri, [KeyValuePair.Create("x-ms-blob-type", "BlockBlob")], default)).Status;
        }
    }

    [Test]
    public void AccountSignature_AsListSecretsGivesIt_ReachesEveryContainer()
    {
        string token = _blobs.Signer.SignAccount(BlobFixture.Account, SasPermissions.Read | SasPermissions.List, _blobs.Clock.Now, _blobs.Clock.Now.AddHours(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Get(new Uri($"https://{BlobFixture.Account}.blob.core.windows.net/azureml/folder/x?{token}")).Status, Is.EqualTo(200));
            Assert.That(Get(new Uri($"https://{BlobFixture.Account}.blob.core.windows.net/azureml?restype=container&comp=list&{token}")).Status, Is.EqualTo(200));
            Assert.That(Get(new Uri($"https://another.blob.core.windows.net/azureml/folder/x?{token}")).Status, Is.EqualTo(403));
        }
    }

    [Test]
    public void Refusal_Always_KeepsTheSignatureToItself()
    {
        var uri = new Uri($"https://{BlobFixture.Account}.blob.core.windows.net/azureml/folder/x?sv=2021-10-04&sr=b&sp=r&se=2030-01-01&sig=secret-signature");

        EngineResponse answer = _blobs.Service.Handle(new EngineRequest("GET", uri, [], default));

        Assert.That(answer.Text(), Does.Contain("AuthenticationFailed").And.Not.Contain("secret-signature"));
    }

    private Uri Sign(string blob) =>
        _blobs.Signer.SignBlob(BlobFixture.Account, BlobFixture.ContainerName, blob, SasPermissions.Read, _blobs.Clock.Now, _blobs.Clock.Now.AddHours(1));

    private (int Status, string? Code) Get(Uri uri)
    {
        EngineResponse answer = _blobs.Service.Handle(new EngineRequest("GET", uri, [], default));
        return (answer.Status, answer.Header("x-ms-error-code"));
    }
}
