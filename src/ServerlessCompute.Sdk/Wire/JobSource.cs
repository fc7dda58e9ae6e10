namespace ServerlessCompute;

/// <summary>Turns jobs, components and schedules into the C# that makes them.</summary>
public static class JobSource
{
    /// <summary>
    /// A C# expression that makes this job: where a job came from YAML or from the service, code to continue from. Every value is written
    /// as text; what was in a command's holes stands as references with maps beside the command. Secrets are left out.
    /// </summary>
    /// <example>
    /// <code>
    /// Console.WriteLine(Job.Load("job.yml").ToCSharp());
    /// // Command.Run("python train.py --lr ${{inputs.lr}}")
    /// //     .WithCode("./src")
    /// //     .WithInputs([new("lr", "0.01")])
    /// </code>
    /// </example>
    /// <exception cref="NotSupportedException">The job is of a kind that this library has no type for.</exception>
    public static string ToCSharp(this Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return JobTables.Of(job) is { } table
            ? CSharpText.Of(text => table.WriteCSharp(text, job))
            : throw new NotSupportedException($"There is no C# for a job of type '{job.JobType}', which this library has no type for.");
    }

    /// <summary>A C# expression that makes this component.</summary>
    public static string ToCSharp(this Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return CSharpText.Of(text => ComponentTables.Component.WriteCSharp(text, component));
    }

    /// <summary>A C# expression that makes this schedule and its job.</summary>
    /// <exception cref="NotSupportedException">The job is of a kind that this library has no type for.</exception>
    public static string ToCSharp(this Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return CSharpText.Of(text => ScheduleCSharp.Write(text, schedule));
    }
}
