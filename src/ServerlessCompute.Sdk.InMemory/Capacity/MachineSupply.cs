namespace ServerlessCompute;

/// <summary>Whether Azure has the machines that quota would allow: mostly it has, but for droughts and the Spot market. Under the engine's lock.</summary>
internal sealed class MachineSupply(SpotCourse spot)
{
    private const int Grain = 1_000_000;

    private readonly List<Drought> _droughts = [];
    private int _seed;
    private int _dryPerMillion;
    private long _window;

    /// <summary>Whether there is always enough.</summary>
    public bool IsEndless => spot.IsCalm && _droughts.Count == 0 && _dryPerMillion == 0;

    /// <summary>Whether families run dry at times of their own.</summary>
    public bool HasSeasons => _dryPerMillion > 0;

    /// <summary>From then on until then no node of that family and tier can be started; null stands for all of them.</summary>
    public void AddDrought(VmFamily? family, ComputeTier? tier, long from, long until) => _droughts.Add(new Drought(family, tier, from, until));

    /// <summary>Each family is dry for a share of its windows, which the seed decides.</summary>
    public void SetDroughts(int seed, double share, long windowTicks) => (_seed, _dryPerMillion, _window) = (seed, (int)Math.Round(share * Grain), windowTicks);

    public void Clear()
    {
        _droughts.Clear();
        _dryPerMillion = 0;
    }

    public bool IsDry(VmFamily family, ComputeTier tier, long now)
    {
        _droughts.RemoveAll(d => d.Until <= now);
        if (_dryPerMillion > 0 && Draw.Below(_seed, family.Name, (now / _window).ToString(System.Globalization.CultureInfo.InvariantCulture), Grain) < _dryPerMillion)
        {
            return true;
        }

        return _droughts.Exists(d => d.From <= now && (d.Family is null || d.Family == family) && (d.Tier is null || d.Tier == tier));
    }

    /// <summary>Whether so many cores more of a family can be started beside those that are there.</summary>
    public bool Has(VmFamily family, ComputeTier tier, long present, long more, long now) =>
        more == 0 || (!IsDry(family, tier, now) && (tier == ComputeTier.Dedicated || present + more <= spot.Cores(family, now)));

    private sealed record Drought(VmFamily? Family, ComputeTier? Tier, long From, long Until);
}
