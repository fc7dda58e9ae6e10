namespace ServerlessCompute;

/// <summary>The quota of an <see cref="InMemoryServerless"/>: see <see cref="InMemoryServerless.Quotas"/>.</summary>
/// <remarks>
/// Thread-safe. Families are named as the service names them, ignoring case. Where a limit is lowered under what is in use, running jobs keep
/// their nodes; waiting jobs that no longer fit under it fail as if they were sent now.
/// </remarks>
/// <example>
/// <code>
/// serverless.Quotas.SetFamily("standardESv3Family", 40);
/// serverless.Quotas.UseElsewhere("standardESv3Family", 36);    // another workspace has nearly all of it
/// </code>
/// </example>
public sealed class InMemoryQuotas
{
    private readonly ServerlessEngine _engine;

    internal InMemoryQuotas(ServerlessEngine engine) => _engine = engine;

    /// <summary>The dedicated vCPUs of all families together.</summary>
    public int TotalDedicated => Read(static ledger => ledger.TotalDedicated);

    /// <summary>The low-priority (Spot) vCPUs of all families together.</summary>
    public int TotalLowPriority => Read(static ledger => ledger.TotalLowPriority);

    /// <summary>The dedicated vCPUs in use, by all workspaces.</summary>
    public long DedicatedUsed => Read(static ledger => ledger.DedicatedUsed);

    /// <summary>The low-priority (Spot) vCPUs in use, by all workspaces.</summary>
    public long LowPriorityUsed => Read(static ledger => ledger.LowPriorityUsed);

    /// <summary>What is used of each family.</summary>
    public IReadOnlyList<QuotaUsage> Families
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return [.. _engine.Machines.Catalogue.Families.Select(Usage)];
            }
        }
    }

    /// <summary>What is used of a family.</summary>
    /// <param name="family">The service's name of the family.</param>
    /// <exception cref="ArgumentException">There is no such family.</exception>
    public QuotaUsage this[string family]
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return Usage(Find(family));
            }
        }
    }

    /// <summary>Sets the subscription's limit of a family.</summary>
    /// <param name="family">The service's name of the family, for example <c>standardDSv2Family</c>.</param>
    /// <param name="virtualCpus">Its dedicated vCPUs.</param>
    /// <exception cref="ArgumentException">There is no such family, or the number is negative.</exception>
    public void SetFamily(string family, int virtualCpus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(virtualCpus);
        VmFamily found = Find(family);
        _engine.Administrate(machines => machines.Ledger.SetSubscriptionLimit(found, virtualCpus), RecordedVerbs.Family, family, RecordedVerbs.Text(virtualCpus));
    }

    /// <summary>Sets this workspace's own limit of a family, which counts where it is below the subscription's.</summary>
    /// <param name="family">The service's name of the family.</param>
    /// <param name="virtualCpus">Its dedicated vCPUs; <see langword="null"/> for no limit but the subscription's.</param>
    /// <exception cref="ArgumentException">There is no such family, or the number is negative.</exception>
    public void SetWorkspaceFamily(string family, int? virtualCpus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(virtualCpus ?? 0, nameof(virtualCpus));
        VmFamily found = Find(family);
        _engine.Administrate(machines => machines.Ledger.SetWorkspaceLimit(machines.Ledger.Workspaces[0], found, virtualCpus), RecordedVerbs.WorkspaceFamily, family, virtualCpus is { } limit ? RecordedVerbs.Text(limit) : "");
    }

    /// <summary>Sets the dedicated vCPUs of all families together.</summary>
    /// <param name="virtualCpus">The limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void SetTotalDedicated(int virtualCpus) => SetTotal(ComputeTier.Dedicated, virtualCpus);

    /// <summary>Sets the low-priority (Spot) vCPUs of all families together.</summary>
    /// <param name="virtualCpus">The limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void SetTotalLowPriority(int virtualCpus) => SetTotal(ComputeTier.LowPriority, virtualCpus);

    /// <summary>Says what another workspace of the subscription uses from now on.</summary>
    /// <param name="family">The service's name of the family.</param>
    /// <param name="virtualCpus">The vCPUs, in place of what was said before.</param>
    /// <param name="tier"><see cref="JobTier.Spot"/> for low-priority vCPUs; every other tier is dedicated.</param>
    /// <param name="workspace">The other workspace's name.</param>
    /// <exception cref="ArgumentException">There is no such family, the number is negative, or the workspace is this one.</exception>
    public void UseElsewhere(string family, int virtualCpus, JobTier tier = default, string workspace = "elsewhere")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(virtualCpus);
        ArgumentException.ThrowIfNullOrWhiteSpace(workspace);
        VmFamily found = Find(family);
        string name = _engine.Workspace.OtherWorkspace(workspace);
        if (name.Equals(_engine.Workspace.ArmId, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The workspace {workspace} is this one: its use is that of its jobs. Name another.", nameof(workspace));
        }

        ComputeTier asked = tier == JobTier.Spot ? ComputeTier.LowPriority : ComputeTier.Dedicated;
        _engine.Administrate(machines => machines.Ledger.SetUse(machines.Ledger.Workspace(name), found, asked, virtualCpus), RecordedVerbs.Elsewhere, family, RecordedVerbs.Text(virtualCpus), RecordedVerbs.Text(tier), workspace);
    }

    private void SetTotal(ComputeTier tier, int virtualCpus)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(virtualCpus);
        _engine.Administrate(machines => machines.Ledger.SetTotalLimit(tier, virtualCpus), tier == ComputeTier.Dedicated ? RecordedVerbs.TotalDedicated : RecordedVerbs.TotalLowPriority, RecordedVerbs.Text(virtualCpus));
    }

    private T Read<T>(Func<QuotaLedger, T> read)
    {
        lock (_engine.Pacemaker.Gate)
        {
            return read(_engine.Machines.Ledger);
        }
    }

    private QuotaUsage Usage(VmFamily family)
    {
        QuotaLedger ledger = _engine.Machines.Ledger;
        long here = ledger.UsedHere(family, ComputeTier.Dedicated);
        return new QuotaUsage
        {
            Family = family.Name,
            Limit = ledger.SubscriptionLimit(family),
            WorkspaceLimit = ledger.Limit(family, ComputeTier.Dedicated),
            Used = here,
            UsedElsewhere = ledger.Used(family, ComputeTier.Dedicated) - here,
            Free = ledger.Free(family, ComputeTier.Dedicated),
            LowPriorityUsed = ledger.UsedHere(family, ComputeTier.LowPriority),
            Wanted = _engine.Machines.Scheduler.Queue(family, ComputeTier.Dedicated).CoresWanted,
        };
    }

    private VmFamily Find(string family)
    {
        ArgumentException.ThrowIfNullOrEmpty(family);
        VmCatalogue catalogue = _engine.Machines.Catalogue;
        return catalogue.FindFamily(family) ?? throw new ArgumentException(
            $"There is no family '{family}'. Near it are {string.Join(", ", catalogue.Families.OrderBy(f => EditDistance.Between(family, f.Name)).Take(3).Select(static f => $"'{f.Name}'"))}.",
            nameof(family));
    }
}
