namespace ServerlessCompute;

/// <summary>Adds up what a run and those below it have cost. Prices are asked for once by each client.</summary>
internal sealed class CostReader(ServiceConnection connection, string jobName, bool isPatient = false)
{
    private const string LowPriority = "LowPriority";

    public async Task<RunCost> ReadAsync(RunDetails details, CancellationToken cancellationToken)
    {
        IReadOnlyList<VmSizeInfo> sizes = await Preflighter.Of(connection).SizesAsync(cancellationToken).ConfigureAwait(false);
        var sum = new Sum(sizes, connection.Time.GetUtcNow());
        sum.Add(details.Compute?.VmSize, details.Compute?.InstanceCount, details.Compute?.Priority, details.StartedAt, details.EndedAt);
        if (ChildReader.StartsOthers(details.Properties))
        {
            await foreach (JobChild child in new ChildReader(connection, isPatient).ReadAsync(jobName, recursive: true, depth: 1, cancellationToken).ConfigureAwait(false))
            {
                if (child.ReusedFrom is null)
                {
                    sum.Add(child.InstanceType, child.InstanceCount, child.Tier, child.StartedAt, child.EndedAt);
                }
            }
        }

        return sum.Total;
    }

    /// <summary>The sum over machines.</summary>
    private sealed class Sum(IReadOnlyList<VmSizeInfo> sizes, DateTimeOffset now)
    {
        private TimeSpan _time;
        private decimal? _amount;
        private string _currency = "USD";
        private bool _isIncomplete;

        public RunCost Total => new() { NodeTime = _time, Amount = _time == TimeSpan.Zero ? 0 : _amount, Currency = _currency, IsIncomplete = _isIncomplete };

        public void Add(string? size, int? nodes, string? tier, DateTimeOffset? started, DateTimeOffset? ended)
        {
            if (size is null || started is not { } from)
            {
                return;
            }

            TimeSpan time = ((ended ?? now) - from) * (nodes ?? 1);
            _time += time;
            JobTier paid = string.Equals(tier, LowPriority, StringComparison.OrdinalIgnoreCase) || string.Equals(tier, JobTier.Spot.Value, StringComparison.OrdinalIgnoreCase) ? JobTier.Spot : JobTier.Standard;
            if (sizes.FirstOrDefault(known => known.Name.Equals(size, StringComparison.OrdinalIgnoreCase))?.PriceOf(paid) is { } price)
            {
                _amount = (_amount ?? 0) + (price.PerHour * (decimal)time.TotalHours);
                _currency = price.Currency;
            }
            else
            {
                _isIncomplete = true;
            }
        }
    }
}
