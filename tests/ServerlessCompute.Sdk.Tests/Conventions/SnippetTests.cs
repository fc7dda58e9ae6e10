using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessCompute;

/// <summary>
/// The C# on the pages of the documentation compiles. The snippets of a page are read in order, each sees what those before it declared,
/// as in a notebook; a snippet that is a whole program may also stand alone.
/// </summary>
internal sealed partial class SnippetTests
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);
    private static readonly CSharpParseOptions Program = new(LanguageVersion.Latest);

    // That something is a preview the compiler says to whoever uses it; a page says it in words.
    private static readonly KeyValuePair<string, ReportDiagnostic>[] Previews = [new("SCEXP001", ReportDiagnostic.Suppress)];

    private static IEnumerable<string> Pages { get; } =
        [.. Repository.Files(Repository.Root, "*.md").Where(path => File.ReadAllText(path).Contains("```csharp", StringComparison.Ordinal)).Select(Repository.Relative)];

    [TestCaseSource(nameof(Pages))]
    public void Snippets_OfEachPage_Compile(string page)
    {
        CSharpCompilation? previous = null;
        using (Assert.EnterMultipleScope())
        {
            foreach (Match fence in Fences().Matches(File.ReadAllText(Repository.Folder(page))))
            {
                // Lines that name packages are for 'dotnet run'.
                string snippet = Directives().Replace(fence.Groups["code"].Value, "");
                CSharpCompilation script = AsScript(snippet, previous);
                string[] errors = Errors(script);
                if (errors.Length > 0 && Errors(AsProgram(snippet)).Length > 0)
                {
                    Assert.Fail($"{page}: {string.Join("; ", errors)}\n{snippet}");
                }
                else if (errors.Length == 0)
                {
                    previous = script;
                }
            }
        }
    }

    [Test]
    public void Fences_OfCSharp_AreMarkedSoThatTheyAreCompiled()
    {
        IEnumerable<string> unseen = Repository.Files(Repository.Root, "*.md").Where(path => OtherFences().IsMatch(File.ReadAllText(path)));

        Assert.That(unseen.Select(Repository.Relative), Is.Empty, "A fence of C# is marked csharp.");
    }

    private static CSharpCompilation AsScript(string snippet, CSharpCompilation? previous) => CSharpCompilation.CreateScriptCompilation(
        "snippet",
        CSharpSyntaxTree.ParseText(snippet, Script),
        Sources.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: [.. ImplicitUsings.Namespaces, "ServerlessCompute"], specificDiagnosticOptions: Previews),
        previous);

    private static CSharpCompilation AsProgram(string snippet) => CSharpCompilation.Create(
        "snippet",
        [CSharpSyntaxTree.ParseText(snippet, Program), CSharpSyntaxTree.ParseText(ImplicitUsings.Source, Program)],
        Sources.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, specificDiagnosticOptions: Previews));

    private static string[] Errors(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    [GeneratedRegex("^```csharp\\s*\\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^#:.*$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    [GeneratedRegex("^\\s*```\\s*(cs|c#|C#|CSharp)\\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherFences();
}
