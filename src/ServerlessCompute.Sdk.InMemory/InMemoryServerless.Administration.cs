namespace ServerlessCompute;

/// <content>What administrators do and see: quota, policies, machines, faults.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>The subscription's and the workspace's quota, and what is used of it. Changes are felt by waiting jobs at once.</summary>
    public InMemoryQuotas Quotas => field ??= new InMemoryQuotas(_engine);

    /// <summary>The policies that say what jobs may use. None at first; changes are felt by waiting jobs at once.</summary>
    public InMemoryPolicies Policies => field ??= new InMemoryPolicies(_engine);

    /// <summary>What goes wrong: nothing at first.</summary>
    public InMemoryFaults Faults => field ??= new InMemoryFaults(_engine);

    /// <summary>The machines that serverless jobs have, and those that stand idle for the next one, oldest first.</summary>
    public IReadOnlyList<InMemoryNode> Nodes
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return [.. _engine.Machines.Nodes().Select(static n => InMemoryNode.Of(n))];
            }
        }
    }
}
