using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace ServerlessCompute;

/// <summary>
/// The snippets of these pages do not only compile: they are run in order, the tests in them too, and a fence of text that stands right behind a
/// snippet is what it prints; a picture of a page is what its variable of that name holds.
/// </summary>
internal sealed partial class PageTests
{
    private static readonly string[] Pages = ["docs/testing.md", "docs/display.md"];

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Job).Assembly, typeof(InMemoryServerless).Assembly, typeof(Azure.Core.TokenCredential).Assembly, typeof(Moq.Mock).Assembly, typeof(Assert).Assembly)
        .WithImports([.. ImplicitUsings.Namespaces, "ServerlessCompute"]);

    [TestCaseSource(nameof(Pages))]
    [CancelAfter(120_000)]
    public async Task Snippets_OneAfterTheOther_RunAndPrintWhatThePageSays(string page, CancellationToken cancellationToken)
    {
        using var host = new NotebookHost();
        ScriptState<object>? state = null;
        int tests = 0;
        foreach (Match fence in Fences().Matches(await File.ReadAllTextAsync(Repository.Folder(page), cancellationToken)))
        {
            string code = fence.Groups["code"].Value;
            state = state is null ? await CSharpScript.RunAsync(code, Options, host, cancellationToken: cancellationToken) : await state.ContinueWithAsync(code, Options, cancellationToken);
            foreach (string fixture in Classes(code))
            {
                tests += await RunTestsAsync((Type)(await state.ContinueWithAsync($"typeof({fixture})", Options, cancellationToken)).ReturnValue);
            }

            string printed = string.Concat(host.Take().Select(static output => output.Text));
            if (fence.Groups["output"] is { Success: true } output)
            {
                Assert.That(new ExpectedOutput(output.Value).Mismatch(printed), Is.Null, $"It printed:\n{printed}");
            }
        }

        foreach (Match picture in PictureLinks().Matches(await File.ReadAllTextAsync(Repository.Folder(page), cancellationToken)))
        {
            string shown = state!.GetVariable(picture.Groups["name"].Value).Value.ToString()!;
            string path = Repository.Folder("docs", "pictures", picture.Groups["name"].Value + ".svg");
            if (ProcessEnvironment.Current["UPDATE_GOLDEN"] == "1")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, shown, cancellationToken);
            }

            Assert.That(File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "", Is.EqualTo(shown), $"{path}: UPDATE_GOLDEN=1 writes it anew.");
        }

        Assert.That(tests, page == "docs/testing.md" ? Is.EqualTo(4) : Is.Zero, "tests on the page");
    }

    private static IEnumerable<string> Classes(string code) => CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Script)).GetRoot()
        .DescendantNodes().OfType<ClassDeclarationSyntax>().Where(static type => type.ToString().Contains("[Test]", StringComparison.Ordinal)).Select(static type => type.Identifier.ValueText);

    private static async Task<int> RunTestsAsync(Type fixture)
    {
        MethodInfo[] tests = [.. fixture.GetMethods().Where(static method => method.GetCustomAttribute<TestAttribute>() is not null)];
        foreach (MethodInfo test in tests)
        {
            await (Task)test.Invoke(Activator.CreateInstance(fixture), null)!;
        }

        return tests.Length;
    }

    [GeneratedRegex(@"!\[[^\]]*\]\(pictures/(?<name>\w+)\.svg\)", RegexOptions.ExplicitCapture)]
    private static partial Regex PictureLinks();

    [GeneratedRegex("^```csharp\\s*\\n(?<code>.*?)^```(\\s*^```text\\s*\\n(?<output>.*?)^```)?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fences();
}
