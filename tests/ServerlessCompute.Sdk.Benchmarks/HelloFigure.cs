namespace ServerlessCompute;

/// <summary>
/// A whole process, from its start to its exit, that submits one in-memory job and sees it complete: the program of
/// <c>ServerlessCompute.Sdk.AotTest</c>, compiled while it runs and ahead of time.
/// </summary>
internal sealed class HelloFigure : Figure
{
    private const string Project = "ServerlessCompute.Sdk.AotTest";

    public override IReadOnlyList<string> Names => ["hello.jit", "hello.aot"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        string source = Path.Combine("tests", Project);
        await Terminal.RunAsync("dotnet", "build", source, "-c", "Release");
        yield return await TimeAsync("hello.jit", "dotnet", Path.Combine(Terminal.Repository, "artifacts", "bin", Project, "release", Project + ".dll"));

        await Terminal.RunAsync("dotnet", "publish", source, "-p:PublishAot=true");
        yield return await TimeAsync("hello.aot", Path.Combine(Terminal.Repository, "artifacts", "publish", Project, "release", Project));
    }

    private static async Task<Measurement> TimeAsync(string name, string program, params string[] arguments)
    {
        TimeSpan time = await Stopwatches.MedianAsync(warmUps: 3, runs: 15, () => Terminal.RunAsync(program, arguments));
        return new Measurement(name, time.TotalMilliseconds, "ms");
    }
}
