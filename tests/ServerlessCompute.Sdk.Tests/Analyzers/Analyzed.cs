using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ServerlessCompute;

/// <summary>Programs as the compiler sees them with our analyzers, and as an editor leaves them when a fix was taken.</summary>
internal static class Analyzed
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>What an analyzer finds in a program, in order. The program compiles.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(DiagnosticAnalyzer analyzer, string program)
    {
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, program);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);

        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The program after the offer of that number was taken for the first thing found. What is left compiles.</summary>
    public static async Task<string> FixAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string program, int offer = 0)
    {
        ImmutableArray<Diagnostic> found = await FindAsync(analyzer, program);
        using AdhocWorkspace workspace = new();
        Document document = Open(workspace, program);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        var offers = new List<CodeAction>();
        var diagnostic = Diagnostic.Create(found[0].Descriptor, Location.Create(tree, found[0].Location.SourceSpan), found[0].Properties);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));

        ImmutableArray<CodeActionOperation> operations = await offers[offer].GetOperationsAsync(CancellationToken.None);
        Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        string text = (await changed.GetTextAsync()).ToString();
        Compilation compilation = (await changed.Project.GetCompilationAsync())!;
        Assert.That(compilation.GetDiagnostics().Where(problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty, text);
        return text;
    }

    private static Document Open(AdhocWorkspace workspace, string program)
    {
        var id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(id, VersionStamp.Default, "program", "program", LanguageNames.CSharp, compilationOptions: Options, parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: Sources.References))
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", ImplicitUsings.Source);
        var document = DocumentId.CreateNewId(id);
        return solution.AddDocument(document, "Program.cs", program).GetDocument(document)!;
    }
}
