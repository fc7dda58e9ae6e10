namespace ServerlessCompute;

/// <summary>Puts ids and addresses in the places of paths and names.</summary>
/// <param name="workspacePath">The workspace's resource id.</param>
/// <param name="found">What was uploaded, registered or looked up for a part of the job; null when nothing had to be.</param>
internal sealed class AssetResolver(string workspacePath, Func<object, string?> found) : IAssetVisitor
{
    public AssetPath VisitCode(AssetPath code) => Replace(code, found(code) ?? Resolve(code, "codes", "code"));

    public DataInput VisitData(DataInput data)
    {
        if (data.Path is not { } path)
        {
            return data;
        }

        // The service takes a folder's address with a slash at its end, a table's without.
        string text = found(data) is { } place
            ? place + (path.IsLocal && data.Type == InputType.UriFolder ? "/" : "")
            : Resolve(path, AssetReferences.CollectionOf(data.Type), "input");
        AssetPath resolved = Replace(path, text);
        return ReferenceEquals(resolved, path) ? data : data with { Path = resolved };
    }

    public JobEnvironment VisitEnvironment(JobEnvironment environment)
    {
        string? id = found(environment) ?? AssetReferences.Of(environment) switch
        {
            null => null,
            var reference when AssetReferences.IsNamed(reference) => Version("environments", AssetReferences.Parse(reference, "environment")),
            var reference => AssetReferences.ForService(reference),
        };
        return id is null || id == environment.Reference
            ? environment
            : new JobEnvironment { Reference = id, AdditionalProperties = environment.AdditionalProperties };
    }

    private string Resolve(AssetPath path, string kind, string what) => path.Kind switch
    {
        AssetPathKind.AssetReference => Version(kind, AssetReferences.Parse(path.Text, what)),
        AssetPathKind.ResourceId => AssetReferences.WithoutPrefix(path.Text),
        _ => path.Text,
    };

    private string Version(string kind, AssetName name) => AssetReferences.VersionId(workspacePath, kind, name.Name, name.Version!);

    private static AssetPath Replace(AssetPath path, string text) => path.Text == text ? path : new AssetPath(text);
}
