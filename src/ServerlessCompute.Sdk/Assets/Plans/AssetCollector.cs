namespace ServerlessCompute;

/// <summary>Goes through a job and notes what it needs; reads the files afterwards, each folder once.</summary>
internal sealed class AssetCollector(string baseFolder) : IAssetVisitor
{
    private readonly List<(object Place, Func<CancellationToken, PlannedAsset> Make)> _wanted = [];
    private readonly Dictionary<(string Kind, string Path), PlannedAsset> _made = [];

    /// <summary>Whether files have to be read.</summary>
    public bool NeedsFiles { get; private set; }

    public AssetPath VisitCode(AssetPath code)
    {
        if (code.IsLocal)
        {
            NeedsFiles = true;
            string path = code.ToAbsolute(baseFolder);
            _wanted.Add((code, ct => Once("code", path, () => PlanCode(path, ct))));
        }
        else if (code.Kind == AssetPathKind.AssetReference && AssetReferences.Parse(code.Text, "code").Version is null)
        {
            throw new JobAssetException($"The code '{code.Text}' names no version: code has no newest one. Write azureml:NAME:1.");
        }

        return code;
    }

    public DataInput VisitData(DataInput data)
    {
        if (data.Path is { IsLocal: true } local)
        {
            NeedsFiles = true;
            string path = local.ToAbsolute(baseFolder);
            _wanted.Add((data, ct =>
            {
                RequireKind(path, data.Type);
                return Once("data", path, () => PlanData(path, SnapshotRules.Data, ct));
            }
            ));
        }
        else if (data.Path is { Kind: AssetPathKind.AssetReference } reference)
        {
            AddLookup(data, AssetReferences.CollectionOf(data.Type), AssetReferences.Parse(reference.Text, "input"));
        }

        return data;
    }

    public JobEnvironment VisitEnvironment(JobEnvironment environment)
    {
        if (AssetReferences.Of(environment) is { } reference)
        {
            if (AssetReferences.IsNamed(reference))
            {
                AddLookup(environment, "environments", AssetReferences.Parse(reference, "environment"));
            }
        }
        else if (environment.IsInline)
        {
            NeedsFiles |= environment.CondaFile is not null || environment.BuildContext is not null;
            _wanted.Add((environment, ct => Plan(environment, ct)));
        }

        return environment;
    }

    public SubmissionPlan Complete(Job job, CancellationToken cancellationToken)
    {
        var places = new Dictionary<object, PlannedAsset>(ReferenceEqualityComparer.Instance);
        var assets = new OrderedDictionary<PlannedAsset, object>();
        foreach ((object place, Func<CancellationToken, PlannedAsset> make) in _wanted)
        {
            PlannedAsset asset = make(cancellationToken);
            places.TryAdd(place, asset);
            assets.TryAdd(asset, place);
        }

        return new SubmissionPlan(job, [.. assets.Keys], places);
    }

    private static PlannedCode PlanCode(string path, CancellationToken cancellationToken)
    {
        Snapshot snapshot = SnapshotWalker.Take(path, SnapshotRules.JobCode, cancellationToken);
        return new PlannedCode(snapshot, ContentHash.Compute(snapshot.Files, cancellationToken));
    }

    private static PlannedData PlanData(string path, SnapshotRules rules, CancellationToken cancellationToken)
    {
        Snapshot snapshot = SnapshotWalker.Take(path, rules, cancellationToken);
        return new PlannedData(snapshot, ObjectHash.Compute(snapshot, rules, cancellationToken));
    }

    private PlannedEnvironment Plan(JobEnvironment environment, CancellationToken cancellationToken)
    {
        if (environment.BuildContext is { } context)
        {
            string path = context.ToAbsolute(baseFolder);
            if (File.Exists(path))
            {
                throw new JobAssetException(path, $"The build context '{path}' is a file. Name the folder that holds the Dockerfile.");
            }

            var data = (PlannedData)Once("build", path, () => PlanData(path, SnapshotRules.BuildContext, cancellationToken));
            return new PlannedEnvironment(
                EnvironmentHash.OfBuild(data.Hash, environment.DockerfilePath), Image: null, CondaFile: null, data, environment.DockerfilePath);
        }

        if (environment.Image is not { } image)
        {
            throw new JobAssetException($"The environment with conda file '{environment.CondaFile}' names no image to install it on. Name one: .WithConda(image, condaFile).");
        }

        string? conda = environment.CondaFile is null ? null : CondaFile.Read(environment.CondaFile.ToAbsolute(baseFolder));
        return new PlannedEnvironment(EnvironmentHash.OfImage(image, conda), image, conda, BuildContext: null, DockerfilePath: null);
    }

    private PlannedAsset Once(string kind, string path, Func<PlannedAsset> make)
    {
        if (!_made.TryGetValue((kind, path), out PlannedAsset? asset))
        {
            _made[(kind, path)] = asset = make();
        }

        return asset;
    }

    private void AddLookup(object place, string kind, AssetName name)
    {
        if (name.Version is null)
        {
            _wanted.Add((place, _ => new PlannedLookup(kind, name.Name)));
        }
    }

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
