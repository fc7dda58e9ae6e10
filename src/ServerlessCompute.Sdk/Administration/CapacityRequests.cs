using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is asked of Resource Manager about limits, sizes, computes and registries.</summary>
internal static class CapacityRequests
{
    /// <summary>A list of the region that the workspace is in, or of another one.</summary>
    public static AsyncPageable<T> OfRegion<T>(ServiceConnection connection, string what, string? location, WireRead<T> read, CancellationToken cancellationToken)
        where T : notnull => Pages(
        connection,
        async ct => connection.SubscriptionUri($"/locations/{await LocationAsync(connection, location, ct).ConfigureAwait(false)}/{what}", ApiVersions.Base),
        read,
        static _ => true,
        cancellationToken);

    public static AsyncPageable<VmSizeInfo> Sizes(ServiceConnection connection, VmSizeFilter filter, string? location, CancellationToken cancellationToken) => Pages(
        connection,
        async ct => connection.SubscriptionUri($"/locations/{await LocationAsync(connection, location, ct).ConfigureAwait(false)}/vmSizes", ApiVersions.Base),
        VmSizeWire.Read,
        filter.Matches,
        cancellationToken);

    public static AsyncPageable<ComputeInfo> Computes(ServiceConnection connection, CancellationToken cancellationToken) =>
        Pages(connection, _ => new(connection.ArmUri("/computes", ApiVersions.Base)), ComputeWire.Read, static _ => true, cancellationToken);

    public static AsyncPageable<RegistryInfo> Registries(ServiceConnection connection, CancellationToken cancellationToken) =>
        Pages(connection, _ => new(connection.SubscriptionUri("/registries", ApiVersions.Base)), ComputeWire.ReadRegistry, static _ => true, cancellationToken);

    public static async Task<ValueList<QuotaChange>> UpdateQuotasAsync(
        ServiceConnection connection, IEnumerable<ComputeQuota> quotas, string? location, CancellationToken cancellationToken)
    {
        string region = await LocationAsync(connection, location, cancellationToken).ConfigureAwait(false);
        using HttpMessage message = connection.CreateMessage(RequestMethod.Post, connection.SubscriptionUri($"/locations/{region}/updateQuotas", ApiVersions.Base));
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(AssetBody.Bytes(writer => CapacityWire.WriteChanges(writer, quotas, region)));
        Response answer = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return [.. ResourcePage<QuotaChange>.Read(answer.Content.ToMemory().Span, CapacityWire.ReadChange).Items];
    }

    private static AsyncPageable<T> Pages<T>(
        ServiceConnection connection, Func<CancellationToken, ValueTask<Uri>> first, WireRead<T> read, Func<T, bool> isWanted, CancellationToken cancellationToken)
        where T : notnull => new ResourcePages<T>(
        connection,
        first,
        answer =>
        {
            (IReadOnlyList<T> items, string? link) = ResourcePage<T>.Read(answer.Span, read);
            return ([.. items.Where(isWanted)], link);
        },
        cancellationToken);

    private static async ValueTask<string> LocationAsync(ServiceConnection connection, string? location, CancellationToken cancellationToken)
    {
        if (location is not null)
        {
            return Uri.EscapeDataString(location);
        }

        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken).ConfigureAwait(false);
        return endpoints.Location ?? throw new JobFormatException("The service does not say which region the workspace is in. Name one.", "location");
    }
}
