namespace ServerlessCompute;

/// <summary>The program of <c>ServerlessCompute.Sdk.AotTest</c>, compiled ahead of time: one file, without its symbols.</summary>
internal sealed class AotSizeFigure : Figure
{
    private const string Project = "ServerlessCompute.Sdk.AotTest";

    public override IReadOnlyList<string> Names => ["aot.size"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        await Terminal.RunAsync("dotnet", "publish", Path.Combine("tests", Project), "-p:PublishAot=true");
        string program = Path.Combine(Terminal.Repository, "artifacts", "publish", Project, "release", Project + (OperatingSystem.IsWindows() ? ".exe" : ""));
        yield return new Measurement(Names[0], new FileInfo(program).Length / 1e6, "MB");
    }
}
