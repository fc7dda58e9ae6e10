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
        string[] silent = [.. members.Elements().Where(member => !SaysSomething(member)).Select(member => (string)member.Attribute("name")!)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(members.Elements(), Is.Not.Empty);
            Assert.That(silent, Is.Empty);
        }
    }

    private static bool SaysSomething(XElement member) =>
        member.Element("inheritdoc") is not null || (member.Element("summary") is { } summary && summary.Value.Trim() is [.., '.' or ')' or '?']);
}
