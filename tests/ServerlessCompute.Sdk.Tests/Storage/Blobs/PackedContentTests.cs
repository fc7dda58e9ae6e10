using System.Text;

namespace ServerlessCompute;

[TestFixture]
internal sealed class PackedContentTests
{
    private static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(static i => $"epoch {i}: loss 0.{i * 7919 % 1000:000}\n")));

    [Test]
    public void TryPack_LinesOfALog_TakeLessRoomAndAreReadAsTheyWere()
    {
        byte[] lines = Lines(20);

        PackedContent packed = PackedContent.TryPack(lines)!;
        using Stream stream = packed.OpenRead(100);
        using var rest = new MemoryStream();
        stream.CopyTo(rest);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(packed.Length, Is.EqualTo(lines.Length));
            Assert.That(packed.Read(0, int.MaxValue).ToArray(), Is.EqualTo(lines));
            Assert.That(packed.Read(7, 5).ToArray(), Is.EqualTo(lines[7..12]));
            Assert.That(packed.Read(lines.Length + 5, 5).ToArray(), Is.Empty);
            Assert.That(rest.ToArray(), Is.EqualTo(lines[100..]));
        }
    }

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(5000)]
    public void TryPack_WhatIsShortOrVeryLong_StaysAsItIs(int lines) => Assert.That(PackedContent.TryPack(Lines(lines)), Is.Null);

    [Test]
    public void TryPack_WhatGainsNothing_StaysAsItIs()
    {
        var chance = Chance.Stream(1, 1);
        byte[] noise = [.. Enumerable.Range(0, 1000).Select(_ => (byte)chance.Below(256))];

        Assert.That(PackedContent.TryPack(noise), Is.Null);
    }

    [Test]
    [Category("S51")]
    public void Seal_OfALog_KeepsItsBytesAndItsTag()
    {
        using var store = new BlobStore(TimeProvider.System);
        BlobContainer container = store.Container("account", "logs");
        container.Append("log", Lines(10));
        Blob open = container.Append("log", Lines(30).AsSpan(Lines(10).Length));

        container.Seal("log");
        Blob sealedBlob = container.TryGet("log")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sealedBlob.Content, Is.TypeOf<PackedContent>());
            Assert.That(sealedBlob.Content.Read(0, int.MaxValue).ToArray(), Is.EqualTo(Lines(30)));
            Assert.That((sealedBlob.ETag, sealedBlob.LastModified), Is.EqualTo((open.ETag, open.LastModified)));
            Assert.That(container.Append("log", "late\n"u8).Content.Read(0, int.MaxValue).ToArray(), Is.EqualTo(Lines(30).Concat("late\n"u8.ToArray())));
        }
    }
}
