using System.Text;

namespace ServerlessCompute;

/// <summary>All words that the service may add to behave the same.</summary>
[TestFixtureSource(typeof(OpenEnums), nameof(OpenEnums.Fixtures))]
internal sealed class OpenEnumTests<T>
    where T : struct, IOpenEnum<T>, IEquatable<T>
{
    private static string[] Known => T.KnownValues.ToArray();

    [Test]
    public void MemberName_OfEachKnownWord_IsThePropertyThatMakesIt()
    {
        string?[] names = [.. Known.Select(T.MemberName)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Known, Is.Not.Empty);
            Assert.That(names.Select(name => ((T?)typeof(T).GetProperty(name!)?.GetValue(null))?.Value), Is.EqualTo(Known));
            Assert.That(names, Is.EqualTo(typeof(T).GetNestedType("Values")!.GetFields().Select(constant => constant.Name)));
            Assert.That(T.MemberName("Brand new"), Is.Null);
        }
    }

    [Test]
    public void Create_KnownWordInAnyCase_TakesTheServicesSpelling() =>
        Assert.That(Known.Select(word => T.Create(word.ToUpperInvariant()).Value), Is.EqualTo(Known));

    [Test]
    public void Equals_AnyCase_IsTheSameWord()
    {
        foreach (string word in Known.Append("Brand new"))
        {
            T one = T.Create(word), other = T.Create(word.ToLowerInvariant());
            Assert.That(one, Is.EqualTo(other));
            Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        }

        Assert.That(Known.Select(T.Create), Is.Unique);
    }

    [Test]
    public void Create_NewWord_KeepsItsLetters()
    {
        Assert.That(T.Create("bRand nEw").Value, Is.EqualTo("bRand nEw"));
        Assert.That(OpenEnum.IsKnown("bRand nEw", T.KnownValues), Is.False);
    }

    [Test]
    public void Default_IsUnset()
    {
        T unset = default;

        Assert.That(unset.Value, Is.Null);
        Assert.That(unset.ToString(), Is.Empty);
        Assert.That(unset.GetHashCode(), Is.Zero);
    }

    [Test]
    public void Read_Bytes_IsTheSameWord() =>
        Assert.That(
            Known.Append("é new").Select(word => OpenEnum.Read<T>(Encoding.UTF8.GetBytes(word.ToLowerInvariant()))),
            Is.EqualTo(Known.Append("é new").Select(T.Create)));
}
