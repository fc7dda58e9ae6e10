namespace ServerlessCompute;

/// <content>What administrators do: quota and policies.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>The subscription's and the workspace's quota, and what is used of it. Changes are felt by waiting jobs at once.</summary>
    public InMemoryQuotas Quotas => field ??= new InMemoryQuotas(_engine);

    /// <summary>The policies that say what jobs may use. None at first; changes are felt by waiting jobs at once.</summary>
    public InMemoryPolicies Policies => field ??= new InMemoryPolicies(_engine);
}
