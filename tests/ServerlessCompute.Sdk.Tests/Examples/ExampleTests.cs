using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// Each program in <c>examples</c> is run as the README says, <c>dotnet run examples/name.cs</c>, and prints what <c>examples/expected/name.txt</c> says.
/// A line <c>// Needs program</c> in an example names a program that it starts; where that is not installed the example is skipped.
/// </summary>
[Category("Examples")]
[Parallelizable(ParallelScope.Self)]
internal sealed partial class ExampleTests
{
    private static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateFiles(Repository.Folder("examples"), "*.cs").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    [TestCaseSource(nameof(Names))]
    [CancelAfter(300_000)]
    public async Task Example_Run_PrintsWhatIsExpected(string name, CancellationToken cancellationToken)
    {
        string source = await File.ReadAllTextAsync(Repository.Folder("examples", name + ".cs"), cancellationToken);
        foreach (Match need in Needs().Matches(source))
        {
            if (!await Terminal.IsInstalledAsync(need.Groups["program"].Value, cancellationToken))
            {
                Assert.Ignore($"{name} is skipped: there is no {need.Groups["program"].Value} on this machine.");
            }
        }

        var expected = new ExpectedOutput(await File.ReadAllTextAsync(Repository.Folder("examples", "expected", name + ".txt"), cancellationToken));
        (int exitCode, string output, string error) = await Terminal.RunAsync("dotnet", ["run", $"examples/{name}.cs"], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, $"{output}\n{error}");
            Assert.That(expected.Mismatch(output), Is.Null, $"It printed:\n{output}\n{error}");
        }
    }

    [Test]
    public void ExpectedOutputs_Always_BelongToAnExample()
    {
        IEnumerable<string> expected = Repository.Files(Repository.Folder("examples"), "*.txt").Select(Repository.Relative).Where(path => path.StartsWith("examples/expected/", StringComparison.Ordinal));

        Assert.That(expected, Is.EquivalentTo(Names.Select(name => $"examples/expected/{name}.txt")));
    }

    [GeneratedRegex("^// Needs (?<program>[a-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Needs();
}
