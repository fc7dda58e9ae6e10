using System.Text;

namespace ServerlessCompute;

/// <summary>A YAML file of a corpus.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">Its path in the corpus, with forward slashes.</param>
/// <param name="Kind">What it describes.</param>
internal sealed record CorpusFile(string Path, string Name, CorpusKind Kind)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] _jobTypes = ["command", "sweep", "automl", "pipeline", "spark", "finetuning", "parallel"];
    private static readonly string[] _componentTypes = ["command", "parallel", "spark", "pipeline", "sweep"];
    private static readonly string[] _jobFolders = ["command_job", "sweep_job", "automl_job", "spark_job"];

    /// <summary>The files beneath a folder that describe a job, a component or a schedule. The others are left out.</summary>
    public static IReadOnlyList<CorpusFile> In(string root) =>
    [
        .. from pattern in new[] { "*.yml", "*.yaml" }
           from path in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
           let name = System.IO.Path.GetRelativePath(root, path).Replace('\\', '/')
           orderby name
           let kind = KindOf(path, name)
           where kind is not null
           select new CorpusFile(path, name, kind.Value),
    ];

    /// <summary>
    /// What a file says it is: by its schema, else by its type, else by the folder that it is in. The golden files were chosen by this rule.
    /// </summary>
    public static CorpusKind? KindOf(TopLevel top, string name)
    {
        string schema = top.Text("$schema");
        string type = top.Text("type");
        bool saysJob = schema.Contains("job", StringComparison.OrdinalIgnoreCase);
        if (schema.Contains("schedule", StringComparison.OrdinalIgnoreCase) || (top.Has("trigger") && top.Has("create_job")))
        {
            return CorpusKind.Schedule;
        }

        bool looksLikeComponent = _componentTypes.Contains(type) && top.Has("version") && top.Has("name") && !top.Has("compute") && !top.Has("experiment_name");
        if (schema.Contains("Component", StringComparison.Ordinal) || (looksLikeComponent && !schema.Contains("Job", StringComparison.Ordinal)))
        {
            return CorpusKind.Component;
        }

        return saysJob || _jobTypes.Contains(type) ? CorpusKind.Job : KindByFolder(top, name);
    }

    private static CorpusKind? KindOf(string path, string name)
    {
        try
        {
            using var reader = new StreamReader(path, _strict);
            return TopLevel.Read(reader) is { } top ? KindOf(top, name) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static CorpusKind? KindByFolder(TopLevel top, string name)
    {
        string[] folders = name.Split('/')[..^1];
        if ((folders.Any(_jobFolders.Contains) && (top.Has("command") || top.Has("trial") || top.Has("task"))) || (folders.Contains("pipeline_jobs") && top.Has("jobs")))
        {
            return CorpusKind.Job;
        }

        return folders.Contains("components") && top.Text("type").Length > 0 && top.Has("name") ? CorpusKind.Component : null;
    }
}
