using System.Collections.Concurrent;
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

    /// <exception cref="JobAssetException">A file cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<Job> ApplyAsync(SubmissionPlan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<PlannedAsset, string>();
        var data = new DataUploader(context, new DatastoreDoor(context));
        if (plan.Assets is [var only])
        {
            found[only] = await EnsureAsync(only, data, progress, cancellationToken).ConfigureAwait(false);
        }
        else if (plan.Assets.Count > 1)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AssetsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                plan.Assets,
                options,
                async (asset, ct) => found[asset] = await EnsureAsync(asset, data, progress, ct).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return JobAssets.Visit(plan.Job, new AssetResolver(context.WorkspacePath, place => plan.Places.TryGetValue(place, out PlannedAsset? asset) ? found[asset] : null));
    }

    private async Task<string> EnsureAsync(PlannedAsset asset, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken) => asset switch
    {
        PlannedCode code => await _code.EnsureAsync(code, progress, cancellationToken).ConfigureAwait(false),
        PlannedData local => (await data.EnsureAsync(local, progress, cancellationToken).ConfigureAwait(false)).DatastoreUri,
        PlannedEnvironment environment => await _environments.EnsureAsync(environment, data, progress, cancellationToken).ConfigureAwait(false),
        PlannedLookup lookup => await LookUpAsync(lookup, cancellationToken).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"No way is known to bring in {asset.Describe()}."),
    };

    /// <summary>Data says its newest version itself; of environments and models the newest is the one made last.</summary>
    private async Task<string> LookUpAsync(PlannedLookup lookup, CancellationToken cancellationToken)
    {
        string path = $"{lookup.Kind}/{Uri.EscapeDataString(lookup.Name)}";
        using JsonDocument answer = lookup.Kind == "data"
            ? await _requests.GetAsync(path, cancellationToken).ConfigureAwait(false)
            : await _requests.GetAsync(path + "/versions", [("$orderBy", "createdtime desc"), ("$top", "1")], cancellationToken).ConfigureAwait(false);
        string? version = lookup.Kind == "data"
            ? JsonPath.Text(answer.RootElement, "properties", "latestVersion")
            : JsonPath.FirstItem(answer.RootElement) is { } newest ? JsonPath.Text(newest, "name") : null;
        return version is not null
            ? AssetReferences.VersionId(context.WorkspacePath, lookup.Kind, lookup.Name, version)
            : throw new JobAssetException($"The workspace has no version of {lookup.Kind}/{lookup.Name}. Check the name, or register one.");
    }
}
