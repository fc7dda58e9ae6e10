namespace ServerlessCompute;

/// <summary>Sends recorded jobs, in their order, again and again if the record repeats itself.</summary>
internal sealed class ForecastReplay(ForecastRun run, Workload workload, int image) : IEventTarget
{
    private readonly WorkloadJob[] _jobs = [.. workload.Jobs.OrderBy(static j => j.Arrival)];
    private readonly long _start = run.Now;
    private int _next;
    private long _round;

    string IEventTarget.OrderName => "";

    public void Begin() => ScheduleNext();

    void IEventTarget.OnDue(int stage)
    {
        WorkloadJob job = _jobs[_next++];
        new ForecastJob(run, new PlacementRequest(job.InstanceType, job.NodeCount, job.IsSpot ? ComputeTier.LowPriority : ComputeTier.Dedicated), job.Duration.Ticks, job.SaveEvery?.Ticks ?? 0, image).Begin();
        ScheduleNext();
    }

    private void ScheduleNext()
    {
        if (_next == _jobs.Length && workload.Period is not null)
        {
            _next = 0;
            _round++;
        }

        if (_next < _jobs.Length)
        {
            long due = _start + _jobs[_next].Arrival.Ticks + (_round * (workload.Period?.Ticks ?? 0));
            if (due < run.End)
            {
                run.Pacemaker.Schedule(Math.Max(due, run.Now), this, 0, isWork: true);
            }
        }
    }
}
