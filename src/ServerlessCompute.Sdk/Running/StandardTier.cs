namespace ServerlessCompute;

/// <summary>Moves every part of a job that asks for Spot machines to the Standard tier.</summary>
internal sealed class StandardTier : JobVisitor
{
    /// <summary>Whether a part asked for Spot machines.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Whether a part of a job asks for Spot machines.</summary>
    public static bool IsOther(Job job)
    {
        var visitor = new StandardTier();
        StepMachines.Visit(job, visitor);
        return visitor.HasMoved;
    }

    /// <summary>The job on the Standard tier.</summary>
    public static Job Give(Job job) => StepMachines.Visit(job, new StandardTier());

    public override QueueSettings Queue(string place, QueueSettings settings)
    {
        if (settings.JobTier != JobTier.Spot)
        {
            return settings;
        }

        HasMoved = true;
        return settings with { JobTier = JobTier.Standard };
    }
}
