namespace ServerlessCompute;

/// <summary>The jobs of this workspace that hold machines or wait for them; those of other workspaces are not to be seen.</summary>
/// <param name="Names">The newest of them.</param>
internal sealed record LiveJobs(IReadOnlyList<string> Names)
{
    private const int MostListed = 200;
    private const int Named = 3;

    public static async Task<LiveJobs> ReadAsync(ServiceConnection connection, CancellationToken cancellationToken)
    {
        var live = new List<string>();
        int listed = 0;
        await foreach (Job job in JobPages.Of(connection, new JobFilter(), cancellationToken).ConfigureAwait(false))
        {
            if (job.Status is { Value: not null, IsTerminal: false } && job.Name is { } name)
            {
                live.Add(name);
            }

            if (++listed == MostListed)
            {
                break;
            }
        }

        return new LiveJobs(live);
    }

    /// <summary>Who came before a job that comes now; which of them wait for the same machines, the service does not say.</summary>
    public string Before => Names.Count == 0
        ? "No job of this workspace is live: other workspaces use the quota."
        : $"{Names.Count} live job(s) of this workspace are before it: {string.Join(", ", Names.Take(Named))}{(Names.Count > Named ? ", …" : "")}.";
}
