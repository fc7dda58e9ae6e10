using Azure;

namespace ServerlessCompute;

/// <content>What there is to run on.</content>
public partial class ServerlessComputeClient
{
    /// <summary>What is used of the subscription's limits in a region: totals, and each family of VM sizes. <c>ToTable()</c> prints it.</summary>
    /// <param name="location">The region; null for the workspace's.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<ComputeUsage> GetUsagesAsync(string? location = null, CancellationToken cancellationToken = default) =>
        CapacityRequests.OfRegion(Connection, "usages", location, CapacityWire.ReadUsage, cancellationToken);

    /// <summary>The limits of a region: of each family of VM sizes the subscription's, then those of its workspaces.</summary>
    /// <inheritdoc cref="GetUsagesAsync"/>
    public virtual AsyncPageable<ComputeQuota> GetQuotasAsync(string? location = null, CancellationToken cancellationToken = default) =>
        CapacityRequests.OfRegion(Connection, "quotas", location, CapacityWire.ReadQuota, cancellationToken);

    /// <summary>Sets limits of workspaces. Each is settled by itself; the result says how.</summary>
    /// <param name="quotas">The limits, as <see cref="GetQuotasAsync"/> gives them, with other numbers.</param>
    /// <param name="location">The region; null for the workspace's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual Task<ValueList<QuotaChange>> UpdateQuotasAsync(IEnumerable<ComputeQuota> quotas, string? location = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        return CapacityRequests.UpdateQuotasAsync(Connection, quotas, location, cancellationToken);
    }

    /// <summary>The sizes of machines that a region has, with prices.</summary>
    /// <param name="filter">Which sizes; null for all. <see cref="VmSizeFilter.For"/> says what a job needs.</param>
    /// <param name="location">The region; null for the workspace's.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<VmSizeInfo> GetVmSizesAsync(VmSizeFilter? filter = null, string? location = null, CancellationToken cancellationToken = default) =>
        CapacityRequests.Sizes(Connection, filter ?? new VmSizeFilter(), location, cancellationToken);

    /// <summary>The workspace's named computes.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public virtual AsyncPageable<ComputeInfo> GetComputesAsync(CancellationToken cancellationToken = default) => CapacityRequests.Computes(Connection, cancellationToken);

    /// <summary>The subscription's registries.</summary>
    /// <inheritdoc cref="GetComputesAsync"/>
    public virtual AsyncPageable<RegistryInfo> GetRegistriesAsync(CancellationToken cancellationToken = default) => CapacityRequests.Registries(Connection, cancellationToken);
}
