namespace ServerlessCompute;

/// <summary>Whether Azure has the machines that quota would allow: mostly it has, but for droughts and the Spot market. Under the engine's lock.</summary>
internal sealed class MachineSupply(SpotCourse spot)
{
    private readonly List<Drought> _droughts = [];

    /// <summary>Whether there is always enough.</summary>
    public bool IsEndless => spot.IsCalm && _droughts.Count == 0;

    /// <summary>From then on until then no node of that family and tier can be started; null stands for all of them.</summary>
    public void AddDrought(VmFamily? family, ComputeTier? tier, long from, long until) => _droughts.Add(new Drought(family, tier, from, until));

    public bool IsDry(VmFamily family, ComputeTier tier, long now)
    {
        _droughts.RemoveAll(d => d.Until <= now);
        return _droughts.Exists(d => d.From <= now && (d.Family is null || d.Family == family) && (d.Tier is null || d.Tier == tier));
    }

    /// <summary>Whether so many cores more of a family can be started beside those that are there.</summary>
    public bool Has(VmFamily family, ComputeTier tier, long present, long more, long now) =>
        more == 0 || (!IsDry(family, tier, now) && (tier == ComputeTier.Dedicated || present + more <= spot.Cores(family, now)));

    private sealed record Drought(VmFamily? Family, ComputeTier? Tier, long From, long Until);
}
