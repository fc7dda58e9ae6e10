using System.Globalization;

namespace ServerlessCompute;

/// <summary>The names of Spark's settings that say how large a job is.</summary>
public static class SparkConf
{
    /// <summary>The cores of the driver, a whole number.</summary>
    public const string DriverCores = "spark.driver.cores";

    /// <summary>The memory of the driver, a whole number and a unit: <c>2g</c>.</summary>
    public const string DriverMemory = "spark.driver.memory";

    /// <summary>The cores of each executor, a whole number.</summary>
    public const string ExecutorCores = "spark.executor.cores";

    /// <summary>The memory of each executor, a whole number and a unit: <c>2g</c>.</summary>
    public const string ExecutorMemory = "spark.executor.memory";

    /// <summary>The number of executors; with dynamic allocation the number at the start.</summary>
    public const string ExecutorInstances = "spark.executor.instances";

    /// <summary>Whether the number of executors follows the work.</summary>
    public const string DynamicAllocationEnabled = "spark.dynamicAllocation.enabled";

    /// <summary>The fewest executors of dynamic allocation.</summary>
    public const string DynamicAllocationMinExecutors = "spark.dynamicAllocation.minExecutors";

    /// <summary>The most executors of dynamic allocation.</summary>
    public const string DynamicAllocationMaxExecutors = "spark.dynamicAllocation.maxExecutors";

    private static readonly string[] _sizes =
    [
        DriverCores, DriverMemory, ExecutorCores, ExecutorMemory, ExecutorInstances,
        DynamicAllocationEnabled, DynamicAllocationMinExecutors, DynamicAllocationMaxExecutors,
    ];

    /// <summary>Whether the settings ask for dynamic allocation.</summary>
    internal static bool IsDynamic(ValueMap<SparkSetting> conf) =>
        conf.TryGetValue(DynamicAllocationEnabled, out SparkSetting? enabled) && string.Equals(enabled?.Text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A setting that is a whole number; null when it is not given, or none.</summary>
    internal static int? Number(ValueMap<SparkSetting> conf, string name) =>
        conf.TryGetValue(name, out SparkSetting? value) && int.TryParse(value?.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>
    /// The settings of a step and of its component as one: those that say how large the application is, one by one; the others are the
    /// step's when it says any.
    /// </summary>
    internal static ValueMap<SparkSetting> Merge(ValueMap<SparkSetting> component, ValueMap<SparkSetting> step)
    {
        bool saysOthers = step.Keys.Any(name => !_sizes.Contains(name, StringComparer.Ordinal));
        return step.Count == 0 ? component
            : ValueMap.From(component.Where(setting => !step.ContainsKey(setting.Key) && (!saysOthers || _sizes.Contains(setting.Key, StringComparer.Ordinal))).Concat(step));
    }

    /// <summary>The settings as components have them: that there is no dynamic allocation goes without saying.</summary>
    internal static ValueMap<SparkSetting> Said(ValueMap<SparkSetting> conf) => IsDynamic(conf) ? conf : conf.Without(DynamicAllocationEnabled);

    /// <summary>
    /// The settings as they are sent. With dynamic allocation a job starts with the fewest executors unless it says how many; that there is
    /// no dynamic allocation goes without saying.
    /// </summary>
    internal static ValueMap<SparkSetting> Settled(ValueMap<SparkSetting> conf)
    {
        if (!IsDynamic(conf))
        {
            return conf.Without(DynamicAllocationEnabled);
        }

        ValueMap<SparkSetting> settled = conf[DynamicAllocationEnabled].Text == ((SparkSetting)true).Text ? conf : conf.With(DynamicAllocationEnabled, true);
        return !conf.ContainsKey(ExecutorInstances) && conf.TryGetValue(DynamicAllocationMinExecutors, out SparkSetting? fewest)
            ? settled.With(ExecutorInstances, fewest)
            : settled;
    }
}
