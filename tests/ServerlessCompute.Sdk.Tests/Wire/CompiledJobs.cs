using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessCompute;

/// <summary>Compiles C# expressions that make jobs, and makes them.</summary>
internal static class CompiledJobs
{
    public static IReadOnlyList<T> Make<T>(IReadOnlyList<string> expressions)
        where T : class
    {
        string members = string.Concat(expressions.Select((expression, i) => $"public static {typeof(T).Name} Made{i}() => {expression};\n"));
        string source = $"#pragma warning disable SCEXP001\nusing ServerlessCompute;\n{string.Concat(ImplicitUsings.Namespaces.Select(name => $"using {name};\n"))}public static class Jobs\n{{\n{members}}}\n";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "jobs",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            Sources.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        string[] errors = [.. compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];
        Assert.That(errors, Is.Empty, source);

        image.Position = 0;
        var context = new AssemblyLoadContext("jobs", isCollectible: true);
        Type jobs = context.LoadFromStream(image).GetType("Jobs")!;
        T[] made = [.. expressions.Select((_, i) => (T)jobs.GetMethod($"Made{i}")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null)!)];
        context.Unload();
        return made;
    }
}
