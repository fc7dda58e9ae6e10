using System.Reflection;
using System.Text.RegularExpressions;
using RuleDescriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;

namespace ServerlessCompute;

/// <summary>What analyzers and generator say is documented.</summary>
internal sealed partial class RuleTests
{
    private static readonly RuleDescriptor[] All =
        [.. typeof(Rules).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (RuleDescriptor)property.GetValue(null)!).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    private static string Page => File.ReadAllText(Repository.Folder("docs", "analyzers.md")).ReplaceLineEndings("\n");

    [Test]
    public void Page_Always_ListsEachRule() => Assert.That(
        Row().Matches(Page).Select(row => row.Value),
        Is.EqualTo(All.Select(rule => $"| [{rule.Id}](#{Anchor(rule)}) | {(rule.DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error ? "error" : "warning")} | {rule.Title.ToString(null)} |")));

    [TestCaseSource(nameof(All))]
    public void Rule_Always_LeadsToItsSection(RuleDescriptor rule)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.HelpLinkUri, Is.EqualTo($"docs/analyzers.md#{Anchor(rule)}"));
            Assert.That(Page, Does.Match($"\n## {rule.Id}\n\n\\S.{{30,}}\n"));
        }
    }

    private static string Anchor(RuleDescriptor rule) => string.Concat(rule.Id.Select(char.ToLowerInvariant));

    [GeneratedRegex(@"^\| \[SCA.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
