using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>The documentation's table of diagnostics is the code's, and its examples say what the code says.</summary>
internal sealed partial class DiagnosticDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Repository.Folder("docs", "diagnostics.md")).ReplaceLineEndings("\n");

    private static IEnumerable<DiagnosticDescriptor> Catalog => DiagnosticCatalog.All;

    private static IEnumerable<DiagnosticCase> Examples => DiagnosticCases.All.DistinctBy(wrong => wrong.Id);

    [Test]
    public void Catalog_Always_HasIdsInOrderAndOnce()
    {
        string[] ids = [.. Catalog.Select(descriptor => descriptor.Id)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids, Is.Unique.And.Ordered.Using<string>(StringComparer.Ordinal));
            Assert.That(ids, Has.All.Matches("^SC[0-9]{4}$"));
            Assert.That(Catalog.Select(descriptor => descriptor.Title), Is.Unique);
        }
    }

    [Test]
    public void Table_Always_ListsTheCatalog() =>
        Assert.That(Row().Matches(Text).Select(row => row.Value), Is.EqualTo(Catalog.Select(descriptor => $"| [{descriptor.Id}](#{Anchor(descriptor)}) | {Weight(descriptor)} | {descriptor.Title} |")));

    [Test]
    public void Sections_Always_FollowTheCatalog() =>
        Assert.That(Heading().Matches(Text).Select(heading => heading.Groups["id"].Value), Is.EqualTo(Catalog.Select(descriptor => descriptor.Id)));

    [TestCaseSource(nameof(Catalog))]
    public void Section_OfEachDiagnostic_SaysWhatItMeans(DiagnosticDescriptor descriptor) =>
        Assert.That(Section(descriptor.Id), Does.Match($@"\n\*\*{Regex.Escape(descriptor.Title)}\*\* \({Weight(descriptor)}\)\. \S.{{15,}}\n"));

    [TestCaseSource(nameof(Examples))]
    public void Section_OfEachDiagnostic_ShowsTheExampleAndWhatIsSaid(DiagnosticCase wrong) =>
        Assert.That(Section(wrong.Id), Does.EndWith($"\n```csharp\n{Snippet(wrong.Example)}\n```\n\n```text\n{wrong.Validate().All[0]}\n```\n"));

    [Test]
    public void Preamble_Always_IsWhatTheExamplesStartFrom()
    {
        string source = string.Concat(Directory.EnumerateFiles(Repository.Folder("tests", "ServerlessCompute.Sdk.Tests", "Validation"), $"{nameof(DiagnosticCases)}*.cs").Select(File.ReadAllText));
        string preamble = Preamble().Match(Text).Groups["code"].Value;

        Assert.That(preamble.TrimEnd().Split('\n').Where(line => !source.Contains(line, StringComparison.Ordinal)), Is.Empty);
    }

    // A 'with' expression takes a call behind it in parentheses only.
    private static string Snippet(string example) => With().IsMatch(example) ? $"({example}).Validate()" : $"{example}.Validate()";

    private static string Anchor(DiagnosticDescriptor descriptor) => string.Concat(descriptor.Id.Select(char.ToLowerInvariant));

    private static string Weight(DiagnosticDescriptor descriptor) =>
        descriptor.IsOpenWord ? "word" : descriptor.Severity == JobDiagnosticSeverity.Error ? "error" : "warning";

    private static string Section(string id)
    {
        string[] parts = Text.Split($"\n## {id}\n");
        return parts.Length == 2 ? parts[1].Split("\n## ")[0] : "";
    }

    [GeneratedRegex(@"^\| \[SC.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\w+ with \{")]
    private static partial Regex With();

    [GeneratedRegex(@"^## (?<id>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Preamble();
}
