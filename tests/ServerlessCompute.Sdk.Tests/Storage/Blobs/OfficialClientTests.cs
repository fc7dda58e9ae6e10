using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace ServerlessCompute;

/// <summary>The storage client for .NET against the blob service: what it sends is understood, what it gets it understands.</summary>
[TestFixture]
internal sealed class OfficialClientTests
{
    private readonly BlobFixture _blobs = new();

    [TearDown]
    public void TearDown() => _blobs.Dispose();

    [Test]
    public async Task Upload_SmallContent_DownloadsTheSame()
    {
        BlobClient blob = _blobs.Client().GetBlobClient("outputs/a b+c%ä.txt");

        Response<BlobContentInfo> uploaded = await blob.UploadAsync(BinaryData.FromString("hello"));
        BlobDownloadResult downloaded = await blob.DownloadContentAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(downloaded.Content.ToString(), Is.EqualTo("hello"));
            Assert.That(downloaded.Details.ETag, Is.EqualTo(uploaded.Value.ETag));
            Assert.That(downloaded.Details.ContentHash, Is.EqualTo(uploaded.Value.ContentHash));
            Assert.That(downloaded.Details.LastModified, Is.EqualTo(_blobs.Clock.Now));
            Assert.That(_blobs.Container.TryGet("outputs/a b+c%ä.txt"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Upload_ManyBlocksInParallel_DownloadsTheSameInParallelRanges()
    {
        byte[] content = new byte[1_000_003];
        new Random(1).NextBytes(content);
        BlobClient blob = _blobs.Client().GetBlobClient("large.bin");
        var transfer = new StorageTransferOptions { InitialTransferSize = 4096, MaximumTransferSize = 70_000, MaximumConcurrency = 4 };
        using var downloaded = new MemoryStream();

        await blob.UploadAsync(new MemoryStream(content), new BlobUploadOptions { TransferOptions = transfer });
        await blob.DownloadToAsync(downloaded, new BlobDownloadToOptions { TransferOptions = transfer });
        BlockList blocks = await _blobs.Client().GetBlockBlobClient("large.bin").GetBlockListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(downloaded.ToArray(), Is.EqualTo(content));
            Assert.That(blocks.CommittedBlocks.Sum(b => b.SizeLong), Is.EqualTo(content.Length));
            Assert.That(blocks.UncommittedBlocks, Is.Empty);
        }
    }

    [Test]
    public async Task Upload_WithMd5_IsCheckedByBothSides()
    {
        var validation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 };
        BlockBlobClient blob = _blobs.Client().GetBlockBlobClient("checked.txt");

        await blob.UploadAsync(new MemoryStream("hello"u8.ToArray()), new BlobUploadOptions { TransferValidation = validation });

        Assert.That(BlobFixture.Text(_blobs.Container.TryGet("checked.txt")!.Content), Is.EqualTo("hello"));
    }

    [Test]
    public async Task Upload_StructuredMessage_IsRefusedRatherThanStoredWithItsFrame()
    {
        var validation = new UploadTransferValidationOptions { ChecksumAlgorithm = StorageChecksumAlgorithm.StorageCrc64 };
        BlockBlobClient blob = _blobs.Client().GetBlockBlobClient("framed.txt");

        RequestFailedException? refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.UploadAsync(new MemoryStream("hello"u8.ToArray()), new BlobUploadOptions { TransferValidation = validation }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal!.ErrorCode, Is.EqualTo("UnsupportedHeader"));
            Assert.That(_blobs.Container.TryGet("framed.txt"), Is.Null);
        }
    }

