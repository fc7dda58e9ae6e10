namespace ServerlessCompute;

/// <summary>A C# delegate that does a job's work.</summary>
internal sealed class DelegateExecutor(Func<CommandContext, Task> run) : IJobExecutor
{
    public async Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop)
    {
        await run(new CommandContext((JobExecution)host, stop)).ConfigureAwait(false);
        return ExecutionOutcome.Success;
    }
}
