using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>Makes a class of each component whose YAML is among the project's <c>AdditionalFiles</c>: its inputs and outputs have types.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class ComponentGenerator : IIncrementalGenerator
{
    /// <summary>What the step is called that reads files, for whoever looks at what ran again.</summary>
    public const string Reading = "Components";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<(string Space, string Folder)> project = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => (Option(options, "RootNamespace"), Option(options, "ProjectDir")));
        IncrementalValuesProvider<ComponentOutcome> components = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            .Combine(project)
            .Select(static (pair, cancellationToken) => Read(pair.Left.Path, pair.Left.GetText(cancellationToken)?.ToString() ?? "", pair.Right.Space, pair.Right.Folder))
            .Where(static outcome => outcome is not null)
            .Select(static (outcome, _) => outcome!)
            .WithTrackingName(Reading);

        IncrementalValueProvider<bool> hasYaml = context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName("ServerlessCompute.ComponentYaml") is not null);
        context.RegisterSourceOutput(components.Collect().Combine(hasYaml), static (output, all) => Write(output, all.Left, all.Right));
    }

    private static void Write(SourceProductionContext output, IReadOnlyList<ComponentOutcome> components, bool hasYaml)
    {
        if (components.Count > 0 && !hasYaml)
        {
            output.ReportDiagnostic(Diagnostic.Create(Rules.YamlLibraryMissing, Location.None));
            return;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (ComponentOutcome component in components)
        {
            foreach (ComponentMistake mistake in component.Mistakes)
            {
                output.ReportDiagnostic(mistake.ToDiagnostic());
            }

            if (component.ClassName.Length > 0 && !taken.Add(component.ClassName))
            {
                output.ReportDiagnostic(Diagnostic.Create(Rules.MembersCollide, Location.None, component.ClassName, component.ClassName, component.ClassName));
            }
            else if (component.ClassName.Length > 0)
            {
                output.AddSource($"{component.ClassName}.g.cs", SourceText.From(component.Source, Encoding.UTF8));
            }
        }
    }

    /// <summary>The class of a file; null when the file describes no component.</summary>
    private static ComponentOutcome? Read(string path, string text, string space, string projectFolder)
    {
        if (!ComponentReader.IsComponent(text))
        {
            return null;
        }

        var reader = new ComponentReader(path);
        YamlNode root;
        try
        {
            root = YamlDocument.Read(text);
            reader.Read(root);
        }
        catch (YamlMistakeException e)
        {
            return new ComponentOutcome("", "", [new ComponentMistake(Rules.YamlUnreadable, path, e.Line, e.Column, e.Message)]);
        }

        if (reader.Mistakes.Count > 0)
        {
            return new ComponentOutcome("", "", reader.Mistakes);
        }

        string name = root.TextOf("name") ?? Path.GetFileNameWithoutExtension(path);
        string className = ComponentReader.Named(name, isParameter: false);
        string summary = root.TextOf("description") ?? root.TextOf("display_name") ?? $"The component '{name}'.";
        return new ComponentOutcome(className, ComponentWriter.Write(space, className, summary, FolderOf(path, projectFolder), text, reader), []);
    }

    private static string Option(AnalyzerConfigOptionsProvider options, string name) => options.GlobalOptions.TryGetValue($"build_property.{name}", out string? value) ? value : "";

    /// <summary>The folder of a file within the project; empty for a file outside.</summary>
    private static string FolderOf(string path, string projectFolder)
    {
        string folder = (Path.GetDirectoryName(path) ?? "").Replace('\\', '/');
        string project = projectFolder.Replace('\\', '/').TrimEnd('/');
        return project.Length > 0 && folder.StartsWith(project + "/", StringComparison.Ordinal) ? folder.Substring(project.Length + 1) : "";
    }
}
