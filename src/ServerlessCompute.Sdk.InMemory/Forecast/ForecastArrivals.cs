namespace ServerlessCompute;

/// <summary>Sends the jobs of one flow, one after the other.</summary>
internal sealed class ForecastArrivals : IEventTarget
{
    private readonly ForecastRun _run;
    private readonly WorkloadFlow _flow;
    private readonly int _image;
    private readonly Chance _chance;
    private readonly double[] _perTick;

    public ForecastArrivals(ForecastRun run, WorkloadFlow flow, int image, Chance chance)
    {
        (_run, _flow, _image, _chance) = (run, flow, image, chance);
        double weights = flow.HourWeights.Count == 0 ? 24 : flow.HourWeights.Sum();

        // Weekends have their share, and the week as a whole has as many jobs as it is said to have.
        double weekday = 7 / (5 + (2 * flow.WeekendShare));
        _perTick = [.. Enumerable.Range(0, 48).Select(i =>
        {
            double weight = flow.HourWeights.Count == 0 ? 1 : flow.HourWeights[i % 24];
            return flow.JobsPerDay * weight / weights / TimeSpan.TicksPerHour * weekday * (i < 24 ? 1 : flow.WeekendShare);
        })];
    }

    string IEventTarget.OrderName => "";

    public void Begin() => ScheduleNext(_run.Now);

    void IEventTarget.OnDue(int stage)
    {
        ComputeTier tier = _flow.SpotShare > 0 && _chance.Uniform() < _flow.SpotShare ? ComputeTier.LowPriority : ComputeTier.Dedicated;
        new ForecastJob(_run, new PlacementRequest(_flow.InstanceType, _flow.NodeCount, tier), _flow.Duration.Draw(_chance), _flow.SaveEvery?.Ticks ?? 0, _image).Begin();
        ScheduleNext(_run.Now);
    }

    /// <summary>Goes through the hours until one of them holds the next arrival of the uneven flow.</summary>
    private void ScheduleNext(long from)
    {
        double left = _chance.Exponential();
        for (long at = from; at < _run.End;)
        {
            var time = new DateTime(at, DateTimeKind.Utc);
            double rate = _perTick[time.Hour + (time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 24 : 0)];
            long hourEnds = ((at / TimeSpan.TicksPerHour) + 1) * TimeSpan.TicksPerHour;
            if (rate * (hourEnds - at) >= left)
            {
                long due = at + (long)(left / rate);
                if (due < _run.End)
                {
                    _run.Pacemaker.Schedule(due, this, 0, isWork: true);
                }

                return;
            }

            left -= rate * (hourEnds - at);
            at = hourEnds;
        }
    }
}
