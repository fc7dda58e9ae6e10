using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Goes through a job, reads the files that it names, each folder once, and notes what it needs. Puts in the places of paths and names the
/// ids and addresses that they will have, or placeholders where only the service knows them.
/// </summary>
internal sealed partial class AssetCollector(PlanScope scope, CancellationToken cancellationToken) : JobVisitor
{
    private readonly Dictionary<string, AssetNeed> _bySource = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, AssetNeed> _needs = new(StringComparer.Ordinal);
    private readonly UploadBudget _budget = new(scope.MaxUploadBytes);
    private int _codes;

    public IReadOnlyList<AssetNeed> Needs => [.. _needs.Values];

    public IReadOnlyList<PlannedUpload> Uploads => _budget.Uploads;

    public override AssetPath Code(string place, AssetPath code)
    {
        if (code.IsLocal)
        {
            return PlanCode(place, code.ToAbsolute(scope.BaseFolder), SnapshotRules.JobCode);
        }

        return code.Kind == AssetPathKind.AssetReference && AssetReferences.Parse(code.Text, "code").Version is null
            ? throw new JobAssetException($"The code '{code.Text}' names no version: code has no newest one. Write azureml:NAME:1.")
            : Replace(code, Resolve(code, "codes", "code"));
    }

    public override void CodeFile(string place, AssetPath code, string file)
    {
        if (_needs.GetValueOrDefault(code.Text) is CodeNeed planned)
        {
            DemandFile(planned.Snapshot, place, file);
        }
    }

    public override T Settle<T>(string place, T said, Func<T, T> settle) => settle(said);

    /// <summary>The service knows a compute by its id; so does it the one called <c>serverless</c>, which stands for none.</summary>
    public override string Compute(string place, string compute)
    {
        string name = AssetReferences.WithoutPrefix(compute);
        return name.StartsWith('/') ? name : $"{scope.WorkspacePath}/computes/{name}";
    }

    public override string Datastore(string place, string datastore)
    {
        string name = AssetReferences.WithoutPrefix(datastore);
        return name.StartsWith('/') || name.Contains("://", StringComparison.Ordinal) ? name : $"{scope.WorkspacePath}/datastores/{name}";
    }

    public override string ComputeName(string place, string compute) => AssetReferences.WithoutPrefix(compute);

    public override Input Input(string place, Input input)
    {
        if (input is not DataInput { Path: { } path } data)
        {
            return input;
        }

        string text = path.IsLocal ? Upload(place, path.ToAbsolute(scope.BaseFolder), data.Type) : Resolve(path, AssetReferences.CollectionOf(data.Type), "input");
        AssetPath planned = Replace(path, text);
        return ReferenceEquals(planned, path) ? data : data with { Path = planned };
    }

    public override JobEnvironment Environment(string place, JobEnvironment environment)
    {
        string? id = AssetReferences.Of(environment) switch
        {
            null => environment.IsInline ? Need(Plan(place, environment)).Placeholder : null,
            var reference when AssetReferences.IsNamed(reference) => Version("environments", AssetReferences.Parse(reference, "environment")),
            var reference => AssetReferences.ForService(reference),
        };
        return id is null || id == environment.Reference
            ? environment
            : new JobEnvironment { Reference = id, AdditionalProperties = environment.AdditionalProperties };
    }

    private AssetPath PlanCode(string place, string path, SnapshotRules rules) =>
        new(Once($"code {rules.ExtraPatterns.Count} {path}", () => PlanCode(Take(place, path, rules))).Placeholder);

    private CodeNeed PlanCode(Snapshot snapshot)
    {
        ContentHash hash = ContentHash.Compute(snapshot.Files, cancellationToken);

        // Two folders with the same files are one code to the service, whatever they are called.
        CodeNeed? same = _needs.Values.OfType<CodeNeed>().FirstOrDefault(other => other.Hash == hash && other.Snapshot.IsFile == snapshot.IsFile);
        return same ?? new CodeNeed(snapshot, hash)
        {
            Placeholder = AssetReferences.VersionId(scope.WorkspacePath, "codes", string.Create(CultureInfo.InvariantCulture, $"{{code-{++_codes}}}"), CodeUploader.Version),
        };
    }

    private string Upload(string place, string path, InputType type)
    {
        RequireKind(path, type);
        AssetNeed need = Once("data " + path, () => PlanData(place, path, SnapshotRules.Data));

        // The service takes a folder's address with a slash at its end, a table's without.
        return need.Placeholder + (type == InputType.UriFolder ? "/" : "");
    }

    private DataNeed PlanData(string place, string path, SnapshotRules rules)
    {
        Snapshot snapshot = Take(place, path, rules);
        var need = new DataNeed(snapshot, ObjectHash.Compute(snapshot, rules, cancellationToken)) { Placeholder = "", IsBuildContext = rules == SnapshotRules.BuildContext };
        if (_needs.TryGetValue(UploadedData.UriOf(need.Location), out AssetNeed? there))
        {
            DataNeed other = (DataNeed)there;
            if (other.Snapshot.HasSameFiles(snapshot))
            {
                return other;
            }

            need = need.Moved(ContentHash.Compute(snapshot.Files, cancellationToken));
        }

        return need with { Placeholder = UploadedData.UriOf(need.Location) };
    }

