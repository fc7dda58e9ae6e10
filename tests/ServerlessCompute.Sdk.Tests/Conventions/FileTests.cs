using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>What holds for the files themselves.</summary>
internal sealed partial class FileTests
{
    [Test]
    public void LibraryFiles_Always_HoldOneTypeOfTheirName()
    {
        IEnumerable<string> wrong = LibraryFiles().Where(path => TypeNames(path) is not [var name] || name != Path.GetFileName(path).Split('.')[0]);

        Assert.That(wrong.Select(Repository.Relative), Is.Empty);
    }

    [Test]
    public void PartsOfAType_Always_LieInOneRoom()
    {
        IEnumerable<IGrouping<string, string>> scattered = LibraryFiles()
            .GroupBy(path => $"{Repository.Relative(path).Split('/')[1]}: {TypeNames(path).FirstOrDefault()}", path => Path.GetDirectoryName(path)!)
            .Where(parts => parts.Distinct().Count() > 1);

        Assert.That(scattered.Select(parts => parts.Key), Is.Empty);
    }

    [Test]
    public void LibraryFiles_Always_FitOnAFewScreens() =>
        Assert.That(LibraryFiles().Where(path => File.ReadLines(path).Count() > 400).Select(Repository.Relative), Is.Empty);

    [Test]
    public void Files_Always_NameNoRegistryAndNoPlaceOnSomebodysMachine()
    {
        IEnumerable<string> found = from path in Repository.Files(Repository.Root)
                                    let text = File.ReadAllText(path)
                                    where !text.Contains('\0', StringComparison.Ordinal)
                                    from Match match in Banned().Matches(text)
                                    select $"{Repository.Relative(path)}: {match.Value}";

        Assert.That(found, Is.Empty);
    }

    // Built from pieces, so that this file does not name what it bans.
    [GeneratedRegex("""
        (nuget|pypi|pythonhosted|npmjs|crates)\.(org|io|com)  # packages come from where the user's configuration says
        | (?<![\w.$}*-])/(work|tmp|home|root|Users)/          # a path that exists on one machine only
        | \b[A-Z]:\\{1,2}Users\b
        | \bTO[D]O\b | \bFIX[M]E\b | NotImplemente[d]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Banned();

    private static IEnumerable<string> LibraryFiles() => Repository.Files(Repository.Folder("src"), "*.cs");

    private static string[] TypeNames(string path) =>
        [.. CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                DelegateDeclarationSyntax type => type.Identifier.ValueText,
                _ => null,
            })
            .OfType<string>()];
}
