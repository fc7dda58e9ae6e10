namespace ServerlessCompute;

/// <summary>A step that lets the service try algorithms on data, and keeps the best model. Made from an <see cref="AutoMlJob"/> by itself; immutable.</summary>
public sealed record AutoMlStep : PipelineStep
{
    /// <inheritdoc/>
    public override string Kind => "automl";

    /// <summary>What is learned, from which data. Its data may be a reference to the pipeline or to another step.</summary>
    /// <value>Null, which is an error.</value>
    public AutoMlJob? Job
    {
        get;
        init => field = value is null ? null : AsStep(value);
    }

    /// <summary>Takes the job as a step.</summary>
    public static implicit operator AutoMlStep(AutoMlJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new AutoMlStep { Job = job };
    }

    internal override PipelineStep Visit(string place, JobVisitor visitor)
    {
        if (Job is null)
        {
            return this;
        }

        Job visited = Job.Visit(new PlacedVisitor(place, visitor));
        return ReferenceEquals(visited, Job) ? this : this with { Job = (AutoMlJob)visited };
    }

    internal override PipelineStep? WithOutputAt(string port, string reference) => Job is null ? null : this with { Job = Job with { Outputs = Move(Job.Outputs, port, reference) } };

    /// <summary>A step is called by its place. Whatever another step calls its output, AutoML reads it as a table.</summary>
    private static AutoMlJob AsStep(AutoMlJob job)
    {
        AutoMlJob read = job with
        {
            Name = null,
            Id = null,
            Status = default,
            SystemData = null,
            TrainingData = AsTable(job.TrainingData),
            ValidationData = AsTable(job.ValidationData),
        };
        return read is AutoMlTabularJob { TestData: { } test } tabular ? tabular with { TestData = AsTable(test) } : read;
    }

    private static DataInput? AsTable(DataInput? data) => PipelineReference.IsWhole(data?.Path?.Text) ? data with { Type = InputType.MLTable } : data;
}
