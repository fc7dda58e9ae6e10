namespace ServerlessCompute;

/// <summary>An executor with a folder of its own, which must be empty when all is over.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private readonly LocalProcessExecutor _executor;

    public LocalRun(Func<LocalProcessOptions, LocalProcessOptions>? change = null)
    {
        var options = new LocalProcessOptions { WorkFolder = WorkFolder, KillGracePeriod = TimeSpan.FromMilliseconds(300) };
        _executor = new LocalProcessExecutor(change?.Invoke(options) ?? options);
    }

    public string WorkFolder { get; } = Directory.CreateTempSubdirectory("sc-local-").FullName;

    public CancellationTokenSource Stop { get; } = new();

    /// <summary>The working folders of jobs that are there now.</summary>
    public IEnumerable<string> JobFolders => Directory.EnumerateDirectories(WorkFolder).SelectMany(Directory.EnumerateDirectories).Where(static folder => Path.GetFileName(folder) is not "kept");

    /// <summary>Runs a job on an executor of its own.</summary>
    public static async Task<ExecutionOutcome> Once(FakeHost host)
    {
        await using var run = new LocalRun();
        return await run.Execute(host);
    }

    public Task<ExecutionOutcome> Execute(FakeHost host) => _executor.ExecuteAsync(host, Stop.Token);

    public void Cancel(FakeHost host, StopReason reason = StopReason.Canceled)
    {
        host.StopReason = reason;
        Stop.Cancel();
    }

    public ValueTask DisposeExecutorAsync() => _executor.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _executor.DisposeAsync();
        Stop.Dispose();
        Directory.Delete(WorkFolder, recursive: true);
    }
}
