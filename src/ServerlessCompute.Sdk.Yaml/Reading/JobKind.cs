namespace ServerlessCompute;

/// <summary>Tells which kind of job a document describes: by its <c>type</c>, else by its <c>$schema</c>, else it is a command.</summary>
internal static class JobKind
{
    private const string TypeKey = "type";

    private const string NameKey = "name";

    private const string JobSuffix = "Job";

    /// <summary>Keys that only one kind of job has, for a document that says nothing else.</summary>
    private static readonly (string Key, string Type)[] _hints = [("jobs", "pipeline"), ("trial", "sweep"), ("task", "automl"), ("entry", "spark")];

    /// <summary>Reads a document as a job.</summary>
    public static Job? Read(YamlFile file, TreeReader reader)
    {
        if (file.Noun is { } noun && noun != YamlNoun.Job)
        {
            reader.Report(file.Root.Place, $"This describes a {YamlFile.Name(noun)}, not a job.", $"Load it as a {YamlFile.Name(noun)}.");
            return null;
        }

        if (Find(file, reader) is not { } table || !table.TryRead(file.Root, reader, out Job? job))
        {
            return null;
        }

        if (job is PipelineJob pipeline && reader is YamlTreeReader { ChecksSteps: true })
        {
            PipelineProblems.Report(pipeline, file.Root, reader);
        }

        return WithName(job, file, reader);
    }

    /// <summary>An empty name is none; those of commands and Spark jobs are sent in lower case, as the reference client sends them.</summary>
    private static Job WithName(Job job, YamlFile file, TreeReader reader)
    {
        if (job.Name is { } name && (job is CommandJob or SparkJob) && name.Any(char.IsUpper))
        {
            reader.Enter(NameKey);
            reader.Warn(file.Root.Get(NameKey)!.Place, $"The name '{name}' is sent in lower case.", $"Write {name.ToLowerInvariant()}.");
            reader.Leave();
            return job with { Name = name.ToLowerInvariant() };
        }

        return job.Name is "" ? job with { Name = null } : job;
    }

    private static JobTable? Find(YamlFile file, TreeReader reader)
    {
        if (file.Root.Get(TypeKey) is { } type and not TreeScalar { IsNull: true })
        {
            string? word = (type as TreeScalar)?.Text;
            if (word is not null && JobTables.All.FirstOrDefault(table => Same(table.YamlType, word)) is { } named)
            {
                return named;
            }

            string[] known = [.. JobTables.All.Select(table => table.YamlType)];
            reader.Enter(TypeKey);
            reader.Report(type.Place, $"There is no kind of job called '{word ?? type.Describe()}'.{Spelling.DidYouMean(word ?? "", known)}", $"Write one of {string.Join(", ", known)}.");
            reader.Leave();
            return null;
        }

        JobTable? bySchema = file.Schema is { } schema
            ? JobTables.All.FirstOrDefault(table => schema.StartsWith(table.YamlType, StringComparison.OrdinalIgnoreCase) && schema.EndsWith(JobSuffix, StringComparison.OrdinalIgnoreCase))
            : null;
        if (bySchema is null && Array.Find(_hints, hint => file.Root.TryGet(hint.Key, out _)) is { Key: { } key } hint)
        {
            reader.Report(file.Root.Place, $"The kind of job is not said, and '{key}' is not known to commands.", $"Write 'type: {hint.Type}'.");
            return null;
        }

        return bySchema ?? JobTables.Command;
    }

    private static bool Same(string known, string word) =>
        known.Replace("_", "", StringComparison.Ordinal).Equals(word.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
