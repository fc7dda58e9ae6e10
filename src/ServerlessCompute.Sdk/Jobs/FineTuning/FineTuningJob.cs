using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// A model of a catalogue learns from examples of yours (preview: the service may change it, and so may this library). Started with
/// <see cref="FineTuning"/> or an object initialiser; immutable.
/// </summary>
[Experimental("SCEXP001")]
public abstract record FineTuningJob : Job
{
    private protected FineTuningJob()
    {
    }

    /// <inheritdoc/>
    public override JobType JobType => JobType.FineTuning;

    /// <summary>What the model learns.</summary>
    /// <value>Unset, which is an error.</value>
    public FineTuningTaskType TaskType { get; init; }

    /// <summary>The model that learns, in MLflow's format.</summary>
    /// <value>Null, which is an error.</value>
    public DataInput? Model { get; init; }

    /// <summary>The examples to learn from.</summary>
    /// <value>Null, which is an error.</value>
    public DataInput? TrainingData { get; init; }

    /// <summary>Examples that the model is tried on.</summary>
    /// <value>Null: none.</value>
    public DataInput? ValidationData { get; init; }

    /// <summary>What the job leaves behind; the model is called <c>registered_model</c>.</summary>
    /// <value>Empty, which is an error.</value>
    public ValueMap<Output> Outputs { get; init; } = ValueMap<Output>.Empty;

    /// <summary>The machines that the job may have.</summary>
    /// <value>Null: the service chooses.</value>
    public FineTuningResources? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>The contract's word for who provides the model. Closes the hierarchy, too.</summary>
    internal abstract string ModelProvider { get; }

    internal override Job VisitParts(JobVisitor visitor) => (FineTuningJob)base.VisitParts(visitor) with
    {
        Model = Visit(visitor, "fineTuningDetails.model", Model),
        TrainingData = Visit(visitor, "fineTuningDetails.trainingData", TrainingData),
        ValidationData = Visit(visitor, "fineTuningDetails.validationData", ValidationData),
        Outputs = visitor.Outputs("outputs", Outputs),
        QueueSettings = JobVisitor.Maybe("queueSettings", QueueSettings, visitor.Queue),
    };

    /// <summary>The service was recorded to take the compute of such a job by its name.</summary>
    private protected override string? VisitCompute(JobVisitor visitor) => JobVisitor.Maybe("compute", Compute, visitor.ComputeName);

    private static DataInput? Visit(JobVisitor visitor, string place, DataInput? data) => data is null ? null : (DataInput)visitor.Input(place, data);
}
