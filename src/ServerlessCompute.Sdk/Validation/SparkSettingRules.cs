using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The settings of a Spark job that say how large it is: given, and not at odds with each other.</summary>
internal static class SparkSettingRules
{
    private const string Map = nameof(SparkJob.Conf);
    private const string HowToSize = "Write .WithDriver(cores: 1, memory: \"2g\") and .WithExecutors(instances: 2, cores: 2, memory: \"2g\").";

    private static readonly string[] _counts = [SparkConf.DriverCores, SparkConf.ExecutorCores, SparkConf.ExecutorInstances];
    private static readonly string[] _memories = [SparkConf.DriverMemory, SparkConf.ExecutorMemory];

    /// <param name="conf">The settings.</param>
    /// <param name="report">Takes what is found.</param>
    /// <param name="isWhole">Whether these are all settings that there will be.</param>
    public static void Check(ValueMap<SparkSetting>? conf, JobReport report, bool isWhole = true)
    {
        _ = report.Entries(conf, Map).Count();
        if (conf is null)
        {
            return;
        }

        bool isDynamic = SparkConf.IsDynamic(conf);
        if (isWhole)
        {
            CheckGiven(conf, isDynamic, report);
        }

        CheckForms(conf, report);
        if (isDynamic)
        {
            CheckDynamic(conf, report);
        }
        else if (conf.ContainsKey(SparkConf.DynamicAllocationMinExecutors) || conf.ContainsKey(SparkConf.DynamicAllocationMaxExecutors))
        {
            report.Add(SparkExecutorsUnasked, Map, "The settings bound the executors of dynamic allocation, which is not enabled.", "Enable it, .WithDynamicAllocation(1, 4), or remove the bounds.");
        }
    }

    private static void CheckGiven(ValueMap<SparkSetting> conf, bool isDynamic, JobReport report)
    {
        string[] wanted = [SparkConf.DriverCores, SparkConf.DriverMemory, SparkConf.ExecutorCores, SparkConf.ExecutorMemory, .. isDynamic ? [] : new[] { SparkConf.ExecutorInstances }];
        string[] missing = [.. wanted.Where(name => !conf.ContainsKey(name))];
        if (missing.Length > 0)
        {
            report.Add(SparkSettingMissing, Map, $"The settings lack {Shown.List(missing)}, without which the service does not take the job.", HowToSize);
        }
    }

    private static void CheckForms(ValueMap<SparkSetting> conf, JobReport report)
    {
        foreach ((string name, SparkSetting? value) in conf)
        {
            if (value is null)
            {
                continue;
            }

            if (_counts.Contains(name) && SparkConf.Number(conf, name) is null or < 1)
            {
                report.Add(SparkSettingSize, Shown.At(Map, name), $"{Shown.Value(value.Text)} is no whole number from 1 on.", HowToSize);
            }
            else if (_memories.Contains(name) && !IsMemory(value.Text))
            {
                report.Add(SparkSettingSize, Shown.At(Map, name), $"{Shown.Value(value.Text)} is no whole number with a unit behind it: k, m, g or t.", HowToSize);
            }
        }
    }

    private static void CheckDynamic(ValueMap<SparkSetting> conf, JobReport report)
    {
        int? fewest = SparkConf.Number(conf, SparkConf.DynamicAllocationMinExecutors);
        int? most = SparkConf.Number(conf, SparkConf.DynamicAllocationMaxExecutors);
        string? problem =
            fewest is null || most is null ? "Dynamic allocation needs the fewest and the most executors, as whole numbers."
            : fewest < 1 ? $"The fewest executors are {fewest}."
            : fewest > most ? $"The fewest executors are {fewest}, and the most {most}."
            : SparkConf.Number(conf, SparkConf.ExecutorInstances) is { } start && (start < fewest || start > most) ? $"The job starts with {start} executors, and the bounds are {fewest} and {most}."
            : null;
        if (problem is not null)
        {
            report.Add(SparkExecutorRange, Map, problem, "Write .WithDynamicAllocation(minExecutors: 1, maxExecutors: 4); the number at the start lies between the two.");
        }
    }

    /// <summary>A whole number, a unit, and perhaps the <c>b</c> that Spark takes, too.</summary>
    private static bool IsMemory(string text)
    {
        string size = text.EndsWith('b') || text.EndsWith('B') ? text[..^1] : text;
        return size.Length > 1 && "kmgtpKMGTP".Contains(size[^1], StringComparison.Ordinal) && !size.AsSpan(0, size.Length - 1).ContainsAnyExceptInRange('0', '9');
    }
}
