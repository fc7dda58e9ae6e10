namespace ServerlessCompute;

internal sealed class ValueListTests
{
    [Test]
    public void Equals_SameItemsInOrder_IsTheSameList()
    {
        ValueList<int> one = [1, 2], same = new[] { 1, 2 }, other = [2, 1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one == same && one.Equals((object)same));
            Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
            Assert.That(one != other);
            Assert.That(one.Equals(null), Is.False);
        }
    }

    [Test]
    public void With_AnItem_LeavesTheOriginal()
    {
        ValueList<int> list = [1];

        Assert.That(list.With(2), Is.EqualTo(new[] { 1, 2 }).AsCollection);
        Assert.That(list, Has.Count.EqualTo(1));
    }

    [Test]
    public void FromArray_ChangedLater_DoesNotChange()
    {
        int[] source = [1];
        ValueList<int> list = source;
        source[0] = 2;

        Assert.That(list[0], Is.EqualTo(1));
        Assert.That(list.ToString(), Is.EqualTo("[1]"));
    }

    [Test]
    public void Empty_HoweverMade_IsOneObject()
    {
        ValueList<int> none = [];

        Assert.That(none, Is.SameAs(ValueList<int>.Empty));
    }
}
