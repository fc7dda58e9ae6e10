namespace ServerlessCompute;

/// <content>A job before its submission.</content>
public partial class ServerlessComputeClient
{
    /// <summary>
    /// Predicts what a job would get, cost and wait for: for each step and trial the VM size and why not the others, the cores it needs and
    /// those that are left, whether it would wait, price and bound of its cost, what the service would refuse, and what to change. Nothing is
    /// sent but questions.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="ServerlessRequestException">The service refused to answer.</exception>
    public virtual Task<PreflightReport> PreflightAsync(Job job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Preflighter.Of(Connection).CheckAsync(job, cancellationToken);
    }
}
