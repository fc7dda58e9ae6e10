using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ServerlessCompute;

/// <summary>The namespaces that a console project of the SDK imports by itself.</summary>
internal static class ImplicitUsings
{
    public static IReadOnlyList<string> Namespaces { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The same as source text, for compilations of ours.</summary>
    public static string Source { get; } = string.Concat(Namespaces.Select(name => $"global using {name};\n"));

    /// <summary>The names, without arity, of the framework's public types in those namespaces.</summary>
    public static IReadOnlySet<string> TypeNames() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").SelectMany(PublicTypeNames).ToHashSet(StringComparer.Ordinal);

    private static List<string> PublicTypeNames(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }

        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && Namespaces.Contains(metadata.GetString(type.Namespace)))
            .Select(type => metadata.GetString(type.Name).Split('`')[0])];
    }
}
