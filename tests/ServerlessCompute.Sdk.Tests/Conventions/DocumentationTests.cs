using System.Xml.Linq;

namespace ServerlessCompute;

/// <summary>
/// What the compiler does not check about documentation. That each public member has a comment at all is its warning CS1591, an error here.
/// </summary>
internal sealed class DocumentationTests
{
    [TestCaseSource(typeof(Repository), nameof(Repository.Libraries))]
    public void DocumentationFile_OfEachLibrary_SaysSomethingAboutEachMember(string library)
    {
        XElement members = XDocument.Load(Path.Combine(AppContext.BaseDirectory, library + ".xml")).Root!.Element("members")!;
        string[] silent = [.. members.Elements().Where(member => !SaysSomething(member)).Select(member => (string)member.Attribute("name")!).Where(IsPublic)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(members.Elements(), Is.Not.Empty);
            Assert.That(silent, Is.Empty);
        }
    }

    // The file has internal members too: 'M:ServerlessCompute.Type.Name(…)' is public when the type is and shows a member of that name.
    private static bool IsPublic(string id)
    {
        string name = id[2..].Split('(')[0];
        return PublicSurface.Types.Any(type => type.FullName!.Replace('+', '.') is var typeName
            && (typeName == name || (name.StartsWith(typeName + ".", StringComparison.Ordinal) && PublicSurface.Shows(type, name[(typeName.Length + 1)..]))));
    }

    private static bool SaysSomething(XElement member) =>
        member.Element("inheritdoc") is not null || (member.Element("summary") is { } summary && summary.Value.Trim() is [.., '.' or '?']);
}
