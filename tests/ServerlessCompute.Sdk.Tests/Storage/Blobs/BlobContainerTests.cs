using System.Text;
using CsCheck;

namespace ServerlessCompute;

/// <summary>A container against the plainest thing that behaves like one: a sorted dictionary of byte strings.</summary>
[TestFixture]
internal sealed class BlobContainerTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["ab/-"], 1, 6];

    private static readonly Gen<string> Bytes = Gen.String[Gen.Char["xyz"], 0, 12];

    [Test]
    public void Changes_OfAnyKind_LeaveWhatTheModelHas() =>
        Gen.Select(Gen.Int[0, 9], Name, Bytes).List[0, 80].Sample(changes =>
        {
            using var store = new BlobStore(new StorageClock(), spillThreshold: 20);
            BlobContainer container = store.Container("account", "container");
            var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
            HashSet<string> appended = [];
            foreach ((int kind, string name, string text) in changes)
            {
                if (kind < 3)
                {
                    container.Put(name, BlobContent.FromBytes(Encoding.UTF8.GetBytes(text)));
                    model[name] = text;
                    appended.Remove(name);
                }
                else if (kind < 8)
                {
                    if (model.ContainsKey(name) && !appended.Contains(name))
                    {
                        Assert.Throws<BlobException>(() => container.Append(name, Encoding.UTF8.GetBytes(text)));
                        continue;
                    }

                    container.Append(name, Encoding.UTF8.GetBytes(text));
                    model[name] = model.GetValueOrDefault(name, "") + text;
                    appended.Add(name);
                }
                else if (kind == 8)
                {
                    Assert.That(container.Delete(name), Is.EqualTo(model.Remove(name)));
                    appended.Remove(name);
                }
                else
                {
                    container.Seal(name);
                }
            }

            Assert.That(container.List().Entries.Select(e => (e.Name, BlobFixture.Text(e.Blob!.Content))), Is.EqualTo(model.Select(m => (m.Key, m.Value))));
        });

    [Test]
    public void List_AnyPrefixDelimiterAndPageSize_ListsWhatTheModelLists() =>
        Gen.Select(Name.List[0, 40], Gen.String[Gen.Char["ab/-"], 0, 3], Gen.Int[0, 2].Select(i => i == 0 ? null : i == 1 ? "/" : "a/"), Gen.Int[1, 5]).Sample((names, prefix, delimiter, pageSize) =>
        {
            using var store = new BlobStore(new StorageClock());
            BlobContainer container = store.Container("account", "container");
            foreach (string name in names)
            {
                container.Put(name, BlobContent.Empty);
            }

            string[] expected = [.. names.Distinct().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => Rolled(n, prefix, delimiter)).Distinct().Order(StringComparer.Ordinal)];

            List<string> listed = [];
            string? marker = null;
            do
            {
                BlobPage page = container.List(prefix, delimiter, marker, pageSize);
                Assert.That(page.Entries, Has.Count.LessThanOrEqualTo(pageSize));
                listed.AddRange(page.Entries.Select(e => e.Blob is null ? $"<{e.Name}>" : e.Name));
                marker = page.NextMarker;
            }
            while (marker is not null);

            Assert.That(listed, Is.EquivalentTo(expected));
            Assert.That(listed.Select(n => n.Trim('<', '>')), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        });

    [Test]
    public void Ranges_OfContentOfAnyKind_AreThoseOfTheWhole() =>
        Gen.Select(Bytes.List[0, 8], Gen.Int[0, 3], Gen.Int[0, 100], Gen.Int[0, 100]).Sample((parts, kind, offset, count) =>
        {
            using var store = new BlobStore(new StorageClock(), spillThreshold: kind == 2 ? 0 : 1 << 20);
            string whole = string.Concat(parts);
            BlobContent content = Content(store.Container("account", "container"), kind, parts);

            string expected = offset >= whole.Length ? "" : whole.Substring(offset, Math.Min(count, whole.Length - offset));
            Assert.That(content.Length, Is.EqualTo(whole.Length));
            Assert.That(Encoding.UTF8.GetString(content.Read(offset, count).Span), Is.EqualTo(expected));

            using Stream stream = content.OpenRead(offset);
            using var reader = new StreamReader(stream);
            Assert.That(reader.ReadToEnd(), Is.EqualTo(offset >= whole.Length ? "" : whole[offset..]));
        });

    [Test]
    public void Append_WhileSomebodyHoldsTheBlob_LeavesTheirViewAsItWas([Values(4, 1 << 20)] int spillThreshold)
    {
        using var store = new BlobStore(new StorageClock(), spillThreshold);
        BlobContainer container = store.Container("account", "container");
        List<Blob> views = [];
        for (int i = 0; i < 10; i++)
        {
            views.Add(container.Append("log", "x"u8));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(views.Select(v => BlobFixture.Text(v.Content)), Is.EqualTo(Enumerable.Range(1, 10).Select(n => new string('x', n))));
            Assert.That(views.Select(v => v.ETag), Is.Unique);
        }
    }

    [Test]
    public void Append_FromManyThreads_LosesNothing()
    {
        using var store = new BlobStore(new StorageClock(), spillThreshold: 1000);
        BlobContainer container = store.Container("account", "container");

        Parallel.For(0, 1000, i => container.Append("log", "line\n"u8));

        Assert.That(BlobFixture.Text(container.TryGet("log")!.Content), Is.EqualTo(string.Concat(Enumerable.Repeat("line\n", 1000))));
    }

    [Test]
    public void Append_BeyondTheThreshold_MovesToAFileThatDisposalDeletes()
    {
        var store = new BlobStore(new StorageClock(), spillThreshold: 1 << 10);
        BlobContainer container = store.Container("account", "container");
        byte[] line = new byte[100];

        for (int i = 0; i < 10; i++)
        {
            container.Append("log", line);
        }

        string? before = store.Spill.FullPath;
        Blob blob = container.Append("log", line);
        string folder = store.Spill.FullPath!;
        bool existed = Directory.Exists(folder);
        store.Dispose();
        store.Dispose();

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<ObjectDisposedException>(() => container.Append("log", line));
            Assert.Throws<ObjectDisposedException>(() => container.Append("another", new byte[2000]));
            Assert.That(before, Is.Null);
            Assert.That(blob.Content.IsInMemory, Is.False);
            Assert.That(blob.Content.Length, Is.EqualTo(1100));
            Assert.That(existed, Is.True);
            Assert.That(Directory.Exists(folder), Is.False);
        }
    }

    [Test]
    public void Put_WhatAFileHolds_IsReadFromThere()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "0123456789");
            using var blobs = new BlobFixture();
            blobs.Container.Put("file", BlobContent.FromFile(path));

            Assert.That(blobs.Send("GET", "azureml/file", "", ("Range", "bytes=3-5")).Text(), Is.EqualTo("345"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Get_LargeSpilledLog_ComesAsAStreamOfJustThatRange()
    {
        using var blobs = new BlobFixture(spillThreshold: 0);
        byte[] content = new byte[300_000];
        new Random(3).NextBytes(content);
        blobs.Container.Append("log", content);

        EngineResponse answer = blobs.Send("GET", "azureml/log", "", ("Range", "bytes=100000-299999"));
        blobs.Container.Append("log", content);
        using var read = new MemoryStream();
        answer.BodyStream!.CopyTo(read);

        Assert.That(read.ToArray(), Is.EqualTo(content[100_000..]));
    }

    [Test]
    public void Put_ThousandsOfNames_FindsEachAndKeepsOrder()
    {
        using var store = new BlobStore(new StorageClock());
        BlobContainer container = store.Container("account", "container");
        string[] names = [.. Enumerable.Range(0, 5000).Select(i => $"{i * 7919 % 5000:0000}")];
        foreach (string name in names)
        {
            container.Put(name, BlobContent.Empty);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(container.Count, Is.EqualTo(5000));
            Assert.That(names.Where(n => container.TryGet(n) is null), Is.Empty);
            Assert.That(container.List().Entries.Select(e => e.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        }
    }

    private static string Rolled(string name, string prefix, string? delimiter)
    {
        int cut = delimiter is null ? -1 : name.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return cut < 0 ? name : $"<{name[..(cut + delimiter!.Length)]}>";
    }

    private static BlobContent Content(BlobContainer container, int kind, List<string> parts)
    {
        switch (kind)
        {
            case 0:
                return BlobContent.FromBytes(Encoding.UTF8.GetBytes(string.Concat(parts)));
            case 3:
                return new BlockListContent([.. parts.Select(p => new Block(p, BlobContent.FromBytes(Encoding.UTF8.GetBytes(p))))]);
            default:
                container.Append("log", []);
                parts.ForEach(p => container.Append("log", Encoding.UTF8.GetBytes(p)));
                return container.TryGet("log")!.Content;
        }
    }
}
