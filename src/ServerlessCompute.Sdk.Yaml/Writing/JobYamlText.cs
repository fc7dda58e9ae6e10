namespace ServerlessCompute;

/// <summary>Writes jobs as YAML.</summary>
internal static class JobYamlText
{
    private const string SchemaFolder = "https://azuremlschemas.azureedge.net/latest/";

    public static string Write(Job job)
    {
        JobTable table = JobTables.Of(job)
            ?? throw new NotSupportedException($"A job of the kind '{job.JobType}' has no YAML that is known here.");
        TreeMap map = table.Write(job, Dialect.Yaml);
        return YamlPrinter.Print(new TreeMap([new TreeEntry("$schema", $"{SchemaFolder}{table.YamlType}Job.schema.json"), .. map.Entries]));
    }
}
