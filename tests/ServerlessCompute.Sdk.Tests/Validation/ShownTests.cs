namespace ServerlessCompute;

internal sealed class ShownTests
{
    [TestCase("plain", "'plain'")]
    [TestCase("a\nb\tc\r\0d", @"'a\nb\tc\u000d\u0000d'")]
    [TestCase("", "''")]
    public void Value_Always_StandsInQuotesOnOneLine(string value, string shown) => Assert.That(Shown.Value(value), Is.EqualTo(shown));

    [Test]
    public void Value_ThatIsLong_IsCut([Values(161, 400, 100_000)] int length) =>
        Assert.That(Shown.Value(new string('a', length)), Is.EqualTo($"'{new string('a', 160)}…'"));

    [TestCase("https://a.blob.core.windows.net/c/f?sv=1&sig=x", "https://a.blob.core.windows.net/c/f?…")]
    [TestCase("https://me:secret@example.com/r.git", "https://…@example.com/r.git")]
    [TestCase("https://token@example.com", "https://…@example.com")]
    [TestCase("abfss://container@account.dfs.core.windows.net/f", "abfss://container@account.dfs.core.windows.net/f")]
    [TestCase("https://example.com/a@b", "https://example.com/a@b")]
    [TestCase("sv=1&SIG=x", "sv=1&SIG=…")]
    [TestCase("A=B;AccountKey=x;C=D", "A=B;AccountKey=…")]
    [TestCase("://", "://")]
    public void Text_WithASecret_LeavesItOut(string value, string shown) => Assert.That(Shown.Text(value), Is.EqualTo(shown).IgnoreCase);

    [Test]
    public void List_Always_ReadsAsASentence()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shown.List([]), Is.Empty);
            Assert.That(Shown.List(["a"]), Is.EqualTo("a"));
            Assert.That(Shown.List(["a", "b"]), Is.EqualTo("a and b"));
            Assert.That(Shown.List(["a", "b", "c"]), Is.EqualTo("a, b and c"));
        }
    }
}
