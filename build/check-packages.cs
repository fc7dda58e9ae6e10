#:property PublishAot=false

// Looks into the packages that 'dotnet pack' left in a folder: exactly the files that belong there, and the metadata that a reader of the
// package's page expects. Prints what is wrong, one line each, and exits with 1 when anything is.
// Usage: dotnet run build/check-packages.cs <folder>

using System.IO.Compression;
using System.Xml.Linq;

if (args is not [string folder])
{
    Console.Error.WriteLine("Name the folder of the packages: dotnet run build/check-packages.cs <folder>");
    return 2;
}

const string Sdk = "ServerlessCompute.Sdk";

// A project that is no package of its own is inside another: the analyzers are in the SDK's.
string[] expectedIds = [.. Directory.EnumerateFiles("src", "*.csproj", SearchOption.AllDirectories)
    .Where(project => !File.ReadAllText(project).Contains("<IsPackable>false</IsPackable>", StringComparison.Ordinal))
    .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
var problems = new List<string>();

string[] expectedFiles = [.. expectedIds.SelectMany(id => (string[])[FileName(id, "nupkg"), FileName(id, "snupkg")])];
Compare("packages", expectedFiles, [.. Directory.EnumerateFiles(folder).Select(Path.GetFileName)!]);

foreach (string id in expectedIds)
{
    if (Find(id, "nupkg") is { } package)
    {
        CheckPackage(id, package);
    }

    if (Find(id, "snupkg") is { } symbols)
    {
        using ZipArchive archive = ZipFile.OpenRead(symbols);
        Compare(Path.GetFileName(symbols), [$"lib/net10.0/{id}.pdb"], Content(archive, id));
    }
}

problems.ForEach(Console.Error.WriteLine);
Console.WriteLine($"{expectedIds.Length} packages looked into, {problems.Count} problems.");
return problems.Count == 0 ? 0 : 1;

void CheckPackage(string id, string package)
{
    using ZipArchive archive = ZipFile.OpenRead(package);
    string name = Path.GetFileName(package);
    string[] analyzers = id == Sdk ? [$"analyzers/dotnet/cs/{Sdk}.Analyzers.dll", $"analyzers/dotnet/cs/{Sdk}.CodeFixes.dll"] : [];
    Compare(name, [.. analyzers, "CHANGELOG.md", "README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], Content(archive, id));

    using Stream stream = (archive.GetEntry(id + ".nuspec") ?? throw new InvalidDataException($"{name} has no {id}.nuspec.")).Open();
    XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
    XNamespace space = metadata.Name.Namespace;
    Require(name, "license", (string?)metadata.Element(space + "license") == "MIT");
    Require(name, "readme", (string?)metadata.Element(space + "readme") == "README.md");
    Require(name, "icon", (string?)metadata.Element(space + "icon") == "icon.png");
    Require(name, "repository commit", (string?)metadata.Element(space + "repository")?.Attribute("commit") is { Length: 40 });
    foreach (string text in (string[])["version", "authors", "description", "releaseNotes", "copyright", "tags"])
    {
        Require(name, text, !string.IsNullOrWhiteSpace((string?)metadata.Element(space + text)));
    }

    // Every package but the SDK itself stands on the SDK of the same version.
    string? version = (string?)metadata.Element(space + "version");
    Require(name, "dependency on ServerlessCompute.Sdk of its own version", id == Sdk
        || metadata.Descendants(space + "dependency").Any(dependency => (string?)dependency.Attribute("id") == Sdk && (string?)dependency.Attribute("version") == version));
}

// A package's name is its id and a version: 'A.1.0.0.nupkg' is a package of 'A', 'A.B.1.0.0.nupkg' is not.
string? Find(string id, string extension) => Directory.EnumerateFiles(folder, $"{id}.*.{extension}")
    .SingleOrDefault(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]) && path.EndsWith("." + extension, StringComparison.Ordinal));

string FileName(string id, string extension) => Path.GetFileName(Find(id, extension)) ?? $"{id}.<version>.{extension}";

// What the packing itself writes is left out.
static string[] Content(ZipArchive archive, string id) => [.. archive.Entries.Select(entry => entry.FullName)
    .Where(path => path != id + ".nuspec" && path != "[Content_Types].xml" && !path.StartsWith("_rels/", StringComparison.Ordinal) && !path.StartsWith("package/", StringComparison.Ordinal))
    .Order(StringComparer.Ordinal)];

void Compare(string what, IReadOnlyCollection<string> expected, IReadOnlyCollection<string> actual)
{
    problems.AddRange(expected.Except(actual, StringComparer.Ordinal).Select(path => $"{what}: {path} is missing."));
    problems.AddRange(actual.Except(expected, StringComparer.Ordinal).Select(path => $"{what}: {path} does not belong here."));
}

void Require(string package, string what, bool holds)
{
    if (!holds)
    {
        problems.Add($"{package}: the {what} is missing or wrong.");
    }
}
