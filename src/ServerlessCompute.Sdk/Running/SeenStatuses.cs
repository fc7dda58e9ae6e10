namespace ServerlessCompute;

/// <summary>When the watches and waits of a handle saw its job change its status. Thread-safe.</summary>
internal sealed class SeenStatuses
{
    private readonly Lock _gate = new();
    private readonly List<(JobStatus Status, DateTimeOffset At)> _seen = [];

    public void Note(JobStatus status, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (_seen.Count == 0 || _seen[^1].Status != status)
            {
                _seen.Add((status, at));
            }
        }
    }

    /// <summary>
    /// How long the job was in some statuses before it began. What was first seen counts from the job's making; null when nobody looked
    /// before the job began.
    /// </summary>
    public TimeSpan? TimeIn(Func<JobStatus, bool> match, DateTimeOffset? createdAt, DateTimeOffset? startedAt)
    {
        lock (_gate)
        {
            if (createdAt is not { } from || startedAt is not { } until || _seen.Count == 0 || _seen[0].At >= until)
            {
                return null;
            }

            TimeSpan sum = TimeSpan.Zero;
            for (int i = 0; i < _seen.Count; i++)
            {
                DateTimeOffset begin = i == 0 ? from : _seen[i].At;
                DateTimeOffset end = i + 1 < _seen.Count && _seen[i + 1].At < until ? _seen[i + 1].At : until;
                sum += match(_seen[i].Status) && end > begin ? end - begin : TimeSpan.Zero;
            }

            return sum;
        }
    }
}