    private EnvironmentNeed Plan(string place, JobEnvironment environment)
    {
        if (environment.BuildContext is { } context)
        {
            if (!context.IsLocal)
            {
                return Plan(EnvironmentHash.OfImage(context.Text, environment.DockerfilePath), image: null, conda: null, context: null, environment);
            }

            string path = context.ToAbsolute(scope.BaseFolder);
            if (File.Exists(path))
            {
                throw new JobAssetException(path, $"The build context '{path}' is a file. Name the folder that holds the Dockerfile.");
            }

            var data = (DataNeed)Read("build " + path, () => PlanData(place, path, SnapshotRules.BuildContext));
            return Plan(EnvironmentHash.OfBuild(data.Hash, environment.DockerfilePath), image: null, conda: null, data, environment);
        }

        if (environment.Image is not { } image)
        {
            throw new JobAssetException($"The environment with conda file '{environment.CondaFile?.Text ?? environment.Conda.ToString()}' names no image to install it on. Name one: .WithConda(image, condaFile).");
        }

        string? conda = environment.CondaFile is { } file ? CondaFile.Read(file.ToAbsolute(scope.BaseFolder))
            : environment.Conda.IsNull ? null
            : YamlWriter.Write(TreeJson.Read(environment.Conda));
        return Plan(EnvironmentHash.OfImage(image, conda), image, conda, context: null, environment);
    }

    private EnvironmentNeed Plan(string version, string? image, string? conda, DataNeed? context, JobEnvironment environment) =>
        new(version, image, conda, context, environment)
        {
            Placeholder = AssetReferences.VersionId(scope.WorkspacePath, "environments", EnvironmentRegistrar.AnonymousName, version),
        };

    private string Resolve(AssetPath path, string kind, string what) => path.Kind switch
    {
        AssetPathKind.AssetReference => Version(kind, AssetReferences.Parse(path.Text, what)),
        AssetPathKind.ResourceId => AssetReferences.WithoutPrefix(path.Text),
        _ => path.Text,
    };

    private string Version(string kind, AssetName name) => name.Version is { } version
        ? AssetReferences.VersionId(scope.WorkspacePath, kind, name.Name, version)
        : Need(new LookupNeed(kind, name.Name) { Placeholder = AssetReferences.VersionId(scope.WorkspacePath, kind, name.Name, "{latest}") }).Placeholder;

    private Snapshot Take(string place, string path, SnapshotRules rules) => Counted(place, rules, SnapshotWalker.Take(path, rules, cancellationToken));

    private Snapshot Counted(string place, SnapshotRules rules, Snapshot snapshot)
    {
        _budget.Add(new PlannedUpload(place, rules.What, snapshot));
        return snapshot;
    }

    /// <summary>Makes what is at a place of this machine once, and notes it.</summary>
    private AssetNeed Once(string source, Func<AssetNeed> make) => Need(Read(source, make));

    private AssetNeed Read(string source, Func<AssetNeed> make)
    {
        if (!_bySource.TryGetValue(source, out AssetNeed? need))
        {
            _bySource[source] = need = make();
        }

        return need;
    }

    private AssetNeed Need(AssetNeed need)
    {
        _needs.TryAdd(need.Placeholder, need);
        return need;
    }

    private static void DemandFile(Snapshot snapshot, string place, string file)
    {
        string relative = file.Replace('\\', '/');
        relative = relative.StartsWith("./", StringComparison.Ordinal) ? relative[2..] : relative;
        if (!snapshot.Files.Any(there => there.RelativePath == relative))
        {
            bool isIgnored = File.Exists(Path.Combine(snapshot.SourcePath, relative));
            throw new JobAssetException(
                snapshot.SourcePath,
                isIgnored
                    ? $"'{place}' is '{file}', which is in the code folder '{snapshot.SourcePath}' and kept out by '{IgnoreFile.PathIn(snapshot.SourcePath)}'. Let the file in."
                    : $"'{place}' is '{file}', and the code '{snapshot.SourcePath}' has no such file. Name a file by its path within the code.");
        }
    }

    private static AssetPath Replace(AssetPath path, string text) => path.Text == text ? path : new AssetPath(text);

    private static void RequireKind(string path, InputType type)
    {
        if (type == InputType.UriFile && Directory.Exists(path))
        {
            throw new JobAssetException(path, $"The input '{path}' is a folder, and its type is uri_file. Name a file, or make it an Input.UriFolder.");
        }

        if ((type == InputType.UriFolder || type == InputType.MLTable) && File.Exists(path))
        {
            throw new JobAssetException(path, $"The input '{path}' is a file, and its type is {type}. Name a folder, or make it an Input.UriFile.");
        }
    }
}
