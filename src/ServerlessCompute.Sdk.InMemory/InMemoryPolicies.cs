namespace ServerlessCompute;

/// <summary>The policies of an <see cref="InMemoryServerless"/>: see <see cref="InMemoryServerless.Policies"/>.</summary>
/// <remarks>Thread-safe. A policy looks at jobs when they ask for machines; a job that has them keeps them.</remarks>
public sealed class InMemoryPolicies
{
    private readonly ServerlessEngine _engine;
    private readonly List<ComputePolicy> _assigned = [];

    internal InMemoryPolicies(ServerlessEngine engine) => _engine = engine;

    /// <summary>The policies, in the order of their assignment.</summary>
    public IReadOnlyList<ComputePolicy> Assigned
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return [.. _assigned];
            }
        }
    }

    /// <summary>Assigns a policy, behind the others; one of the same name gives way to it.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentException">It has no name.</exception>
    public void Assign(ComputePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (string.IsNullOrWhiteSpace(policy.Name))
        {
            throw new ArgumentException("A policy needs a name: refusals tell it.", nameof(policy));
        }

        var rule = new PolicyRule(policy.Name)
        {
            AllowedSizes = policy.AllowedSizes,
            DeniedSizes = policy.DeniedSizes,
            AllowedTiers = [.. policy.AllowedTiers.Select(static tier => tier == JobTier.Spot ? ComputeTier.LowPriority : ComputeTier.Dedicated).Distinct()],
            AllowedRegions = policy.AllowedRegions,
            MaxNodeCount = policy.MaxNodeCount,
        };
        _engine.Administrate(machines =>
        {
            _assigned.RemoveAll(p => p.Name == policy.Name);
            _assigned.Add(policy);
            machines.Policies.Assign(rule);
        }, RecordedVerbs.Of(policy));
    }

    /// <summary>Takes a policy away.</summary>
    /// <param name="name">The policy's name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        bool removed = false;
        _engine.Administrate(machines =>
        {
            _assigned.RemoveAll(p => p.Name == name);
            removed = machines.Policies.Remove(name);
        }, RecordedVerbs.NoPolicy, name);
        return removed;
    }
}
