using CsCheck;

namespace ServerlessCompute;

internal sealed class ValueMapTests
{
    private static readonly Gen<Dictionary<string, int>> _entries = Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 3], Gen.Int[0, 3])[0, 40];

    [Test]
    public void Equals_AnyOrder_IsTheSameMap() =>
        Gen.Select(_entries, Gen.Int).Sample(
            (entries, seed) =>
            {
                KeyValuePair<string, int>[] shuffled = [.. entries];
                new Random(seed).Shuffle(shuffled);
                ValueMap<int> one = entries, other = ValueMap.From(shuffled);
                return one == other && one.GetHashCode() == other.GetHashCode();
            },
            iter: 1_000);

    [Test]
    public void Equals_AnEntryChanged_IsAnotherMap() =>
        _entries.Where(entries => entries.Count > 0).Sample(
            entries =>
            {
                ValueMap<int> map = entries;
                string name = map.Keys.Last();
                return map != map.With(name, map[name] + 1) && map != map.Without(name) && map.Without(name).With(name, map[name]) == map;
            },
            iter: 1_000);

    [Test]
    public void Lookup_AnySize_FindsEachEntry() =>
        _entries.Sample(
            entries =>
            {
                ValueMap<int> map = entries;
                return map.Count == entries.Count
                    && entries.All(entry => map[entry.Key] == entry.Value && map.ContainsKey(entry.Key))
                    && !map.ContainsKey("no such name");
            },
            iter: 1_000);

    [Test]
    public void Order_OfTheEntries_IsKept()
    {
        ValueMap<int> map = [new("z", 1), new("a", 2)];

        Assert.That(map.With("m", 3).With("z", 9), Is.EqualTo(new KeyValuePair<string, int>[] { new("z", 9), new("a", 2), new("m", 3) }).AsCollection);
        Assert.That(map.ToString(), Is.EqualTo("{ z = 1, a = 2 }"));
    }

    [Test]
    public void Verbs_Always_LeaveTheOriginal()
    {
        ValueMap<int> map = [new("a", 1)];
        _ = map.With("a", 2).With("b", 3).Without("a");

        Assert.That(map, Is.EqualTo((ValueMap<int>)[new("a", 1)]));
        Assert.That(map.Without("b"), Is.SameAs(map));
        Assert.That(() => map.With("", 1), Throws.ArgumentException);
    }

    [Test]
    public void FromDictionary_ChangedLater_DoesNotChange()
    {
        var source = new Dictionary<string, int> { ["a"] = 1 };
        ValueMap<int> map = source;
        source["a"] = 2;

        Assert.That(map["a"], Is.EqualTo(1));
    }

    [TestCase(2)]
    [TestCase(40)]
    public void Create_ANameTwice_IsRefusedByName(int count)
    {
        KeyValuePair<string, int>[] entries = [.. Enumerable.Range(0, count - 1).Select(i => KeyValuePair.Create($"n{i}", i)), new("n0", 0)];

        Assert.That(() => ValueMap.Create<int>(entries), Throws.ArgumentException.With.Message.Contains("'n0'"));
    }

    [Test]
    public void Indexer_NoSuchName_ListsTheNames()
    {
        ValueMap<int> map = [new("a", 1), new("b", 2)];

        Assert.That(() => map["c"], Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("a, b"));
        Assert.That(() => ValueMap<int>.Empty["c"], Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("none"));
    }
}
