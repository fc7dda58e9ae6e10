using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessCompute;

/// <summary>The sources of the libraries as the compiler sees them, and the assemblies that code of a user may refer to.</summary>
internal static class Sources
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    /// <summary>Every assembly that the tests run with: the framework, the libraries and their packages.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The library compiled from its sources and what our own generator adds, in files without a path; what other generators would add is not there.</summary>
    public static CSharpCompilation Compile(string library)
    {
        IEnumerable<SyntaxTree> trees = Repository.Files(Repository.Folder("src", library), "*.cs")
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings.Source, Options));
        IEnumerable<MetadataReference> references = References.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != library);
        var written = CSharpCompilation.Create(library, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new OpenEnumGenerator().AsSourceGenerator()], parseOptions: Options).RunGenerators(written);
        return written.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees.Select(tree => tree.WithFilePath("")));
    }

    /// <summary>The room that a file is in: the first folder beneath its project, or <c>root</c>.</summary>
    public static string Room(string library, string path) =>
        Path.GetRelativePath(Repository.Folder("src", library), path).Split(Path.DirectorySeparatorChar) is [var room, _, ..] ? room : "root";
}
