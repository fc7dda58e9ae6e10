namespace ServerlessCompute;

/// <summary>Gives every part of a job that names a VM size, or machines at all, another one.</summary>
/// <param name="instanceType">The size; null only looks.</param>
internal sealed class OtherSize(string? instanceType) : JobVisitor
{
    /// <summary>The first machines that the job asks for.</summary>
    public ResourceConfiguration? First { get; private set; }

    /// <summary>The first machines that a job asks for; null when it leaves them to the service.</summary>
    public static ResourceConfiguration? Of(Job job)
    {
        var visitor = new OtherSize(null);
        StepMachines.Visit(job, visitor);
        return visitor.First;
    }

    /// <summary>The job on machines of another size.</summary>
    public static Job Give(Job job, string instanceType)
    {
        var visitor = new OtherSize(instanceType);
        Job changed = StepMachines.Visit(job, visitor);
        return visitor.First is not null ? changed : changed switch
        {
            CommandJob command => command.WithResources(instanceType),
            SweepJob sweep => sweep.WithResources(instanceType),
            AutoMlJob autoMl => autoMl.WithResources(instanceType),
            _ => changed,
        };
    }

    public override ResourceConfiguration Resources(string place, ResourceConfiguration resources)
    {
        First ??= resources;
        return instanceType is null ? resources : resources with { InstanceType = instanceType };
    }
}
