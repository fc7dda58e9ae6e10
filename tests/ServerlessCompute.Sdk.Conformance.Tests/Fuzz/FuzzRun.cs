using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Runs numbered cases, each the same whenever its number is run, and gathers what goes wrong.</summary>
internal sealed class FuzzRun(FuzzLimits limits, Action<int> run)
{
    // What a program's first thread has on every system: code that needs more overflows somewhere.
    private const int StackSize = 1 << 20;
    private const int MostFaults = 20;
    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Runs the cases on some threads of their own. A case that does not come back ends the run.</summary>
    /// <returns>What went wrong, each with the number of its case.</returns>
    public IReadOnlyCollection<string> Run(int first, int count, int threads = 1)
    {
        Worker[] workers = [.. Enumerable.Range(0, threads).Select(offset => new Worker(this, first + offset, first + count, threads))];
        foreach (Worker worker in workers)
        {
            worker.Start();
        }

        while (workers.Any(worker => !worker.IsOver(_glance)))
        {
            if (Array.Find(workers, worker => worker.CaseTime > limits.Hang) is { } hanging)
            {
                _faults.Enqueue($"Case {hanging.Case} has not come back after {limits.Hang}.");
                break;
            }
        }

        return _faults;
    }

    private void RunCase(int number)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (Time(number) > limits.Time && Time(number) > limits.Time && Time(number) is { } time && time > limits.Time)
        {
            _faults.Enqueue($"Case {number} took {time}.");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - before is { } bytes && bytes > limits.Bytes)
        {
            _faults.Enqueue($"Case {number} allocated {bytes} bytes.");
        }
    }

    private TimeSpan Time(int number)
    {
        long start = Stopwatch.GetTimestamp();
#pragma warning disable CA1031 // Whatever comes out is what this run is looking for.
        try
        {
            run(number);
        }
        catch (Exception e)
        {
            _faults.Enqueue($"Case {number} threw {e}");
        }
#pragma warning restore CA1031
        return Stopwatch.GetElapsedTime(start);
    }

    private sealed class Worker
    {
        private readonly Thread _thread;
        private long _started = Stopwatch.GetTimestamp();

        public Worker(FuzzRun run, int first, int end, int step) => _thread = new Thread(
            () =>
            {
                for (int i = first; i < end && run._faults.Count < MostFaults; i += step)
                {
                    Case = i;
                    Volatile.Write(ref _started, Stopwatch.GetTimestamp());
                    run.RunCase(i);
                }
            },
            StackSize)
        {
            IsBackground = true,
        };

        public int Case { get; private set; }

        public TimeSpan CaseTime => _thread.IsAlive ? Stopwatch.GetElapsedTime(Volatile.Read(ref _started)) : default;

        public void Start() => _thread.Start();

        public bool IsOver(TimeSpan wait) => _thread.Join(wait);
    }
}
