using System.Diagnostics;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Carries out plans: uploads, registers, looks up, and gives back the job with ids and addresses in the places of paths and names.</summary>
internal sealed class PlanApplier(AssetContext context)
{
    /// <summary>Assets brought in at once; each uploads several files at once.</summary>
    private const int AssetsAtOnce = 4;

    private readonly WorkspaceRequests _requests = new(context);
    private readonly CodeUploader _code = new(context);
    private readonly EnvironmentRegistrar _environments = new(context);
    private readonly ComponentRegistrar _components = new(context);

    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<Job> ApplyAsync(JobPlan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken) => plan.Needs.Count == 0
        ? plan.Planned
        : plan.Planned.Visit(new AssetResolver(await EnsureAsync(plan.Needs, progress, cancellationToken).ConfigureAwait(false)));

    /// <summary>Brings everything in.</summary>
    /// <returns>What the service has named, by placeholder.</returns>
    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(
        IReadOnlyList<AssetNeed> needs, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var ids = needs.ToDictionary(static need => need.Placeholder, static _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously), StringComparer.Ordinal);
        var data = new DataUploader(context, new DatastoreDoor(context));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AssetsAtOnce, CancellationToken = cancellationToken };

        // What a component needs is before it in the list, so it is under way or there when the component's turn comes: nobody waits in vain.
        await Parallel.ForEachAsync(
            needs,
            options,
            async (need, ct) =>
            {
                string id = need is ComponentNeed component
                    ? await EnsureAsync(component, ids, ct).ConfigureAwait(false)
                    : await EnsureAsync(need, data, progress, ct).ConfigureAwait(false);
                ids[need.Placeholder].SetResult(id);
            }).ConfigureAwait(false);
        return await NamedAsync(ids.Keys, ids, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> EnsureAsync(ComponentNeed component, Dictionary<string, TaskCompletionSource<string>> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, string> named = await NamedAsync(component.Dependencies, ids, cancellationToken).ConfigureAwait(false);
        JsonElement spec = JsonElement.Parse(ComponentSpecText.Resolve(component.Spec, named).Span);
        return await _components.EnsureAsync(spec, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for what the service names.</summary>
    private static async Task<Dictionary<string, string>> NamedAsync(
        IEnumerable<string> placeholders, Dictionary<string, TaskCompletionSource<string>> ids, CancellationToken cancellationToken)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string placeholder in placeholders)
        {
            named[placeholder] = await ids[placeholder].Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return named;
    }

    private async Task<string> EnsureAsync(AssetNeed need, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken) => need switch
    {
        CodeNeed code => await _code.EnsureAsync(code, progress, cancellationToken).ConfigureAwait(false),
        DataNeed local => (await data.EnsureAsync(local, progress, cancellationToken).ConfigureAwait(false)).DatastoreUri,
        EnvironmentNeed environment => await _environments.EnsureAsync(environment, data, progress, cancellationToken).ConfigureAwait(false),
        LookupNeed lookup => await Tracing.RunAsync(SpanNames.LookUp, context.WorkspaceName, span => LookUpAsync(lookup, span, cancellationToken)).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"No way is known to bring in {need.Placeholder}."),
    };

    private async Task<string> LookUpAsync(LookupNeed lookup, Activity? span, CancellationToken cancellationToken)
    {
        span?.SetTag(SpanTags.AssetKind, lookup.Kind);
        string version = await NewestVersion.OfAsync(_requests, lookup.Kind, lookup.Name, cancellationToken).ConfigureAwait(false);
        return AssetReferences.VersionId(context.WorkspacePath, lookup.Kind, lookup.Name, version);
    }
}
