namespace ServerlessCompute;

/// <summary>A C# delegate that does a job's work.</summary>
internal sealed class DelegateExecutor(Func<CommandContext, Task> run) : IJobExecutor
{
    public async Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop)
    {
        var context = new CommandContext((JobExecution)host, stop);
        try
        {
            await run(context).ConfigureAwait(false);
        }
        finally
        {
            await context.CloseAsync().ConfigureAwait(false);
        }

        return ExecutionOutcome.Success;
    }
}
