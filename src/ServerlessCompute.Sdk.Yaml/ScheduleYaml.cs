namespace ServerlessCompute;

/// <summary>Schedules from YAML, and YAML from schedules: that of Azure Machine Learning's command line and of its Python client.</summary>
/// <remarks>Thread-safe. Files that a schedule is loaded from are only read.</remarks>
public static class ScheduleYaml
{
    extension(Schedule)
    {
        /// <summary>Loads a schedule from a YAML file. The job's file, and files that it names, are read, too, each relative to the file that names it.</summary>
        /// <param name="path">The file.</param>
        /// <param name="overrides">Values that replace what the file says, by the keys that lead there: <c>("trigger.interval", 2)</c>.</param>
        /// <exception cref="JobYamlException">Something is wrong in the file, or in one that it names; all of it is listed.</exception>
        public static Schedule Load(string path, params (string Path, RawJson Value)[] overrides) =>
            YamlLoader.Load(path, YamlOptions.Of(overrides), ScheduleKind.Read);

        /// <summary>Loads a schedule from a YAML file.</summary>
        /// <param name="path">The file.</param>
        /// <param name="options">What replaces values of the file, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the file, or in one that it names; all of it is listed.</exception>
        public static Schedule Load(string path, YamlOptions options) => YamlLoader.Load(path, options, ScheduleKind.Read);

        /// <summary>Loads a schedule from YAML in UTF-8, reading the stream to its end.</summary>
        /// <param name="stream">The stream; it stays open.</param>
        /// <param name="baseFolder">The folder where relative paths in it start; null for the base folder of the submission.</param>
        /// <param name="options">What replaces values of the YAML, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the YAML, or in a file that it names; all of it is listed.</exception>
        public static Schedule Load(Stream stream, string? baseFolder = null, YamlOptions? options = null) =>
            YamlLoader.Load(stream, baseFolder, options, ScheduleKind.Read);

        /// <summary>Makes a schedule of YAML text.</summary>
        /// <param name="yaml">The text.</param>
        /// <param name="baseFolder">The folder where relative paths in it start; null for the base folder of the submission.</param>
        /// <param name="options">What replaces values of the YAML, and who is told of what is doubtful.</param>
        /// <exception cref="JobYamlException">Something is wrong in the YAML, or in a file that it names; all of it is listed.</exception>
        public static Schedule Parse(string yaml, string? baseFolder = null, YamlOptions? options = null) =>
            YamlLoader.Parse(yaml, baseFolder, options, ScheduleKind.Read);
    }

    /// <summary>The schedule, with its job in place, as YAML that this library loads; the command line and the Python client do when the job is a pipeline.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="folder">
    /// The folder where the file will be, at which relative paths are made to start; null leaves them as they were written.
    /// </param>
    /// <exception cref="NotSupportedException">The trigger, the action or the job is of a kind that this library does not know.</exception>
    public static string ToYaml(this Schedule schedule, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return YamlDocument.Write(folder is null || schedule.CreateJob is not { } job
            ? schedule
            : schedule with { Action = (CreateJobAction)schedule.Action! with { Job = job.Visit(new RebasingVisitor(folder)) } });
    }
}
