using System.Globalization;

namespace ServerlessCompute;

/// <summary>What a local run tells about the VM size that the job would get.</summary>
internal static class SizeAdvice
{
    // A shorter run is mostly start-up and says nothing about the rest.
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(10);

    // Data grow, and other processors are slower.
    private const double Margin = 1.25;

    /// <summary>A line for the log: what was used, and the smallest size of the same family that would do.</summary>
    /// <param name="use">What the job took of this machine, all nodes together.</param>
    /// <param name="instanceType">The size that was chosen.</param>
    /// <param name="nodeCount">How many nodes share the work.</param>
    /// <param name="localCores">The processors of this machine; a job that keeps them busy might want more.</param>
    public static string For(ResourceUse use, string instanceType, int nodeCount, int localCores)
    {
        double cores = use.ProcessorTime / (use.Elapsed > TimeSpan.Zero ? use.Elapsed : TimeSpan.FromMilliseconds(1));
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"Local run: {use.ProcessorTime.TotalSeconds:F1} s of processor time in {use.Elapsed.TotalSeconds:F1} s ({cores:F1} processors){(use.PeakMemory is { } peak ? $", at most {peak / 1048576.0:F0} MiB of memory" : "")}.");
        return Smaller(use, instanceType, nodeCount, cores, localCores) is { } smaller
            ? string.Create(CultureInfo.InvariantCulture, $"{line} {smaller.Name} with {smaller.VCpus} vCPUs and {smaller.MemoryGiB} GiB would do in place of {instanceType}.")
            : line;
    }

    private static VmSize? Smaller(ResourceUse use, string instanceType, int nodeCount, double cores, int localCores)
    {
        if (use.Elapsed < _shortest || use.PeakMemory is not { } peak || cores > localCores * 0.8 || VmCatalogue.Default.Find(instanceType) is not { Gpus: 0 } chosen)
        {
            return null;
        }

        double coresOfANode = cores / nodeCount * Margin;
        double memoryOfANode = (double)peak / nodeCount * Margin / (1L << 30);
        return VmCatalogue.Default.Sizes
            .Where(size => size.Family == chosen.Family && !size.IsRetired && size.VCpus < chosen.VCpus && size.VCpus >= coresOfANode && size.MemoryGiB >= memoryOfANode)
            .MinBy(static size => (size.VCpus, size.MemoryGiB));
    }
}
