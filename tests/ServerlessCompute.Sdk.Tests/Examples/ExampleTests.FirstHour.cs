using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <content>
/// The newcomer's first hour, word for word: each program of the page is written into a file, run with the command that stands behind it, and
/// prints what stands behind that. In place of the packages it takes the libraries that were just built. One
/// after the other with the examples: two builds of one library do not go together.
/// </content>
internal sealed partial class ExampleTests
{
    private static string Page { get; } = File.ReadAllText(Repository.Folder("docs", "first-hour.md"));

    private static string Folder { get; } = Repository.Folder("artifacts", "first-hour");

    private static IEnumerable<string> Hours { get; } = [.. Programs().Matches(Page).Select(static match => match.Groups["name"].Value)];

    [OneTimeSetUp]
    public static async Task MakeTheFolderOfTheFirstHour()
    {
        Directory.CreateDirectory(Folder);

        // The folder stands in the repository for the sake of speed; nothing of the repository holds in it, but that the libraries are built as for the examples.
        await File.WriteAllTextAsync(Path.Combine(Folder, "Directory.Build.props"), "<Project />");
        File.Copy(Repository.Folder("examples", "Directory.Build.targets"), Path.Combine(Folder, "Directory.Build.targets"), overwrite: true);
        await File.WriteAllTextAsync(Path.Combine(Folder, "Directory.Packages.props"), "<Project />");
    }

    [TestCaseSource(nameof(Hours))]
    [CancelAfter(300_000)]
    public async Task FirstHour_EachProgram_PrintsWhatThePageSays(string name, CancellationToken cancellationToken)
    {
        Match program = Programs().Matches(Page).Single(match => match.Groups["name"].Value == name);
        string code = Packages().Replace(program.Groups["code"].Value, static match => $"#:project {Repository.Folder("src", match.Groups["library"].Value)}");
        await File.WriteAllTextAsync(Path.Combine(Folder, name + ".cs"), code, cancellationToken);

        string[] command = program.Groups["command"].Value.Split(' ');
        (int exitCode, string output, string error) = await Terminal.RunAsync(command[0], command[1..], Folder, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.Groups["command"].Value, Is.EqualTo($"dotnet run {name}.cs"));
            Assert.That(exitCode, Is.Zero, error);
            Assert.That(new ExpectedOutput(program.Groups["output"].Value).Mismatch(output), Is.Null, $"It printed:\n{output}\n{error}");
        }
    }

    [Test]
    public void FirstHour_Programs_AreAllThatThePageHasAndOfThePackedVersion()
    {
        string version = Version().Match(File.ReadAllText(Repository.Folder("src", "Directory.Build.props"))).Groups["version"].Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hours.Count(), Is.EqualTo(7).And.EqualTo(Regex.Count(Page, "^`.*`:$", RegexOptions.Multiline)), "every program is found");
            Assert.That(Packages().Matches(Page).Select(static match => match.Groups["version"].Value).Distinct(), Is.EqualTo(new[] { version }));
        }
    }

    [GeneratedRegex("^`(?<name>\\w+)\\.cs`:\\n\\n```csharp\\n(?<code>.*?)^```\\n\\n```console\\n(?<command>[^\\n]*)\\n```\\n\\n```text\\n(?<output>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Programs();

    [GeneratedRegex("#:package (?<library>ServerlessCompute[\\w.]+)@(?<version>\\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Packages();

    [GeneratedRegex("<VersionPrefix>(?<version>[^<]+)<", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
