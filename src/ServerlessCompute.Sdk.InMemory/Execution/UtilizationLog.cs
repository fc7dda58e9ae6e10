namespace ServerlessCompute;

/// <summary>
/// How busy the nodes of jobs are. What nobody reports is drawn: a level that a job keeps, with a little noise each minute. Under the
/// engine's lock.
/// </summary>
internal sealed class UtilizationLog(int seed)
{
    private const int NoisePercent = 6;

    private readonly Dictionary<JobRecord, List<Report>> _reports = [];

    /// <summary>Says how busy the job's nodes are from now on.</summary>
    public void Note(JobRecord job, long at, double cpu, double memory, double? gpu)
    {
        if (!_reports.TryGetValue(job, out List<Report>? reports))
        {
            _reports.Add(job, reports = []);
        }

        reports.Add(new Report(at, cpu, memory, gpu));
    }

    /// <summary>The minutes of a job so far, node by node within a minute.</summary>
    public IReadOnlyList<UtilizationSample> Read(JobRecord job, long now)
    {
        if (job.StartedAt is not { } start || job.Size is not { } size)
        {
            return [];
        }

        long end = job.EndedAt ?? now;
        var samples = new List<UtilizationSample>();
        for (long minute = start; minute < end; minute += TimeSpan.TicksPerMinute)
        {
            for (int node = 0; node < job.NodeCount; node++)
            {
                samples.Add(Sample(job, size, minute, (int)((minute - start) / TimeSpan.TicksPerMinute), node));
            }
        }

        return samples;
    }

    private UtilizationSample Sample(JobRecord job, VmSize size, long minute, int number, int node)
    {
        bool isReported = _reports.TryGetValue(job, out List<Report>? reports);
        Report report = isReported ? reports!.FindLast(r => r.At < minute + TimeSpan.TicksPerMinute) : default;
        double Level(string what, int least, int most) =>
            Math.Clamp(least + Draw.Below(seed, job.Name, what, most - least + 1) + Draw.Below(seed, job.Name, $"{what}/{node}/{number}", (2 * NoisePercent) + 1) - NoisePercent, 0, 100);
        return new UtilizationSample
        {
            Time = new DateTimeOffset(minute, TimeSpan.Zero),
            Node = node,
            CpuPercent = isReported ? report.Cpu : Level("cpu", 35, 95),
            MemoryPercent = isReported ? report.Memory : Level("memory", 15, 80),
            GpuPercent = size.Gpus == 0 ? null : isReported ? report.Gpu ?? 0 : Level("gpu", 50, 98),
        };
    }

    private readonly record struct Report(long At, double Cpu, double Memory, double? Gpu);
}
