namespace ServerlessCompute;

/// <summary>The tables of what Spark runs and on what.</summary>
internal static class SparkTables
{
    private const string InstanceType = "instance_type";

    private const string ResourcesKey = "resources";

    /// <summary>Names that YAML knows the settings by, too.</summary>
    private static readonly (string Alias, string Name)[] _confAliases =
    [
        ("driver_cores", SparkConf.DriverCores),
        ("driver_memory", SparkConf.DriverMemory),
        ("executor_cores", SparkConf.ExecutorCores),
        ("executor_memory", SparkConf.ExecutorMemory),
        ("executor_instances", SparkConf.ExecutorInstances),
        ("dynamic_allocation_enabled", SparkConf.DynamicAllocationEnabled),
        ("dynamic_allocation_min_executors", SparkConf.DynamicAllocationMinExecutors),
        ("dynamic_allocation_max_executors", SparkConf.DynamicAllocationMaxExecutors),
    ];

    /// <summary>The entry as jobs and specifications of components have it: in trees its one member says which kind it is.</summary>
    public static ValueForm<SparkEntry> Entry { get; } = EntryOf(new MemberNames("sparkJobEntryType", null, null));

    /// <summary>The entry as steps of pipelines have it.</summary>
    public static ValueForm<SparkEntry> StepEntry { get; } = EntryOf(new MemberNames("sparkJobEntryType", "spark_job_entry_type", null));

    public static ValueForm<ValueMap<SparkSetting>> Conf { get; } = new MendedForm<ValueMap<SparkSetting>>(new MapForm<SparkSetting>(new SparkSettingForm()), MendConf);

    public static ValueForm<SparkResources> Resources { get; } = new Shape<SparkResources>(new SparkResources())
        .Add("instanceType", Forms.Text, r => r.InstanceType, (r, v) => r with { InstanceType = v }, required: true)
        .Add("runtimeVersion", Forms.Version, r => r.RuntimeVersion, (r, v) => r with { RuntimeVersion = v }, required: true);

    private static UnionForm<SparkEntry> EntryOf(MemberNames kind) =>
        new UnionForm<SparkEntry>(kind, new UnknownForm<SparkEntry>(word => new UnknownSparkEntry(word), entry => entry.Kind))
            .Add(
                "SparkJobPythonEntry",
                new Shape<SparkPythonEntry>(new SparkPythonEntry()).Add("file", Forms.Text, e => e.File, (e, v) => e with { File = v }, required: true))
            .Add(
                "SparkJobScalaEntry",
                new Shape<SparkClassEntry>(new SparkClassEntry()).Add("className", Forms.Text, e => e.ClassName, (e, v) => e with { ClassName = v }, required: true));

    /// <summary>The resources of a step whose component is elsewhere: the reference client writes the service's sizes in small letters there.</summary>
    public static TreeMap WithSmallSize(TreeMap step) =>
        step.Get(ResourcesKey) is TreeMap map && map.Text(InstanceType) is { } size && size.StartsWith("standard_", StringComparison.OrdinalIgnoreCase)
            ? step.With(ResourcesKey, map.With(InstanceType, new TreeScalar(ScalarKind.Text, size.ToLowerInvariant(), map.Get(InstanceType)!.Place)))
            : step;

    /// <summary>
    /// YAML may spell settings with underscores, and leave one without a value. Of those that say how large the application is, the reference
    /// client takes digits between quotes for a number, too.
    /// </summary>
    private static Tree MendConf(Tree tree, TreeReader reader)
    {
        if (reader.Dialect != Dialect.Yaml || tree is not TreeMap map)
        {
            return tree;
        }

        IEnumerable<TreeEntry> entries = map.Entries
            .Where(entry => entry.Value is not TreeScalar { IsNull: true })
            .Select(entry => Array.Find(_confAliases, known => known.Alias == entry.Name) is { Name: { } name } && !map.TryGet(name, out _) ? entry with { Name = name } : entry)
            .Select(entry => entry.Value is TreeScalar { Kind: ScalarKind.Text, Text: var text } && Array.Exists(_confAliases, known => known.Name == entry.Name) && IsWholeNumber(text)
                ? entry with { Value = new TreeScalar(ScalarKind.Integer, text, entry.Value.Place) }
                : entry);
        return new TreeMap([.. entries], map.Place);
    }

    private static bool IsWholeNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');
}
