using Azure;

namespace ServerlessCompute;

/// <content>Schedules.</content>
public partial class ServerlessComputeClient
{
    /// <summary>
    /// Checks the schedule, uploads and registers what its job needs, and makes it, or puts it in the place of the one of its name. Waits
    /// until the service has done so.
    /// </summary>
    /// <param name="schedule">The schedule. Its job may be of any kind.</param>
    /// <param name="options">How the job's files are taken; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; what was sent already stays.</param>
    /// <returns>The schedule as the service keeps it.</returns>
    /// <exception cref="JobValidationException">The schedule or its job cannot work as it is; the exception lists every problem. Nothing was sent.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says. The schedule was not sent.</exception>
    /// <exception cref="ServerlessRequestException">The service refused, or could not make it.</exception>
    /// <exception cref="TimeoutException">The service did not say in its own time that it is done.</exception>
    public virtual async Task<Schedule> CreateOrUpdateScheduleAsync(Schedule schedule, SubmitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        options ??= new SubmitOptions();
        Check(schedule, options);
        return await ScheduleSubmission.PutAsync(Connection, schedule, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Says what <see cref="CreateOrUpdateScheduleAsync"/> would upload, register, look up and send. Checks the schedule and reads the files
    /// that its job needs; sends nothing and asks nobody.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="options">How the job's files would be taken; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading of files.</param>
    /// <exception cref="ArgumentException">The schedule makes no job.</exception>
    /// <exception cref="JobValidationException">The schedule or its job cannot work as it is; the exception lists every problem.</exception>
    /// <exception cref="JobAssetException">A file or folder is not as the job says, or is too large.</exception>
    public virtual async Task<SubmissionPlan> PlanAsync(Schedule schedule, SubmitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        options ??= new SubmitOptions();
        ValueList<JobDiagnostic> warnings = Check(schedule, options);
        Job job = schedule.CreateJob ?? throw new ArgumentException("The schedule makes no job, so that there is nothing to plan.", nameof(schedule));
        SubmissionPlan plan = await ScheduleSubmission.PlanAsync(Connection, schedule, job, options, cancellationToken).ConfigureAwait(false);
        return plan with { Warnings = [.. warnings, .. plan.Warnings] };
    }

    /// <summary>A schedule as the service keeps it.</summary>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such schedule.</exception>
    public virtual Task<Schedule> GetScheduleAsync(string scheduleName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheduleName);
        return ScheduleRequests.GetAsync(Connection, scheduleName, ScheduleRequests.ReadVersion(Connection), cancellationToken);
    }

    /// <summary>The workspace's schedules, asked for page by page while they are read.</summary>
    /// <param name="view">Which of them.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<Schedule> GetSchedulesAsync(ScheduleListView view = ScheduleListView.Enabled, CancellationToken cancellationToken = default) =>
        SchedulePages.Of(Connection, view, cancellationToken);

    /// <summary>Lets a schedule fire. Waits until the service has done so.</summary>
    /// <returns>The schedule as the service keeps it.</returns>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such schedule.</exception>
    public virtual Task<Schedule> EnableScheduleAsync(string scheduleName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheduleName);
        return ScheduleRequests.SetEnabledAsync(Connection, scheduleName, isEnabled: true, cancellationToken);
    }

    /// <summary>Lets a schedule fire no more. Waits until the service has done so. Jobs that it made go on.</summary>
    /// <returns>The schedule as the service keeps it.</returns>
    /// <exception cref="ServerlessRequestException">The service refused; 404 when there is no such schedule.</exception>
    public virtual Task<Schedule> DisableScheduleAsync(string scheduleName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheduleName);
        return ScheduleRequests.SetEnabledAsync(Connection, scheduleName, isEnabled: false, cancellationToken);
    }

    /// <summary>Deletes a schedule, which must be disabled, and waits until it is gone. One that is not there is no error.</summary>
    /// <exception cref="ServerlessRequestException">The service refused: the schedule is enabled (<see cref="DisableScheduleAsync"/> first).</exception>
    public virtual Task DeleteScheduleAsync(string scheduleName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheduleName);
        return ScheduleRequests.DeleteAsync(Connection, scheduleName, cancellationToken);
    }

    private ValueList<JobDiagnostic> Check(Schedule schedule, SubmitOptions options)
    {
        JobValidationResult validation = schedule.Validate();
        if (!options.SkipValidation)
        {
            validation.ThrowIfInvalid();
            if (ScheduleSubmission.FindEnd(schedule, Connection.Time.GetUtcNow()) is { } over)
            {
                throw new JobValidationException([over]);
            }
        }

        ValueList<JobDiagnostic> warnings = validation.Warnings;
        options.Tell(warnings);
        return warnings;
    }
}
