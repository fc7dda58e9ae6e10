using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Each rule of the service is held by a test that carries its number, and told on the page about them.</summary>
internal sealed partial class RuleNumbersTests
{
    [Test]
    public void Rules_Each_HasATestWithItsCategory()
    {
        HashSet<string> held = [.. Repository.Files(Repository.Folder("tests"), "*.cs").SelectMany(static path => Numbers(Category(), File.ReadAllText(path)))];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RuleNumbers.All.Except(held), Is.Empty, "no test has the category of these rules");
            Assert.That(held.Except(RuleNumbers.All), Is.Empty, "tests carry the number of rules that there are not");
        }
    }

    [Test]
    public void Rules_Each_HasItsRowInTheDocumentation() =>
        Assert.That(Numbers(Row(), File.ReadAllText(Repository.Folder("docs", "serverless-rules.md"))), Is.EqualTo(RuleNumbers.All));

    [Test]
    public void Rules_OfTheirSource_AreAllHere() =>
        Assert.That(Numbers(Row(), File.ReadAllText(SharedMaterial.Demand("serverless-rules.md"))), Is.EquivalentTo(RuleNumbers.All));

    private static IEnumerable<string> Numbers(Regex pattern, string text) => pattern.Matches(text).Select(static match => match.Groups["rule"].Value);

    [GeneratedRegex("Category\\(\"(?<rule>S\\d\\d)\"\\)")]
    private static partial Regex Category();

    [GeneratedRegex(@"^\| (?<rule>S\d\d) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
