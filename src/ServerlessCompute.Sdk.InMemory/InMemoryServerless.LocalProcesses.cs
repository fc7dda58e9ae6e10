namespace ServerlessCompute;

/// <content>What jobs do when they run: their own commands, as processes of this machine.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>
    /// Runs the commands of jobs for real, as processes of this machine: with their code, inputs and outputs as files, the variables that
    /// training code expects of the service, their output in the run's log while it is written, and MLflow's tracking REST on the loopback.
    /// Jobs that a delegate matches are still the delegate's.
    /// </summary>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>This service.</returns>
    /// <remarks>
    /// The job's environment image is not used: the command finds the programs that are installed here. Its processes see this process's
    /// environment variables without credentials, that is without those named <c>AZURE_…</c>, <c>AZUREML_…</c>, <c>MLFLOW_…</c>, <c>ARM_…</c>,
    /// <c>MSI_…</c> and <c>IDENTITY_…</c>. They are ended with their job, with this service, and when this process ends, however that happens.
    /// While a job's command runs, the virtual clock goes as fast as the one on the wall.
    /// </remarks>
    /// <exception cref="InvalidOperationException">It was called before: the options of jobs that run cannot change.</exception>
    public InMemoryServerless UseLocalProcesses(LocalProcessOptions? options = null)
    {
        if (_executorResources is not null)
        {
            throw new InvalidOperationException("UseLocalProcesses was called before. Call it once, with all its options, when the service is made.");
        }

        var executor = new LocalProcessExecutor(options ?? new LocalProcessOptions());
        SetExecutor(executor, executor);
        return this;
    }
}
