using System.Text;

namespace ServerlessCompute;

/// <summary>The blob service's answers in detail, where a client would hide them.</summary>
[TestFixture]
internal sealed class BlobServiceTests
{
    private readonly BlobFixture _blobs = new();

    [TearDown]
    public void TearDown() => _blobs.Dispose();

    [Test]
    [Category("S51")]
    public void Get_RangeOfLog_AnswersAsRecorded()
    {
        _blobs.Container.Append("log.txt", "hello\n"u8);

        EngineResponse answer = _blobs.Send("GET", "azureml/log.txt", "", ("x-ms-range", "bytes=0-33554431"), ("x-ms-version", "2021-08-06"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(206));
            Assert.That(answer.Text(), Is.EqualTo("hello\n"));
            Assert.That(answer.Header("Content-Range"), Is.EqualTo("bytes 0-5/6"));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo("6"));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/octet-stream"));
            Assert.That(answer.Header("Accept-Ranges"), Is.EqualTo("bytes"));
            Assert.That(answer.Header("x-ms-blob-type"), Is.EqualTo("AppendBlob"));
            Assert.That(answer.Header("x-ms-blob-committed-block-count"), Is.EqualTo("1"));
            Assert.That(answer.Header("x-ms-lease-state"), Is.EqualTo("available"));
            Assert.That(answer.Header("x-ms-lease-status"), Is.EqualTo("unlocked"));
            Assert.That(answer.Header("x-ms-server-encrypted"), Is.EqualTo("true"));
            Assert.That(answer.Header("x-ms-version"), Is.EqualTo("2021-08-06"));
            Assert.That(answer.Header("x-ms-creation-time"), Is.EqualTo("Mon, 19 Oct 2026 08:00:00 GMT"));
            Assert.That(answer.Header("Last-Modified"), Is.EqualTo("Mon, 19 Oct 2026 08:00:00 GMT"));
            Assert.That(answer.Header("ETag"), Does.Match("^\"0x[0-9A-F]+\"$"));
        }
    }

    [Test]
    [Category("S51")]
    public void Get_RangeOfEmptyLog_AnswersAsRecorded()
    {
        _blobs.Container.Append("log.txt", []);

        EngineResponse answer = _blobs.Send("GET", "azureml/log.txt", "", ("Range", "bytes=0-"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(416));
            Assert.That(answer.Header("Content-Range"), Is.EqualTo("bytes */0"));
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/xml"));
            Assert.That(answer.Header("x-ms-error-code"), Is.EqualTo("InvalidRange"));
            Assert.That(answer.Body.Span[..3].ToArray(), Is.EqualTo(Encoding.UTF8.GetPreamble()));
            Assert.That(
                answer.Text().TrimStart('\uFEFF'),
                Is.EqualTo($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>InvalidRange</Code><Message>The range specified is invalid for the current size of the resource.\nRequestId:{answer.Header("x-ms-request-id")}\nTime:2026-10-19T08:00:00.0000000Z</Message></Error>"));
        }
    }

    [TestCase("bytes=2-4", 206, "234")]
    [TestCase("bytes=8-", 206, "89")]
    [TestCase("bytes=9-100", 206, "9")]
    [TestCase("bytes=10-", 416, null)]
    [TestCase("bytes=5-4", 200, "0123456789")]
    [TestCase("bytes=-3", 200, "0123456789")]
    [TestCase("bytes=a-b", 200, "0123456789")]
    [TestCase("lines=1-2", 200, "0123456789")]
    [TestCase("bytes=99999999999999999999-", 200, "0123456789")]
    public void Get_Ranges_AnswerWithThatPart(string range, int status, string? text)
    {
        _blobs.Container.Put("digits", BlobContent.FromBytes("0123456789"u8.ToArray()));

        EngineResponse answer = _blobs.Send("GET", "azureml/digits", "", ("Range", range));

        Assert.That(answer.Status, Is.EqualTo(status));
        if (text is not null)
        {
            Assert.That(answer.Text(), Is.EqualTo(text));
        }
    }

    [Test]
    public void Get_HashedRange_CarriesItsMd5AndThatOfTheBlob()
    {
        _blobs.Send("PUT", "azureml/x", "hello", ("x-ms-blob-type", "BlockBlob"));

        EngineResponse answer = _blobs.Send("GET", "azureml/x", "", ("Range", "bytes=0-0"), ("x-ms-range-get-content-md5", "true"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Header("Content-MD5"), Is.EqualTo(Convert.ToBase64String(BlobChecksums.Md5("h"u8))));
            Assert.That(answer.Header("x-ms-blob-content-md5"), Is.EqualTo(Convert.ToBase64String(BlobChecksums.Md5("hello"u8))));
        }
    }

    [Test]
    public void Head_Blob_HasLengthButNoBody()
    {
        _blobs.Container.Put("x", BlobContent.FromBytes("hello"u8.ToArray()), "text/plain");

        EngineResponse there = _blobs.Send("HEAD", "azureml/x");
        EngineResponse missing = _blobs.Send("HEAD", "azureml/y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(there.Status, Is.EqualTo(200));
            Assert.That(there.Header("Content-Length"), Is.EqualTo("5"));
            Assert.That(there.Body.IsEmpty && there.BodyStream is null);
            Assert.That(missing.Status, Is.EqualTo(404));
            Assert.That(missing.Header("x-ms-error-code"), Is.EqualTo("BlobNotFound"));
            Assert.That(missing.Body.IsEmpty);
        }
    }

    [Test]
    public void Put_BlockBlob_AnswersAsRecorded()
    {
        EngineResponse answer = _blobs.Send(
            "PUT", "azureml/entry.py", "print(1)", ("x-ms-blob-type", "BlockBlob"), ("If-None-Match", "*"), ("x-ms-version", "2022-11-02"), ("x-ms-client-request-id", "mine"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That(answer.Header("Content-Length"), Is.EqualTo("0"));
            Assert.That(answer.Header("Content-MD5"), Is.EqualTo(Convert.ToBase64String(BlobChecksums.Md5("print(1)"u8))));
            Assert.That(answer.Header("x-ms-content-crc64"), Has.Length.EqualTo(12));
            Assert.That(answer.Header("x-ms-request-server-encrypted"), Is.EqualTo("true"));
            Assert.That(answer.Header("x-ms-client-request-id"), Is.EqualTo("mine"));
            Assert.That(answer.Header("ETag"), Is.EqualTo(_blobs.Container.TryGet("entry.py")!.ETag));
        }
    }

    [TestCase("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "Md5Mismatch")]
    [TestCase("x-ms-content-crc64", "AAAAAAAAAAA=", "Crc64Mismatch")]
    [TestCase("x-ms-blob-content-md5", "short", "InvalidHeaderValue")]
    [TestCase("x-ms-meta-1st", "x", "InvalidMetadata")]
    [TestCase("x-ms-meta-a-b", "x", "InvalidMetadata")]
    [TestCase("x-ms-copy-source", "https://elsewhere.example/x", "UnsupportedHeader")]
    [TestCase("If-Modified-Since", "yesterday", "InvalidHeaderValue")]
    public void Put_WrongHeader_IsRefusedAndStoresNothing(string header, string value, string code)
    {
        EngineResponse answer = _blobs.Send("PUT", "azureml/x", "hello", ("x-ms-blob-type", "BlockBlob"), (header, value));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(400));
            Assert.That(answer.Header("x-ms-error-code"), Is.EqualTo(code));
            Assert.That(_blobs.Container.TryGet("x"), Is.Null);
        }
    }

    [TestCase(null, "MissingRequiredHeader")]
    [TestCase("PageBlob", "InvalidHeaderValue")]
    public void Put_WithoutUsableType_IsRefused(string? type, string code)
    {
        EngineResponse answer = type is null ? _blobs.Send("PUT", "azureml/x", "hello") : _blobs.Send("PUT", "azureml/x", "hello", ("x-ms-blob-type", type));

        Assert.That((answer.Status, answer.Header("x-ms-error-code")), Is.EqualTo((400, code)));
    }

    [TestCase("<BlockList><Latest>QQ==</Latest></BlockList>", "InvalidBlockList")]
    [TestCase("<BlockList><Latest>not base64</Latest></BlockList>", "InvalidBlockList")]
    [TestCase("<BlockList><Newest>QQ==</Newest></BlockList>", "InvalidBlockList")]
    [TestCase("<BlockList><Latest>", "InvalidXmlDocument")]
    [TestCase("<Blocks/>", "InvalidXmlDocument")]
    [TestCase("", "InvalidXmlDocument")]
    [TestCase("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><BlockList><Latest>&e;</Latest></BlockList>", "InvalidXmlDocument")]
    public void PutBlockList_WrongBody_IsRefused(string body, string code)
    {
        EngineResponse answer = _blobs.Send("PUT", "azureml/x?comp=blocklist", body);

        Assert.That((answer.Status, answer.Header("x-ms-error-code")), Is.EqualTo((400, code)));
    }

    [Test]
    public void PutBlockList_OldAndNewBlocks_AreJoinedInOrder()
    {
        _blobs.Send("PUT", "azureml/x?comp=block&blockid=QQ%3D%3D", "old-a");
        _blobs.Send("PUT", "azureml/x?comp=block&blockid=Qg%3D%3D", "old-b");
        _blobs.Send("PUT", "azureml/x?comp=blocklist", "<BlockList><Latest>QQ==</Latest><Latest>Qg==</Latest></BlockList>");
        _blobs.Send("PUT", "azureml/x?comp=block&blockid=QQ%3D%3D", "new-a");

        EngineResponse waiting = _blobs.Send("GET", "azureml/x?comp=blocklist&blocklisttype=all");
        EngineResponse committed = _blobs.Send(
            "PUT", "azureml/x?comp=blocklist", "<BlockList><Committed>Qg==</Committed><Uncommitted>QQ==</Uncommitted><Committed>QQ==</Committed></BlockList>");
        EngineResponse content = _blobs.Send("GET", "azureml/x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting.Text(), Does.Contain("<CommittedBlocks><Block><Name>QQ==</Name><Size>5</Size></Block><Block><Name>Qg==</Name><Size>5</Size></Block></CommittedBlocks><UncommittedBlocks><Block><Name>QQ==</Name><Size>5</Size></Block></UncommittedBlocks>"));
            Assert.That(committed.Status, Is.EqualTo(201));
            Assert.That(content.Text(), Is.EqualTo("old-bnew-aold-a"));
            Assert.That(_blobs.Container.Staged("x"), Is.Empty);
        }
    }

    [Test]
    public void PutBlockList_RequestsOwnType_IsNotTheBlobs()
    {
        _blobs.Send("PUT", "azureml/x?comp=block&blockid=QQ%3D%3D", "a");
        _blobs.Send("PUT", "azureml/x?comp=blocklist", "<BlockList><Latest>QQ==</Latest></BlockList>", ("Content-Type", "application/xml"));
        string plain = _blobs.Container.TryGet("x")!.Headers.ContentType;
        _blobs.Send("PUT", "azureml/x?comp=blocklist", "<BlockList><Latest>QQ==</Latest></BlockList>", ("Content-Type", "application/xml"), ("x-ms-blob-content-type", "text/csv"));

        Assert.That((plain, _blobs.Container.TryGet("x")!.Headers.ContentType), Is.EqualTo(("application/octet-stream", "text/csv")));
    }

    [Test]
    public void Get_ContentWhoseFileIsGone_IsAnErrorOfTheService()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "x");
        _blobs.Container.Put("x", BlobContent.FromFile(path));
        File.Delete(path);

        EngineResponse answer = _blobs.Send("GET", "azureml/x");

        Assert.That((answer.Status, answer.Header("x-ms-error-code")), Is.EqualTo((500, "InternalError")));
    }

    [TestCase("GET", "azureml/x?comp=lease", 404)]
    [TestCase("PUT", "azureml/x?comp=lease", 400)]
    [TestCase("POST", "azureml/x", 405)]
    [TestCase("PATCH", "azureml?restype=container", 405)]
    [TestCase("GET", "azureml", 400)]
    [TestCase("GET", "?comp=list", 400)]
    [TestCase("GET", "azureml?restype=container&comp=list&maxresults=none", 400)]
    [TestCase("GET", "azureml?restype=container&comp=list&maxresults=0", 400)]
    [TestCase("GET", "nowhere/x", 404)]
    [TestCase("GET", "nowhere?restype=container&comp=list", 404)]
    [TestCase("PUT", "UpperCase?restype=container", 400)]
    [TestCase("PUT", "a--b?restype=container", 400)]
    [TestCase("PUT", "ab?restype=container", 400)]
    [TestCase("PUT", "azureml/x?comp=block&blockid=n*", 400)]
    [TestCase("PUT", "azureml/x?comp=metadata", 404)]
    [TestCase("PUT", "azureml/x?comp=appendblock", 404)]
    public void Handle_WhatIsNotThere_IsRefusedWithItsCode(string method, string pathAndQuery, int status)
    {
        EngineResponse answer = _blobs.Send(method, pathAndQuery);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(status));
            Assert.That(answer.Header("x-ms-error-code"), Is.Not.Null.And.Not.Empty);
            Assert.That(answer.Text(), Does.Contain("<Code>"));
        }
    }

    [Test]
    public void Handle_NameBeyondTheLimit_IsRefused() =>
        Assert.That(_blobs.Send("GET", $"azureml/{new string('x', 1025)}").Header("x-ms-error-code"), Is.EqualTo("InvalidResourceName"));

    [Test]
    public void Append_ToBlockBlob_IsRefused()
    {
        _blobs.Container.Put("x", BlobContent.Empty);

        Assert.That(_blobs.Send("PUT", "azureml/x?comp=appendblock", "more").Header("x-ms-error-code"), Is.EqualTo("InvalidBlobType"));
    }

    [Test]
    public void Append_BeyondTheLongest_IsRefused()
    {
        _blobs.Send("PUT", "azureml/x", "", ("x-ms-blob-type", "AppendBlob"));

        EngineResponse fits = _blobs.Send("PUT", "azureml/x?comp=appendblock", "123", ("x-ms-blob-condition-maxsize", "4"));
        EngineResponse tooMuch = _blobs.Send("PUT", "azureml/x?comp=appendblock", "45", ("x-ms-blob-condition-maxsize", "4"));

        Assert.That((fits.Status, tooMuch.Status), Is.EqualTo((201, 412)));
    }

    [Test]
    public void Handle_SameRequests_GivesSameAnswers()
    {
        using var other = new BlobFixture();

        Assert.That(Conversation(other), Is.EqualTo(Conversation(_blobs)));

        static string Conversation(BlobFixture blobs)
        {
            EngineResponse[] answers =
            [
                blobs.Send("PUT", "azureml/a", "1", ("x-ms-blob-type", "BlockBlob")),
                blobs.Send("GET", "azureml/a"),
                blobs.Send("GET", "azureml/b"),
                blobs.Send("GET", "azureml?restype=container&comp=list"),
            ];
            return string.Concat(answers.Select(a => $"{a.Status} {string.Join(' ', a.Headers)} {a.Text()}\n"));
        }
    }
}