    [Test]
    public async Task Upload_ExistingBlobWithoutOverwrite_IsRefused()
    {
        BlobClient blob = _blobs.Client().GetBlobClient("once.txt");
        await blob.UploadAsync(BinaryData.FromString("first"));

        RequestFailedException? refusal = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("second")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal!.Status, Is.EqualTo(409));
            Assert.That(refusal.ErrorCode, Is.EqualTo("BlobAlreadyExists"));
            Assert.That(BlobFixture.Text(_blobs.Container.TryGet("once.txt")!.Content), Is.EqualTo("first"));
        }
    }

    [Test]
    public async Task Download_Range_GivesThatPart()
    {
        _blobs.Container.Put("digits.txt", BlobContent.FromBytes("0123456789"u8.ToArray()));

        BlobDownloadResult part = await _blobs.Client().GetBlobClient("digits.txt").DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(3, 4) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(part.Content.ToString(), Is.EqualTo("3456"));
            Assert.That(part.Details.ContentRange, Is.EqualTo("bytes 3-6/10"));
        }
    }

    [Test]
    public async Task Download_LogThatGrows_GivesWhatCameSince()
    {
        _blobs.Container.Append("user_logs/std_log.txt", "one\n"u8);
        BlobClient log = _blobs.Client().GetBlobClient("user_logs/std_log.txt");

        BlobDownloadResult first = await log.DownloadContentAsync();
        _blobs.Container.Append("user_logs/std_log.txt", "two\n"u8);
        BlobDownloadResult second = await log.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(first.Details.ContentLength) });
        RequestFailedException? nothingNew = await Assert.ThrowsAsync<RequestFailedException>(
            () => log.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(8) }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Content.ToString(), Is.EqualTo("two\n"));
            Assert.That(second.Details.BlobType, Is.EqualTo(BlobType.Append));
            Assert.That(nothingNew!.ErrorCode, Is.EqualTo("InvalidRange"));
        }
    }

    [Test]
    public async Task OpenRead_SeekingReader_SeesTheContent()
    {
        byte[] content = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 20_000)));
        _blobs.Container.Put("numbers.txt", BlobContent.FromBytes(content));

        await using Stream stream = await _blobs.Client().GetBlobClient("numbers.txt").OpenReadAsync(new BlobOpenReadOptions(false) { BufferSize = 4096 });
        using var read = new MemoryStream();
        await stream.CopyToAsync(read);

        Assert.That(read.ToArray(), Is.EqualTo(content));
    }

    [Test]
    public async Task OpenWrite_AppendBlob_Grows()
    {
        AppendBlobClient log = _blobs.Client().GetAppendBlobClient("log.txt");
        await log.CreateIfNotExistsAsync();

        await log.AppendBlockAsync(new MemoryStream("one "u8.ToArray()));
        Response<BlobAppendInfo> second = await log.AppendBlockAsync(new MemoryStream("two"u8.ToArray()), new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = 4 } });
        RequestFailedException? elsewhere = await Assert.ThrowsAsync<RequestFailedException>(() => log.AppendBlockAsync(
            new MemoryStream("three"u8.ToArray()), new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = 4 } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.Value.BlobAppendOffset, Is.EqualTo("4"));
            Assert.That(second.Value.BlobCommittedBlockCount, Is.EqualTo(2));
            Assert.That(elsewhere!.ErrorCode, Is.EqualTo("AppendPositionConditionNotMet"));
            Assert.That(BlobFixture.Text(_blobs.Container.TryGet("log.txt")!.Content), Is.EqualTo("one two"));
        }
    }

    [Test]
    public async Task GetBlobs_MoreThanAPage_ListsAllInOrder()
    {
        string[] names = [.. Enumerable.Range(0, 25).Select(i => $"part-{i:00}")];
        foreach (string name in names)
        {
            _blobs.Container.Put(name, BlobContent.Empty);
        }

        List<string> listed = [];
        await foreach (Page<BlobItem> page in _blobs.Client().GetBlobsAsync(new GetBlobsOptions { Prefix = "part" }).AsPages(pageSizeHint: 10))
        {
            Assert.That(page.Values, Has.Count.LessThanOrEqualTo(10));
            listed.AddRange(page.Values.Select(b => b.Name));
        }

        Assert.That(listed, Is.EqualTo(names));
    }

    [Test]
    public async Task GetBlobsByHierarchy_Folders_ComeAsPrefixes()
    {
        foreach (string name in new[] { "a/1", "a/2", "a/b/3", "c", "d/4" })
        {
            _blobs.Container.Put(name, BlobContent.Empty);
        }

        List<string> listed = [];
        await foreach (BlobHierarchyItem item in _blobs.Client().GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Delimiter = "/" }))
        {
            listed.Add(item.IsPrefix ? $"<{item.Prefix}>" : item.Blob.Name);
        }

        Assert.That(listed, Is.EquivalentTo(["<a/>", "c", "<d/>"]));
    }

    [Test]
    public async Task GetBlobs_OddNamesAndMetadata_ArriveWhole()
    {
        const string Odd = "odd/<&>\u0001 \"ä\" 𝛼";
        await _blobs.Client().GetBlobClient(Odd).UploadAsync(
            BinaryData.FromString("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "<a&b>" }, HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } });

        BlobItem item = (await _blobs.Client().GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }).SingleAsync())!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Name, Is.EqualTo(Odd));
            Assert.That(item.Metadata["name"], Is.EqualTo("<a&b>"));
            Assert.That(item.Properties.ContentType, Is.EqualTo("text/plain"));
            Assert.That(item.Properties.ContentLength, Is.EqualTo(1));
            Assert.That(item.Properties.BlobType, Is.EqualTo(BlobType.Block));
            Assert.That(item.Properties.CreatedOn, Is.EqualTo(_blobs.Clock.Now));
        }
    }

    [Test]
    public async Task SetMetadataAndHeaders_ThenProperties_ShowThem()
    {
        BlobClient blob = _blobs.Client().GetBlobClient("described");
        Response<BlobContentInfo> made = await blob.UploadAsync(BinaryData.FromString("x"));

        await blob.SetMetadataAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["upload_status"] = "completed" });
        await blob.SetHttpHeadersAsync(new BlobHttpHeaders { ContentType = "text/csv", CacheControl = "no-cache", ContentDisposition = "inline", ContentEncoding = "gzip", ContentLanguage = "en" });
        BlobProperties properties = await blob.GetPropertiesAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(properties.Metadata["upload_status"], Is.EqualTo("completed"));
            Assert.That(properties.ContentType, Is.EqualTo("text/csv"));
            Assert.That(properties.CacheControl, Is.EqualTo("no-cache"));
            Assert.That(properties.ContentDisposition, Is.EqualTo("inline"));
            Assert.That(properties.ContentEncoding, Is.EqualTo("gzip"));
            Assert.That(properties.ContentLanguage, Is.EqualTo("en"));
            Assert.That(properties.ETag, Is.Not.EqualTo(made.Value.ETag));
        }
    }

    [Test]
    public async Task Conditions_StaleTag_AreNotMet()
    {
        BlobClient blob = _blobs.Client().GetBlobClient("tagged");
        Response<BlobContentInfo> first = await blob.UploadAsync(BinaryData.FromString("1"));
        Response<BlobContentInfo> second = await blob.UploadAsync(BinaryData.FromString("2"), overwrite: true);
        var stale = new BlobRequestConditions { IfMatch = first.Value.ETag };

        RequestFailedException? write = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("3"), new BlobUploadOptions { Conditions = stale }));
        RequestFailedException? delete = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DeleteAsync(conditions: stale));
        Response<BlobDownloadResult> unchanged = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new() { IfNoneMatch = second.Value.ETag } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(write!.Status, Is.EqualTo(412));
            Assert.That(delete!.Status, Is.EqualTo(412));
            Assert.That(unchanged.GetRawResponse().Status, Is.EqualTo(304));
        }
    }

    [Test]
    public async Task Container_CreateExistsDelete_Work()
    {
        BlobContainerClient container = _blobs.Client(container: "0bdd51b6-c-made");

        bool before = await container.ExistsAsync();
        await container.CreateIfNotExistsAsync();
        await container.CreateIfNotExistsAsync();
        bool made = await container.ExistsAsync();
        await container.DeleteAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.False);
            Assert.That(made, Is.True);
            Assert.That(_blobs.Store.TryGetContainer(BlobFixture.Account, "0bdd51b6-c-made"), Is.Null);
        }
    }

    [Test]
    public async Task Delete_MissingBlob_SaysSo()
    {
        BlobClient blob = _blobs.Client().GetBlobClient("missing");

        bool deleted = await blob.DeleteIfExistsAsync();
        RequestFailedException? refusal = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deleted, Is.False);
            Assert.That(refusal!.ErrorCode, Is.EqualTo("BlobNotFound"));
        }
    }

    [Test]
    public async Task AccountKey_RightOrWrong_IsTold()
    {
        BlobClient blob = _blobs.KeyClient().GetBlobClient("by-key/ä.txt");
        await blob.UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "1", ["a"] = "2" } });
        await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(0, 1) });

        RequestFailedException? refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _blobs.KeyClient(_blobs.Signer.AccountKey("another")).GetBlobClient("by-key/ä.txt").DownloadContentAsync());

        Assert.That(refusal!.ErrorCode, Is.EqualTo("AuthenticationFailed"));
    }

    [Test]
    public async Task Signature_MadeByTheOfficialBuilder_IsGood()
    {
        _blobs.Container.Put("folder/x", BlobContent.FromBytes("x"u8.ToArray()));
        Uri ofBlob = _blobs.KeyClient().GetBlobClient("folder/x").GenerateSasUri(BlobSasPermissions.Read, _blobs.Clock.Now.AddHours(1));
        Uri ofContainer = _blobs.KeyClient().GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, _blobs.Clock.Now.AddHours(1));
        Uri ofAccount = _blobs.KeyClient().GetParentBlobServiceClient().GenerateAccountSasUri(AccountSasPermissions.Read, _blobs.Clock.Now.AddHours(1), AccountSasResourceTypes.Object);

        BlobDownloadResult byBlob = await new BlobClient(ofBlob, _blobs.Options()).DownloadContentAsync();
        BlobDownloadResult byContainer = await new BlobContainerClient(ofContainer, _blobs.Options()).GetBlobClient("folder/x").DownloadContentAsync();
        BlobDownloadResult byAccount = await new BlobServiceClient(ofAccount, _blobs.Options()).GetBlobContainerClient(BlobFixture.ContainerName).GetBlobClient("folder/x").DownloadContentAsync();

        Assert.That(new[] { byBlob, byContainer, byAccount }.Select(r => r.Content.ToString()), Is.All.EqualTo("x"));
    }
}
