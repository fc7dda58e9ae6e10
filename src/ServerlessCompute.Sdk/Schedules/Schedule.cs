namespace ServerlessCompute;

/// <summary>
/// When and what the service starts by itself. Made with <see cref="Cron"/>, <see cref="Every"/> or an object initialiser; immutable.
/// </summary>
/// <example>
/// <code>
/// Schedule schedule = Schedule.Cron("0 9 * * 1", job).WithName("monday-morning").WithTimeZone("Europe/Berlin");
/// await client.CreateOrUpdateScheduleAsync(schedule);
/// </code>
/// </example>
/// <remarks>Thread-safe. Two schedules are equal when everything they say is equal.</remarks>
public sealed partial record Schedule : JobPart
{
    /// <summary>
    /// Stands for the time when the schedule fired, in a text that flows into the job: <c>.WithInput("day", Schedule.TriggerTime)</c>.
    /// </summary>
    public const string TriggerTime = "${{creation_context.trigger_time}}";

    /// <summary>
    /// Stands for the name of the job that is made, in a text or a path of it:
    /// <c>Output.UriFolder($"azureml://datastores/reports/paths/{Schedule.JobName}/")</c>.
    /// </summary>
    public const string JobName = "${{name}}";

    /// <summary>The schedule's name in the workspace: letters, digits, <c>-</c> and <c>_</c>, 255 at most.</summary>
    /// <value>Null, which is an error.</value>
    public string? Name { get; init; }

    /// <summary>The name shown in the studio; any text, and not unique.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the schedule is for.</summary>
    public string? Description { get; init; }

    /// <summary>Labels of your own.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>Properties of your own.</summary>
    public ValueMap<string> Properties { get; init; } = ValueMap<string>.Empty;

    /// <summary>When it fires.</summary>
    /// <value>Null, which is an error.</value>
    public ScheduleTrigger? Trigger { get; init; }

    /// <summary>What happens then; a job by itself is made.</summary>
    /// <value>Null, which is an error.</value>
    public ScheduleAction? Action { get; init; }

    /// <summary>Whether it fires.</summary>
    /// <value>Null: it does.</value>
    public bool? IsEnabled { get; init; }

    /// <summary>How far the service is with making or changing the schedule; set on schedules that the service sent.</summary>
    public ScheduleProvisioningState ProvisioningState { get; init; }

    /// <summary>The schedule's full resource id; set on schedules that the service sent.</summary>
    public string? Id { get; init; }

    /// <summary>Who made the schedule and when; set on schedules that the service sent.</summary>
    public SystemData? SystemData { get; init; }

    /// <summary>The job that is made.</summary>
    /// <value>Null: the schedule does something else, or nothing.</value>
    public Job? CreateJob => (Action as CreateJobAction)?.Job;

    /// <summary>Fires at the times of a cron expression: minutes, hours, days, months, days of the week.</summary>
    /// <param name="expression">The expression, for example <c>0 9 * * 1</c>. The service ignores its days and months.</param>
    /// <param name="job">The job that is made; of any kind.</param>
    public static Schedule Cron(string expression, Job job)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(job);
        return new Schedule { Trigger = new CronTrigger { Expression = expression }, Action = job };
    }

    /// <summary>Fires every so many minutes, hours, days, weeks or months.</summary>
    /// <param name="interval">How many.</param>
    /// <param name="frequency">Of what.</param>
    /// <param name="job">The job that is made; of any kind.</param>
    /// <param name="pattern">At which times of those; null for the time of the schedule's start.</param>
    /// <example><code>Schedule.Every(2, RecurrenceFrequency.Week, job, RecurrencePattern.At(9, 30).On(WeekDay.Monday))</code></example>
    public static Schedule Every(int interval, RecurrenceFrequency frequency, Job job, RecurrencePattern? pattern = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new Schedule { Trigger = new RecurrenceTrigger { Interval = interval, Frequency = frequency, Pattern = pattern }, Action = job };
    }
}
