using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>The pages of a list of jobs, each asked for when the one before it was read.</summary>
internal sealed class JobPages(ServiceConnection connection, JobFilter filter, CancellationToken cancellationToken) : AsyncPageable<Job>(cancellationToken)
{
    public override async IAsyncEnumerable<Page<Job>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        Uri? next = continuationToken is null ? FirstPage() : new Uri(continuationToken);
        while (next is not null)
        {
            using HttpMessage message = connection.CreateMessage(RequestMethod.Get, next);
            Response response = await connection.SendAsync(message, CancellationToken).ConfigureAwait(false);
            (ValueList<Job> jobs, string? link) = JobWire.ReadPage(response.Content.ToMemory().Span);
            next = link is null ? null : SameHost(link);
            yield return Page<Job>.FromValues([.. jobs.Where(filter.Matches)], link, response);
        }
    }

    private Uri FirstPage()
    {
        string query = filter.IncludeArchived ? "&listViewType=All" : "";
        query += filter.JobType.Value is { } type ? $"&jobType={Uri.EscapeDataString(type)}" : "";
        query += filter.Tag is { } tag ? $"&tag={Uri.EscapeDataString(tag)}" : "";
        return connection.ArmUri("/jobs", ApiVersions.Base, query);
    }

    /// <summary>The token goes to the next page as well, so that page must be the same service's.</summary>
    private Uri SameHost(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? next) && next.Host == connection.Options.ResourceManagerEndpoint.Host
            ? next
            : throw new InvalidOperationException("The service's next page is on another host. No token was sent there.");
}
