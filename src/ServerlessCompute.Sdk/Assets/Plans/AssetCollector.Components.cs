using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <content>Components, and the code that they have.</content>
internal sealed partial class AssetCollector
{
    private readonly Dictionary<Guid, ComponentNeed> _components = [];

    public override AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes)
    {
        if (additionalIncludes.Count == 0)
        {
            return code switch
            {
                null => null,
                { IsLocal: true } => PlanCode(place, code.ToAbsolute(scope.BaseFolder), SnapshotRules.ComponentCode),
                _ => Code(place, code),
            };
        }

        if (code is { IsLocal: false })
        {
            throw new JobAssetException($"The additional includes of a component cannot be put into '{code}', which is in the workspace already. Name a local code folder, or leave the includes out.");
        }

        string? path = code?.ToAbsolute(scope.BaseFolder);
        string[] includes = [.. additionalIncludes.Select(include => include.ToAbsolute(scope.BaseFolder))];
        string baseFolder = Path.GetFullPath(additionalIncludes[0].BaseFolder ?? scope.BaseFolder);
        string key = string.Join('\n', ["merged", path, .. includes]);
        return new AssetPath(Once(key, () => PlanCode(Counted(place, SnapshotRules.ComponentCode, new MergedCode(SnapshotRules.ComponentCode, cancellationToken).Take(path, includes, baseFolder)))).Placeholder);
    }

    public override string Component(string place, string reference) =>
        reference.StartsWith('/') || reference.Contains("://", StringComparison.Ordinal) || AssetReferences.WithoutPrefix(reference).StartsWith('/')
            ? AssetReferences.WithoutPrefix(reference)
            : Version(AssetName.Parse(reference), reference);

    public override ComponentSource Component(string place, Component definition) => Register(ComponentWire.WriteSpec(definition));

    /// <summary>Notes a component that has to be registered.</summary>
    /// <param name="specification">Its specification as the service takes it.</param>
    /// <returns>The reference that stands for it from then on.</returns>
    public string Register(ReadOnlyMemory<byte> specification)
    {
        JsonElement spec = JsonElement.Parse(specification.Span);
        Guid content = ComponentHash.OfAnonymous(spec);
        if (!_components.TryGetValue(content, out ComponentNeed? need))
        {
            need = new ComponentNeed(spec, [.. ComponentSpecText.Find(spec, _needs.ContainsKey).Distinct(StringComparer.Ordinal)])
            {
                Placeholder = AssetReferences.VersionId(
                    scope.WorkspacePath, "components", ComponentSpecText.AnonymousName, string.Create(CultureInfo.InvariantCulture, $"{{component-{_components.Count + 1}}}")),
            };
            _components.Add(content, need);
        }

        return Need(need).Placeholder;
    }

    /// <summary>A component's label is the service's business, except for the newest, which has to be looked up.</summary>
    private string Version(AssetName name, string reference) => name.Label is { } label && string.Equals(label, "default", StringComparison.OrdinalIgnoreCase)
        ? $"{scope.WorkspacePath}/components/{name.Name}/labels/default"
        : Version("components", AssetReferences.Parse(reference, "component"));
}
