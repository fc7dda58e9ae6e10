namespace ServerlessCompute;

/// <summary>Goes with whoever makes nouns of YAML: collects what is wrong and what is doubtful, and reads the files that are named.</summary>
/// <param name="options">How it is loaded; null for the defaults.</param>
internal sealed class YamlTreeReader(YamlOptions? options) : TreeReader(Dialect.Yaml)
{
    private const string FilePrefix = "file:";

    private const string ReferencePrefix = "azureml:";

    /// <summary>More than anybody reads. What is behind them is most often of the same kind.</summary>
    private const int MaxProblems = 200;

    private readonly List<YamlProblem> _problems = [];

    public YamlFiles Files { get; } = new(options?.Variables);

    /// <inheritdoc cref="YamlOptions.ChecksSteps"/>
    public bool ChecksSteps { get; } = options?.ChecksSteps != false;

    public ValueList<YamlProblem> Problems => _problems.ToArray();

    public bool HasErrors => _problems.Exists(problem => problem.Severity == JobDiagnosticSeverity.Error);

    public override void Report(TreePlace at, string message, string fix) => Add(JobDiagnosticSeverity.Error, at, message, fix);

    public override void Warn(TreePlace at, string message, string fix) => Add(JobDiagnosticSeverity.Warning, at, message, fix);

    /// <summary>Everything that is no reference to an asset and no address.</summary>
    public override bool IsFile(TreeScalar text) =>
        text is { Kind: ScalarKind.Text, Text: var path }
        && (path.StartsWith(FilePrefix, StringComparison.Ordinal)
            || !(path.StartsWith(ReferencePrefix, StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal) || path.Contains("${{", StringComparison.Ordinal)));

    public override Tree? Follow(TreeScalar reference)
    {
        string path = reference.Text.StartsWith(FilePrefix, StringComparison.Ordinal) ? reference.Text[FilePrefix.Length..] : reference.Text;
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            Report(reference.Place, "The path is empty.", "Name a file.");
            return null;
        }

        string absolute = System.IO.Path.GetFullPath(path, reference.Place.Folder ?? Directory.GetCurrentDirectory());
        return Files.Follow(absolute, reference.Place, Report)?.Root;
    }

    /// <summary>As a file by itself says it, so that its <c>$schema</c> counts.</summary>
    public override Job? ReadJob(TreeMap map) => JobKind.Read(YamlFile.Of(map), this);

    private void Add(JobDiagnosticSeverity severity, TreePlace at, string message, string fix)
    {
        var problem = new YamlProblem(severity, at.File ?? "", at.Line, at.Column, Path, message, fix);
        if (_problems.Count < MaxProblems && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }
}
