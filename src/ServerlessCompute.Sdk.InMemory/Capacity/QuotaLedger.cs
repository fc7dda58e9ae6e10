namespace ServerlessCompute;

/// <summary>
/// Who may use how many cores and how many are in use. Dedicated cores are limited by family, at the subscription and at the workspace,
/// and in all; low-priority cores only in all. Used under the engine's lock.
/// </summary>
internal sealed class QuotaLedger
{
    private readonly int[] _limits;
    private readonly long[] _used;
    private readonly long[] _lowPriorityUsed;
    private readonly List<WorkspaceQuota> _workspaces = [];
    private readonly WorkspaceQuota _here;

    public QuotaLedger(VmCatalogue catalogue, QuotaProfile profile, string workspace = "serverless")
    {
        Profile = profile;
        TotalDedicated = profile.TotalDedicated;
        TotalLowPriority = profile.TotalLowPriority;
        _limits = [.. catalogue.Families.Select(f => profile.LimitOf(f.Name))];
        _used = new long[_limits.Length];
        _lowPriorityUsed = new long[_limits.Length];
        _here = new WorkspaceQuota(workspace, _limits.Length);
        _workspaces.Add(_here);
    }

    /// <summary>What the subscription had at first.</summary>
    public QuotaProfile Profile { get; }

    public int TotalDedicated { get; private set; }

    public int TotalLowPriority { get; private set; }

    public long DedicatedUsed { get; private set; }

    public long LowPriorityUsed { get; private set; }

    /// <summary>Counts the changes of limits: what was worked out from them is old when it differs.</summary>
    public int Revision { get; private set; }

    /// <summary>This workspace, then the others that were mentioned, in that order.</summary>
    public IReadOnlyList<WorkspaceQuota> Workspaces => _workspaces;

    /// <summary>The subscription's limit.</summary>
    public int SubscriptionLimit(VmFamily family) => _limits[family.Index];

    /// <summary>A workspace's limit: its own, or the subscription's.</summary>
    public int WorkspaceLimit(WorkspaceQuota workspace, VmFamily family) => Math.Min(workspace.Limits[family.Index] ?? int.MaxValue, _limits[family.Index]);

    /// <summary>The most that this workspace could ever use of a family, whatever the total allows.</summary>
    public int Limit(VmFamily family, ComputeTier tier) => tier == ComputeTier.Dedicated ? WorkspaceLimit(_here, family) : TotalLowPriority;

    public int TotalLimit(ComputeTier tier) => tier == ComputeTier.Dedicated ? TotalDedicated : TotalLowPriority;

    /// <summary>The most that this workspace could ever use of a family.</summary>
    public int Most(VmFamily family, ComputeTier tier) => Math.Min(Limit(family, tier), TotalLimit(tier));

    public long Used(VmFamily family, ComputeTier tier) => (tier == ComputeTier.Dedicated ? _used : _lowPriorityUsed)[family.Index];

    public long UsedHere(VmFamily family, ComputeTier tier) => (tier == ComputeTier.Dedicated ? _here.Dedicated : _here.LowPriority)[family.Index];

    public long TotalUsed(ComputeTier tier) => tier == ComputeTier.Dedicated ? DedicatedUsed : LowPriorityUsed;

    /// <summary>The cores of that family that could be taken now; below zero where a limit was lowered under what is in use.</summary>
    public long Free(VmFamily family, ComputeTier tier) => Math.Min(FreeOfFamily(family, tier), TotalLimit(tier) - TotalUsed(tier));

    /// <summary>The same without a look at the total.</summary>
    public long FreeOfFamily(VmFamily family, ComputeTier tier) => tier == ComputeTier.Dedicated
        ? Math.Min(_limits[family.Index] - _used[family.Index], (_here.Limits[family.Index] ?? int.MaxValue) - _here.Dedicated[family.Index])
        : long.MaxValue;

    /// <summary>The limit that keeps this workspace from taking so many cores now.</summary>
    public QuotaScope Obstacle(VmFamily family, ComputeTier tier, long cores)
    {
        if (tier == ComputeTier.Dedicated)
        {
            if (cores > (_here.Limits[family.Index] ?? int.MaxValue) - _here.Dedicated[family.Index])
            {
                return QuotaScope.Workspace;
            }

            if (cores > _limits[family.Index] - _used[family.Index])
            {
                return QuotaScope.Family;
            }
        }

        return cores > TotalLimit(tier) - TotalUsed(tier) ? QuotaScope.Total : QuotaScope.None;
    }

    /// <summary>Takes all the cores, or none.</summary>
    public bool TryTake(VmFamily family, ComputeTier tier, long cores)
    {
        if (cores > Free(family, tier))
        {
            return false;
        }

        Add(_here, family, tier, cores);
        return true;
    }

    public void Return(VmFamily family, ComputeTier tier, long cores) => Add(_here, family, tier, -cores);

    public void SetSubscriptionLimit(VmFamily family, int cores)
    {
        _limits[family.Index] = cores;
        Revision++;
    }

    public void SetTotalLimit(ComputeTier tier, int cores)
    {
        (TotalDedicated, TotalLowPriority) = tier == ComputeTier.Dedicated ? (cores, TotalLowPriority) : (TotalDedicated, cores);
        Revision++;
    }

    public void SetWorkspaceLimit(WorkspaceQuota workspace, VmFamily family, int? cores)
    {
        workspace.Limits[family.Index] = cores;
        Revision++;
    }

    /// <summary>Says what another workspace uses from now on.</summary>
    public void SetUse(WorkspaceQuota elsewhere, VmFamily family, ComputeTier tier, long cores) =>
        Add(elsewhere, family, tier, cores - (tier == ComputeTier.Dedicated ? elsewhere.Dedicated : elsewhere.LowPriority)[family.Index]);

    /// <summary>The workspace of that name, known from now on.</summary>
    public WorkspaceQuota Workspace(string name)
    {
        WorkspaceQuota? known = FindWorkspace(name);
        if (known is null)
        {
            _workspaces.Add(known = new WorkspaceQuota(name, _limits.Length));
        }

        return known;
    }

    public WorkspaceQuota? FindWorkspace(string name) => _workspaces.Find(w => w.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private void Add(WorkspaceQuota workspace, VmFamily family, ComputeTier tier, long cores)
    {
        if (tier == ComputeTier.Dedicated)
        {
            workspace.Dedicated[family.Index] += cores;
            _used[family.Index] += cores;
            DedicatedUsed += cores;
        }
        else
        {
            workspace.LowPriority[family.Index] += cores;
            _lowPriorityUsed[family.Index] += cores;
            LowPriorityUsed += cores;
        }
    }
}
