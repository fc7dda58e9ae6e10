namespace ServerlessCompute;

/// <content>What jobs do when they run: C# delegates in place of commands.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>
    /// Has a delegate do the work of some jobs, in place of a run that takes its time and succeeds. Of several that match, the one that
    /// was registered last is taken. The job is Completed when the delegate is over, Failed when it throws.
    /// </summary>
    /// <param name="match">Says of a job whether the delegate does its work; called when the job's machines are up.</param>
    /// <param name="run">Does the work.</param>
    /// <returns>This service.</returns>
    public InMemoryServerless OnCommand(Func<InMemoryJob, bool> match, Func<CommandContext, Task> run)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(run);
        _engine.Executors.Add(match, new DelegateExecutor(run));
        return this;
    }

    /// <summary>Has a delegate that awaits nothing do the work of some jobs.</summary>
    /// <inheritdoc cref="OnCommand(Func{InMemoryJob, bool}, Func{CommandContext, Task})"/>
    public InMemoryServerless OnCommand(Func<InMemoryJob, bool> match, Action<CommandContext> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return OnCommand(match, Wrap(run));
    }

    /// <summary>Has a delegate do the work of the jobs whose command contains a text.</summary>
    /// <param name="textInCommand">The text, for example <c>train.py</c>; compared letter by letter with the command as it was sent.</param>
    /// <param name="run">Does the work.</param>
    /// <returns>This service.</returns>
    public InMemoryServerless OnCommand(string textInCommand, Func<CommandContext, Task> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(textInCommand);
        return OnCommand(job => job.Command.Contains(textInCommand, StringComparison.Ordinal), run);
    }

    /// <summary>Has a delegate that awaits nothing do the work of the jobs whose command contains a text.</summary>
    /// <inheritdoc cref="OnCommand(string, Func{CommandContext, Task})"/>
    public InMemoryServerless OnCommand(string textInCommand, Action<CommandContext> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return OnCommand(textInCommand, Wrap(run));
    }

    /// <summary>Has a delegate do the work of every job.</summary>
    /// <param name="run">Does the work.</param>
    /// <returns>This service.</returns>
    public InMemoryServerless OnCommand(Func<CommandContext, Task> run) => OnCommand(static _ => true, run);

    /// <summary>Has a delegate that awaits nothing do the work of every job.</summary>
    /// <inheritdoc cref="OnCommand(Func{CommandContext, Task})"/>
    public InMemoryServerless OnCommand(Action<CommandContext> run) => OnCommand(static _ => true, run);

    /// <summary>
    /// Has a delegate do the work of parallel steps, one call for each mini-batch, in place of the entry script's <c>run</c>. As many run at
    /// once as the step's nodes have places for; retries and error thresholds are the step's own.
    /// </summary>
    /// <param name="textInCommand">A text in the step's command, for example the name of its entry script; compared letter by letter.</param>
    /// <param name="run">Does the work of one mini-batch.</param>
    /// <returns>This service.</returns>
    public InMemoryServerless OnMiniBatch(string textInCommand, Func<MiniBatchContext, Task> run)
    {
        ArgumentException.ThrowIfNullOrEmpty(textInCommand);
        ArgumentNullException.ThrowIfNull(run);
        _engine.Executors.Add(job => job.IsParallelStep && job.Command.Contains(textInCommand, StringComparison.Ordinal), new MiniBatchExecutor(run));
        return this;
    }

    /// <summary>Has a delegate that awaits nothing do the work of parallel steps, one call for each mini-batch.</summary>
    /// <inheritdoc cref="OnMiniBatch(string, Func{MiniBatchContext, Task})"/>
    public InMemoryServerless OnMiniBatch(string textInCommand, Action<MiniBatchContext> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return OnMiniBatch(textInCommand, batch =>
        {
            run(batch);
            return Task.CompletedTask;
        });
    }

    private static Func<CommandContext, Task> Wrap(Action<CommandContext> run) => context =>
    {
        run(context);
        return Task.CompletedTask;
    };
}
