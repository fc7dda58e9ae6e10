namespace ServerlessCompute;

/// <summary>What else the machine does while something is measured, told on the error stream beside the figures.</summary>
internal static class Load
{
    private const string Averages = "/proc/loadavg";

    public static void Tell(string figure)
    {
        string load = File.Exists(Averages) ? File.ReadAllText(Averages).Trim() : "unknown";
        Console.Error.WriteLine($"{figure}: load averages {load}, {Environment.ProcessorCount} processors");
    }
}
