using System.Globalization;

namespace ServerlessCompute;

/// <summary>Compares two jobs of a workspace.</summary>
internal static class JobComparer
{
    public static async Task<JobComparison> CompareAsync(JobRun first, JobRun second, ServiceConnection connection, CancellationToken cancellationToken)
    {
        Task<Job> firstJob = first.GetJobAsync(cancellationToken), secondJob = second.GetJobAsync(cancellationToken);
        Task<List<(string, string)>> firstEnd = OutcomeAsync(connection, first, cancellationToken), secondEnd = OutcomeAsync(connection, second, cancellationToken);
        return JobComparison.Of(AuthoredForm.Of(await firstJob.ConfigureAwait(false)), AuthoredForm.Of(await secondJob.ConfigureAwait(false))) with
        {
            First = first.Name,
            Second = second.Name,
            Outcome = JobLeaves.Differences(await firstEnd.ConfigureAwait(false), await secondEnd.ConfigureAwait(false)),
        };
    }

    private static async Task<List<(string Path, string Value)>> OutcomeAsync(ServiceConnection connection, JobRun run, CancellationToken cancellationToken)
    {
        var reader = new RunReader(connection, run.Name);
        RunDetails details = await reader.GetDetailsAsync(cancellationToken).ConfigureAwait(false);
        var leaves = new List<(string, string)> { ("status", details.Status.ToString()) };
        Add("error", RunEnd.Error(details)?.Code);
        Add("waited", Text(details.StartedAt - details.CreatedAt));
        Add("ran", Text(details.EndedAt - details.StartedAt));
        Add("instance_type", details.Compute?.VmSize);
        Add("instance_count", details.Compute?.InstanceCount?.ToString(CultureInfo.InvariantCulture));
        foreach ((string metric, MetricPoint latest) in await reader.GetLatestMetricsAsync(cancellationToken).ConfigureAwait(false))
        {
            Add($"metrics.{metric}", latest.Value.ToString("G6", CultureInfo.InvariantCulture));
        }

        return leaves;

        void Add(string path, string? value)
        {
            if (value is not null)
            {
                leaves.Add((path, value));
            }
        }
    }

    // Parts of a second say nothing about a job.
    private static string? Text(TimeSpan? time) => time is { } known ? TimeSpan.FromSeconds(Math.Round(known.TotalSeconds)).ToString("c", CultureInfo.InvariantCulture) : null;
}
