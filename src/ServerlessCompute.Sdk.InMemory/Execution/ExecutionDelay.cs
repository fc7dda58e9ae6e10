namespace ServerlessCompute;

/// <summary>A wait of a job's delegate on the engine's clock. Its continuation runs inline, inside the beat that ends it.</summary>
internal sealed class ExecutionDelay(JobExecution execution, string jobName) : IEventTarget
{
    // Not asynchronously: inline is what makes delegates deterministic.
    private readonly TaskCompletionSource _over = new();

    public Appointment? Appointment { get; set; }

    public Task Task => _over.Task;

    string IEventTarget.OrderName => jobName;

    public void Complete() => _over.TrySetResult();

    public void Cancel(CancellationToken stop) => _over.TrySetCanceled(stop);

    void IEventTarget.OnDue(int stage) => execution.Resume(this);
}
