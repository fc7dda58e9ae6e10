using System.Globalization;

namespace ServerlessCompute;

/// <summary>A C# delegate that does a parallel step's work, mini-batch by mini-batch, so many at once as the step's nodes have places for.</summary>
internal sealed class MiniBatchExecutor(Func<MiniBatchContext, Task> run) : IJobExecutor
{
    public async Task<ExecutionOutcome> ExecuteAsync(IExecutionHost host, CancellationToken stop)
    {
        var execution = (JobExecution)host;
        ParallelWork work = ((StepRole)execution.Role!).Parallel!;
        var command = new CommandContext(execution, stop);
        var queue = new Queue<int>(Enumerable.Range(0, work.Batches.Count).Where(i => !work.Done[i]));
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(execution.Lanes(work), Math.Max(1, queue.Count))).Select(_ => LaneAsync(command, work, queue, tally, stop))).ConfigureAwait(false);
        if (tally.Verdict is { } verdict)
        {
            return ExecutionOutcome.Failure("UserError", verdict);
        }

        if (work.AppendRowTo is { } output && !stop.IsCancellationRequested)
        {
            execution.StoreRows(output, work.Rows.Values.SelectMany(static rows => rows));
        }

        return ExecutionOutcome.Success;
    }

    private async Task LaneAsync(CommandContext command, ParallelWork work, Queue<int> queue, Tally tally, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && tally.Verdict is null && Take(queue) is { } number)
        {
            IReadOnlyList<string>? rows = await TryAsync(command, work, number, stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            lock (tally)
            {
                tally.Verdict = work.Finish(number, rows) ?? tally.Verdict;
            }
        }
    }

    /// <summary>A mini-batch with its retries; null when none of them went well.</summary>
    private async Task<IReadOnlyList<string>?> TryAsync(CommandContext command, ParallelWork work, int number, CancellationToken stop)
    {
        for (int attempt = 0; attempt <= work.Retries && !stop.IsCancellationRequested; attempt++)
        {
            var batch = new MiniBatchContext(command, work, number, attempt);
            DateTimeOffset began = command.Now;
            string problem;
            try
            {
                await run(batch).ConfigureAwait(false);
                if (command.Now - began <= work.Timeout)
                {
                    return batch.Rows;
                }

                problem = string.Create(CultureInfo.InvariantCulture, $"it took longer than its retry_settings.timeout of {work.Timeout.TotalSeconds} s");
            }
#pragma warning disable CA1031 // Whatever a mini-batch throws is its own failure: it is tried again.
            catch (Exception e) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                problem = e.Message;
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            command.Log(string.Create(CultureInfo.InvariantCulture, $"Mini-batch {number}, attempt {attempt + 1} of {work.Retries + 1}: {problem}"));
        }

        return null;
    }

    private static int? Take(Queue<int> queue)
    {
        lock (queue)
        {
            return queue.TryDequeue(out int number) ? number : null;
        }
    }

    private sealed class Tally
    {
        public string? Verdict { get; set; }
    }
}
