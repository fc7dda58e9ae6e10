using System.Buffers;
using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>A full command job to the bytes of its request, against the same bytes written by hand.</summary>
internal sealed class WireFigure : Figure
{
    private const int WritesPerRound = 20_000;
    private const int Rounds = 31;

    private readonly CommandJob _job = FullJob.Create();
    private readonly HandWrittenJob _handWritten = new();
    private readonly ArrayBufferWriter<byte> _output = new(64 * 1024);

    public override IReadOnlyList<string> Names => ["wire.command.ratio", "wire.command.alloc"];

    public override async IAsyncEnumerable<Measurement> MeasureAsync()
    {
        DemandEqualBytes();

        // Both take turns, so that whatever else the machine does meets both; the first rounds are for the compiler.
        var ratios = new List<double>();
        for (int round = -Rounds; round < Rounds; round++)
        {
            double byHand = Time(() => _handWritten.Write(_output));
            double bySdk = Time(() => JobWire.Write(_output, _job));
            if (round >= 0)
            {
                ratios.Add(bySdk / byHand);
            }
        }

        await Task.CompletedTask;
        yield return new Measurement("wire.command.ratio", Stopwatches.Median(ratios), "times");
        yield return new Measurement("wire.command.alloc", AllocatedPerWrite(), "bytes");
    }

    private void DemandEqualBytes()
    {
        _handWritten.Write(_output);
        byte[] byHand = _output.WrittenSpan.ToArray();
        _output.ResetWrittenCount();
        JobWire.Write(_output, _job);
        if (!_output.WrittenSpan.SequenceEqual(byHand))
        {
            throw new InvalidOperationException("The yardstick does not write what the SDK writes: bring HandWrittenJob up to date.");
        }
    }

    private double Time(Action write)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < WritesPerRound; i++)
        {
            _output.ResetWrittenCount();
            write();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private double AllocatedPerWrite()
    {
        JobWire.Write(_output, _job);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < WritesPerRound; i++)
        {
            _output.ResetWrittenCount();
            JobWire.Write(_output, _job);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)WritesPerRound;
    }
}
