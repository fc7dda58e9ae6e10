using System.Diagnostics;

namespace ServerlessCompute;

/// <summary>Keeps this process on one core.</summary>
internal static class OneCore
{
    public static void Pin()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using Process self = Process.GetCurrentProcess();
            self.ProcessorAffinity = 1;
        }
        else
        {
            Console.Error.WriteLine("This system does not pin processes: the figure is of all its cores.");
        }
    }
}
