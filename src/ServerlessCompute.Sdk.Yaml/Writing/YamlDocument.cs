namespace ServerlessCompute;

/// <summary>Writes nouns as documents, with the schema that editors check them against.</summary>
internal static class YamlDocument
{
    private const string SchemaFolder = "https://azuremlschemas.azureedge.net/latest/";

    private const string SchemaKey = "$schema";

    /// <summary>The schemas that are published.</summary>
    private static readonly (string YamlType, string Schema)[] _schemas =
        [("command", "commandJob"), ("sweep", "sweepJob"), ("pipeline", "pipelineJob"), ("automl", "autoMLJob"), ("spark", "sparkJob")];

    public static string Write(Job job)
    {
        JobTable table = JobTables.Of(job)
            ?? throw new NotSupportedException($"A job of the kind '{job.JobType}' has no YAML that is known here.");
        TreeMap map = table.Write(job.Visit(new SecretVisitor()), Dialect.Yaml);
        return YamlPrinter.Print(Array.Find(_schemas, named => named.YamlType == table.YamlType).Schema is { } schema
            ? new TreeMap([new TreeEntry(SchemaKey, $"{SchemaFolder}{schema}.schema.json"), .. map.Without(SchemaKey).Entries])
            : map);
    }

    /// <summary>An address of a schema stands in front; none is added, since it would become part of the component.</summary>
    public static string Write(Component component)
    {
        var map = (TreeMap)ComponentTables.Component.Write(component, Dialect.Yaml);
        return YamlPrinter.Print(map.TryGet(SchemaKey, out Tree? address) ? new TreeMap([new TreeEntry(SchemaKey, address), .. map.Without(SchemaKey).Entries]) : map);
    }

    public static string Write(Schedule schedule)
    {
        Schedule shown = schedule.CreateJob is { } job ? schedule with { Action = (CreateJobAction)schedule.Action! with { Job = job.Visit(new SecretVisitor()) } } : schedule;
        var map = (TreeMap)ScheduleTables.Schedule.Write(shown, Dialect.Yaml);
        return YamlPrinter.Print(new TreeMap([new TreeEntry(SchemaKey, $"{SchemaFolder}schedule.schema.json"), .. map.Without(SchemaKey).Entries]));
    }

    /// <summary>Puts references to variables in the places of secrets.</summary>
    private sealed class SecretVisitor : JobVisitor
    {
        public override ValueMap<EnvironmentValue> Variables(string place, ValueMap<EnvironmentValue> variables)
        {
            foreach ((string name, EnvironmentValue value) in variables)
            {
                variables = value.IsSecret ? variables.With(name, YamlVariables.Reference(name)) : variables;
            }

            return variables;
        }
    }
}
