using Azure;

namespace ServerlessCompute;

/// <summary>Lists of jobs.</summary>
internal static class JobPages
{
    public static AsyncPageable<Job> Of(ServiceConnection connection, JobFilter filter, CancellationToken cancellationToken) => new ResourcePages<Job>(
        connection,
        _ => new(FirstPage(connection, filter)),
        answer =>
        {
            (ValueList<Job> jobs, string? link) = JobWire.ReadPage(answer.Span);
            return ([.. jobs.Where(filter.Matches)], link);
        },
        cancellationToken);

    private static Uri FirstPage(ServiceConnection connection, JobFilter filter)
    {
        string query = filter.IncludeArchived ? "&listViewType=All" : "";
        query += filter.JobType.Value is { } type ? $"&jobType={Uri.EscapeDataString(type)}" : "";
        query += filter.AskedTag is { } tag ? $"&tag={Uri.EscapeDataString(tag)}" : "";
        return connection.ArmUri("/jobs", ApiVersions.Base, query);
    }
}
