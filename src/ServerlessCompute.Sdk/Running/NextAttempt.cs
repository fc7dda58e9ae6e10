namespace ServerlessCompute;

/// <summary>Decides what is sent after a job that ended otherwise than it should. For one job; remembers what was tried.</summary>
internal sealed class NextAttempt(ServiceConnection connection, ResubmissionPolicy policy)
{
    private readonly HashSet<string> _tried = new(StringComparer.OrdinalIgnoreCase);
    private int _preemptions;

    /// <summary>Why a job ended as it did, so far as the policy has an answer to it.</summary>
    public static ResubmissionReason ReasonOf(JobResult result, bool waitedTooLong) => result switch
    {
        { Status: var status } when status == JobStatus.Completed => ResubmissionReason.None,
        { Error: { } error } when IsPreemption(error) => ResubmissionReason.Preempted,
        { Status: var status } when status == JobStatus.Canceled => waitedTooLong ? ResubmissionReason.WaitedTooLong : ResubmissionReason.None,
        { Error.Code: { } code } when QuotaException.IsQuotaCode(code) => ResubmissionReason.QuotaShort,
        _ => ResubmissionReason.None,
    };

    /// <summary>The job that is sent next; null when there is no other way.</summary>
    public async Task<Job?> AfterAsync(Job job, ResubmissionReason reason, CancellationToken cancellationToken)
    {
        switch (reason)
        {
            case ResubmissionReason.Preempted:
                _preemptions++;
                return policy.PreemptionsBeforeStandard <= _preemptions ? StandardTier.Give(job) : job;
            case ResubmissionReason.QuotaShort or ResubmissionReason.WaitedTooLong:
                if (await NextSizeAsync(job, cancellationToken).ConfigureAwait(false) is { } size)
                {
                    return OtherSize.Give(job, size);
                }

                return policy.SpotToStandard && StandardTier.IsOther(job) ? StandardTier.Give(job) : null;
            default:
                return null;
        }
    }

    private static bool IsPreemption(JobError error) =>
        error.Code.Contains("Preempt", StringComparison.OrdinalIgnoreCase)
        || (error.Code == nameof(JobStatus.Canceled)
            && (error.Message.Contains("preempt", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("Spot node", StringComparison.OrdinalIgnoreCase)));

    private async Task<string?> NextSizeAsync(Job job, CancellationToken cancellationToken)
    {
        ResourceConfiguration? machines = OtherSize.Of(job);
        if (machines?.InstanceType is { } current)
        {
            _tried.Add(current);
        }

        string? next = policy.InstanceTypes.FirstOrDefault(size => !_tried.Contains(size))
            ?? (policy.ChooseInstanceTypes && machines?.InstanceType is { } named ? await ChooseAsync(named, machines.InstanceCount ?? 1, job, cancellationToken).ConfigureAwait(false) : null);
        return next is not null && _tried.Add(next) ? next : null;
    }

    private async Task<string?> ChooseAsync(string current, int nodes, Job job, CancellationToken cancellationToken)
    {
        (IReadOnlyList<VmSizeInfo> sizes, QuotaView quota) = await Preflighter.Of(connection).LookAsync(cancellationToken).ConfigureAwait(false);
        if (sizes.FirstOrDefault(size => size.Name.Equals(current, StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            return null;
        }

        JobTier tier = StandardTier.IsOther(job) ? JobTier.Spot : JobTier.Standard;
        return sizes
            .Where(size => !_tried.Contains(size.Name)
                && !size.Family.Equals(known.Family, StringComparison.OrdinalIgnoreCase)
                && size.Gpus == known.Gpus && size.VCpus >= known.VCpus && size.MemoryGB >= known.MemoryGB
                && (tier != JobTier.Spot || size.IsLowPriorityCapable)
                && (size.ComputeTypes.Count == 0 || size.ComputeTypes.Contains("AmlCompute", StringComparer.OrdinalIgnoreCase))
                && (long)size.VCpus * nodes <= quota.LimitOf(size.Family, tier)
                && size.PriceOf(tier) is not null)
            .OrderBy(size => size.PriceOf(tier)!.PerHour)
            .ThenBy(size => size.Name, StringComparer.Ordinal)
            .FirstOrDefault()?.Name;
    }
}
