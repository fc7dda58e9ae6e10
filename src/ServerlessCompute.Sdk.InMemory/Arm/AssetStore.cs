namespace ServerlessCompute;

/// <summary>The workspace's registered assets. Thread-safe.</summary>
internal sealed class AssetStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<AssetVersion>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(AssetKind, string, string), AssetVersion> _byVersion = [];
    private readonly Dictionary<string, AssetVersion> _codesByHash = new(StringComparer.Ordinal);
    private long _number;
    private bool _buildable;

    public AssetVersion? Find(AssetKind kind, string name, string version)
    {
        lock (_gate)
        {
            return _byVersion.GetValueOrDefault((kind, name, version));
        }
    }

    /// <summary>Keeps a version, in place of the one of that name and version.</summary>
    public AssetVersion Put(AssetVersion asset)
    {
        lock (_gate)
        {
            if (!_byName.TryGetValue(Key(asset.Kind, asset.Name), out List<AssetVersion>? versions))
            {
                _byName.Add(Key(asset.Kind, asset.Name), versions = []);
            }

            // Pipelines register thousands of versions of one name: only one that is there already is looked for among them.
            AssetVersion? present = _byVersion.GetValueOrDefault((asset.Kind, asset.Name, asset.Version));
            AssetVersion kept = asset with { Number = present?.Number ?? ++_number };
            _byVersion[(asset.Kind, asset.Name, asset.Version)] = kept;
            if (present is null)
            {
                versions.Add(kept);
            }
            else
            {
                versions[versions.IndexOf(present)] = kept;
            }

            Volatile.Write(ref _buildable, _buildable || (asset.Kind == AssetKind.Environment && NeedsBuild(asset)));
            if (asset.Kind == AssetKind.Code && CodeHash(asset) is { } hash)
            {
                _codesByHash.TryAdd(hash, kept);
            }

            return kept;
        }
    }

    public bool Remove(AssetKind kind, string name, string version)
    {
        lock (_gate)
        {
            return _byVersion.Remove((kind, name, version))
                && _byName.TryGetValue(Key(kind, name), out List<AssetVersion>? versions)
                && versions.RemoveAll(v => string.Equals(v.Version, version, StringComparison.Ordinal)) > 0;
        }
    }

    /// <summary>The versions of a name, newest first; empty for a name that is not there.</summary>
    public IReadOnlyList<AssetVersion> Versions(AssetKind kind, string name)
    {
        lock (_gate)
        {
            return _byName.TryGetValue(Key(kind, name), out List<AssetVersion>? versions) ? [.. versions.OrderByDescending(static v => v.Number)] : [];
        }
    }

    public AssetVersion? Newest(AssetKind kind, string name) => Versions(kind, name) is [var newest, ..] ? newest : null;

    /// <summary>The names of a kind, the latest one first.</summary>
    public IReadOnlyList<string> Names(AssetKind kind)
    {
        lock (_gate)
        {
            return [.. _byName.Values.Where(v => v.Count > 0 && v[0].Kind == kind).OrderByDescending(static v => v[0].Number).Select(static v => v[0].Name)];
        }
    }

    /// <summary>The code with that content hash, whatever its name.</summary>
    public AssetVersion? FindCode(string hash, string hashVersion)
    {
        lock (_gate)
        {
            return _codesByHash.GetValueOrDefault($"{hashVersion}:{hash}");
        }
    }

    /// <summary>Whether an environment has a conda file or a build context, from which an image must be built first. Curated and unknown ones have their image.</summary>
    public bool EnvironmentNeedsBuild(string environmentId) =>
        Volatile.Read(ref _buildable)
        && AssetId.TryParse(environmentId, AssetKind.Environment, out string name, out string version)
        && Find(AssetKind.Environment, name, version) is { } environment
        && NeedsBuild(environment);

    private static bool NeedsBuild(AssetVersion environment) =>
        environment.Text("condaFile"u8) is { Length: > 0 } || !JsonScan.IsNullOrAbsent(JsonScan.Value(environment.Properties, "build"u8));

    private static string Key(AssetKind kind, string name) => $"{kind.Segment()}/{name}";

    private static string? CodeHash(AssetVersion code)
    {
        ReadOnlySpan<byte> properties = JsonScan.Value(code.Properties, "properties"u8);
        return JsonScan.Text(JsonScan.Value(properties, "hash_sha256"u8)) is { } hash && JsonScan.Text(JsonScan.Value(properties, "hash_version"u8)) is { } version
            ? $"{version}:{hash}"
            : null;
    }
}
