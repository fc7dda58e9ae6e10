using System.Diagnostics;

namespace ServerlessCompute;

public sealed class IgnorePatternTests
{
    [TestCase("*.log", "a.log", true)]
    [TestCase("*.log", "x/y/a.log", true)]
    [TestCase("*.log", "a.log/inside", true)]
    [TestCase("*.log", "a.logs", false)]
    [TestCase("x", "x", true)]
    [TestCase("x", "a/x/b", true)]
    [TestCase("x/", "x", false)]
    [TestCase("x/", "x/a", true)]
    [TestCase("x/", "a/x/b/c", true)]
    [TestCase("/x", "a/x", false)]
    [TestCase("a/b", "c/a/b", false)]
    [TestCase("a/b", "a/b/c", true)]
    [TestCase("/*/b", "a/b", true)]
    [TestCase("/*/b", "a/c/b", false)]
    [TestCase("**", "a", true)]
    [TestCase("**/", "a", false)]
    [TestCase("**/", "a/b", true)]
    [TestCase("**/**/", "a/b", true)]
    [TestCase("/**/", "a/b", false)]
    [TestCase("**/a", "a", true)]
    [TestCase("**/a", "x/y/a/z", true)]
    [TestCase("a/**", "a", false)]
    [TestCase("a/**", "a/b/c", true)]
    [TestCase("a/**/b", "a/b", true)]
    [TestCase("a/**/b", "a/x/y/b", true)]
    [TestCase("a/**/**/b", "a/b", true)]
    [TestCase("a//b", "a/b", false)]
    [TestCase("//", "a", false)]
    [TestCase("!/", "a", false)]
    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "a/c", false)]
    [TestCase("a?c", "a\U0001F600c", true)]
    [TestCase("[a-c]x", "bx", true)]
    [TestCase("[a-c]x", "dx", false)]
    [TestCase("[!a]x", "bx", true)]
    [TestCase("[!a]x", "ax", false)]
    [TestCase("q[!a]x", "q/x", true)]
    [TestCase("[^a]x", "^x", true)]
    [TestCase("[^a]x", "bx", false)]
    [TestCase("[]a]x", "]x", true)]
    [TestCase("[!]a]x", "bx", true)]
    [TestCase("[!]a]x", "]x", false)]
    [TestCase("[a-]x", "-x", true)]
    [TestCase("[\\-a]x", "\\x", true)]
    [TestCase("[\\-a]x", "_x", true)]
    [TestCase("[ab", "[ab", true)]
    [TestCase("[]", "[]", true)]
    [TestCase("\\#a", "#a", true)]
    [TestCase("\\!a", "!a", true)]
    [TestCase("\\*", "a", false)]
    [TestCase("  a  ", "a", true)]
    [TestCase("a\\ ", "a ", true)]
    [TestCase("a\\\\ ", "a\\", true)]
    [TestCase("A", "a", false)]
    public void Pattern_AgainstPath_MatchesAsTheReferenceDoes(string pattern, string path, bool matches)
    {
        IgnorePattern parsed = IgnorePattern.Parse(pattern)!;

        Assert.That(parsed.Program.Matches(parsed.Program.Start(), path), Is.EqualTo(matches));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("# comment")]
    [TestCase("  # comment")]
    [TestCase("/")]
    public void Pattern_WithoutMeaning_IsNone(string line) => Assert.That(IgnorePattern.Parse(line), Is.Null);

    [TestCase("!")]
    [TestCase("a\\")]
    [TestCase("a\\/b")]
    [TestCase("[b-a]")]
    public void Pattern_ThatIsMalformed_IsRefused(string line) => Assert.That(() => IgnorePattern.Parse(line), Throws.TypeOf<FormatException>());

    [Test]
    public void Pattern_MadeToBacktrack_TakesNoLonger()
    {
        IgnorePattern pattern = IgnorePattern.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b")!;
        string name = new('a', 200);
        var clock = Stopwatch.StartNew();

        bool matches = pattern.Program.Matches(pattern.Program.Start(), name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(matches, Is.False);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        }
    }
}
