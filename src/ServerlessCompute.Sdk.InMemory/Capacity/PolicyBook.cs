namespace ServerlessCompute;

/// <summary>The policies that are assigned, in the order of their assignment. Used under the engine's lock.</summary>
internal sealed class PolicyBook(string region)
{
    private readonly List<PolicyRule> _policies = [];

    /// <summary>Counts the changes.</summary>
    public int Revision { get; private set; }

    public void Assign(PolicyRule policy)
    {
        _policies.RemoveAll(p => p.Name == policy.Name);
        _policies.Add(policy);
        Revision++;
    }

    public bool Remove(string name)
    {
        Revision++;
        return _policies.RemoveAll(p => p.Name == name) > 0;
    }

    /// <summary>The first policy that forbids what does not depend on the size.</summary>
    public PolicyDenial? Denies(int nodes, ComputeTier tier)
    {
        foreach (PolicyRule policy in _policies)
        {
            if (nodes > policy.MaxNodeCount)
            {
                return new PolicyDenial(policy.Name, $"it allows at most {policy.MaxNodeCount} node(s), and {nodes} were asked for");
            }

            if (policy.AllowedTiers.Count > 0 && !policy.AllowedTiers.Contains(tier))
            {
                return new PolicyDenial(policy.Name, $"it allows {Word(policy.AllowedTiers[0])} machines only");
            }

            if (policy.AllowedRegions.Count > 0 && !policy.AllowedRegions.Contains(region, StringComparer.OrdinalIgnoreCase))
            {
                return new PolicyDenial(policy.Name, $"it allows the regions {string.Join(", ", policy.AllowedRegions)}, and not {region}");
            }
        }

        return null;
    }

    /// <summary>The first policy that forbids a size.</summary>
    public PolicyDenial? Denies(VmSize size)
    {
        foreach (PolicyRule policy in _policies)
        {
            if (policy.DeniedSizes.Any(pattern => Fits(size, pattern)))
            {
                return new PolicyDenial(policy.Name, $"it denies the size {size.Name}");
            }

            if (policy.AllowedSizes.Count > 0 && !policy.AllowedSizes.Any(pattern => Fits(size, pattern)))
            {
                return new PolicyDenial(policy.Name, $"it allows the sizes {string.Join(", ", policy.AllowedSizes)}, and not {size.Name}");
            }
        }

        return null;
    }

    private static string Word(ComputeTier tier) => tier == ComputeTier.Dedicated ? "Standard" : "Spot";

    private static bool Fits(VmSize size, string pattern) => pattern.EndsWith('*')
        ? size.Name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : size.Name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
