namespace ServerlessCompute;

/// <summary>Notices what becomes of the jobs that a run started, at any depth. Of a run that starts none, nothing is asked.</summary>
internal sealed class ChildWatch(ServiceConnection connection, string jobName)
{
    private readonly Dictionary<string, JobStatus> _seen = new(StringComparer.Ordinal);

    /// <summary>The children whose status is another one than at the last call, in the order in which they were started.</summary>
    public async Task<IReadOnlyList<JobChildChanged>> ReadNewAsync(RunDetails details, CancellationToken cancellationToken)
    {
        if (!ChildReader.StartsOthers(details.Properties))
        {
            return [];
        }

        var changed = new List<JobChildChanged>();
        await foreach (JobChild child in new ChildReader(connection, isPatient: true).ReadAsync(jobName, recursive: true, depth: 1, cancellationToken).ConfigureAwait(false))
        {
            if (!_seen.TryGetValue(child.Name, out JobStatus seen) || seen != child.Status)
            {
                _seen[child.Name] = child.Status;
                changed.Add(new JobChildChanged(jobName, child));
            }
        }

        return changed;
    }
}
