namespace ServerlessCompute;

/// <summary>
/// Who may use how many cores and how many are in use: one number per family and one in all for dedicated machines, one in all for low
/// priority. Used under the engine's lock.
/// </summary>
internal sealed class QuotaLedger
{
    private readonly int[] _limits;
    private readonly long[] _used;
    private readonly long[] _lowPriorityUsed;

    public QuotaLedger(VmCatalogue catalogue, QuotaProfile profile)
    {
        Profile = profile;
        _limits = [.. catalogue.Families.Select(f => profile.LimitOf(f.Name))];
        _used = new long[_limits.Length];
        _lowPriorityUsed = new long[_limits.Length];
    }

    public QuotaProfile Profile { get; }

    public long DedicatedUsed { get; private set; }

    public long LowPriorityUsed { get; private set; }

    public int Limit(VmFamily family, ComputeTier tier) => tier == ComputeTier.Dedicated ? _limits[family.Index] : Profile.TotalLowPriority;

    public int TotalLimit(ComputeTier tier) => tier == ComputeTier.Dedicated ? Profile.TotalDedicated : Profile.TotalLowPriority;

    public long Used(VmFamily family, ComputeTier tier) => (tier == ComputeTier.Dedicated ? _used : _lowPriorityUsed)[family.Index];

    /// <summary>The cores of that family that could be taken now.</summary>
    public long Free(VmFamily family, ComputeTier tier) => tier == ComputeTier.Dedicated
        ? Math.Min(_limits[family.Index] - _used[family.Index], Profile.TotalDedicated - DedicatedUsed)
        : Profile.TotalLowPriority - LowPriorityUsed;

    /// <summary>Takes all the cores, or none.</summary>
    public bool TryTake(VmFamily family, ComputeTier tier, long cores)
    {
        if (cores > Free(family, tier))
        {
            return false;
        }

        Add(family, tier, cores);
        return true;
    }

    public void Return(VmFamily family, ComputeTier tier, long cores) => Add(family, tier, -cores);

    private void Add(VmFamily family, ComputeTier tier, long cores)
    {
        if (tier == ComputeTier.Dedicated)
        {
            _used[family.Index] += cores;
            DedicatedUsed += cores;
        }
        else
        {
            _lowPriorityUsed[family.Index] += cores;
            LowPriorityUsed += cores;
        }
    }
}
