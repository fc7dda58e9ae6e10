using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>A program that is compiled with YAML files among its <c>AdditionalFiles</c>.</summary>
internal sealed class Generated
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private readonly AFile[] _files;
    private GeneratorDriver _driver;

    public Generated(string program, params (string Path, string Text)[] files)
    {
        _files = [.. files.Select(file => new AFile(file.Path, file.Text))];
        Program = CSharpCompilation.Create(
            "program",
            [CSharpSyntaxTree.ParseText(program, Parse, "Program.cs"), CSharpSyntaxTree.ParseText(ImplicitUsings.Source, Parse)],
            Sources.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new ComponentGenerator().AsSourceGenerator()],
            _files,
            Parse,
            new Options(),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    /// <summary>The program without what was generated.</summary>
    public CSharpCompilation Program { get; private set; }

    /// <summary>The program with what was generated.</summary>
    public Compilation All { get; private set; } = null!;

    /// <summary>What the generator said.</summary>
    public ImmutableArray<Diagnostic> Said { get; private set; }

    /// <summary>What the compiler said of both.</summary>
    public IEnumerable<Diagnostic> Errors => All.GetDiagnostics().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);

    public string Source(string className) => _driver.GetRunResult().GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == $"{className}.g.cs").ToString();

    /// <summary>Why each file's outcome is what it is: read anew, or kept.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons =>
        _driver.GetRunResult().Results.Single().TrackedSteps[ComponentGenerator.Reading].SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>Compiles again with another file of C# beside the program.</summary>
    public void Add(string source)
    {
        Program = Program.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Parse));
        Run();
    }

    /// <summary>Compiles again with another text in a file.</summary>
    public void Change(string path, string to)
    {
        AFile file = _files.Single(file => file.Path == path);
        _driver = _driver.ReplaceAdditionalText(file, new AFile(path, to));
        Run();
    }

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Program, out Compilation all, out ImmutableArray<Diagnostic> said);
        All = all;
        Said = said;
    }

    private sealed class AFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch { "build_property.RootNamespace" => "Taxi", "build_property.ProjectDir" => "/project/", _ => null };
            return value is not null;
        }
    }
}
