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
    public async Task<Job> ApplyAsync(JobPlan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        if (plan.Needs.Count == 0)
        {
            return plan.Planned;
        }

        var named = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var data = new DataUploader(context, new DatastoreDoor(context));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AssetsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            plan.Needs,
            options,
            async (need, ct) => named[need.Placeholder] = await EnsureAsync(need, data, progress, ct).ConfigureAwait(false)).ConfigureAwait(false);
        return plan.Planned.Visit(new AssetResolver(named));
    }

    private async Task<string> EnsureAsync(AssetNeed need, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken) => need switch
    {
        CodeNeed code => await _code.EnsureAsync(code, progress, cancellationToken).ConfigureAwait(false),
        DataNeed local => (await data.EnsureAsync(local, progress, cancellationToken).ConfigureAwait(false)).DatastoreUri,
        EnvironmentNeed environment => await _environments.EnsureAsync(environment, data, progress, cancellationToken).ConfigureAwait(false),
        LookupNeed lookup => await LookUpAsync(lookup, cancellationToken).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"No way is known to bring in {need.Placeholder}."),
    };

    /// <summary>Data says its newest version itself; of environments and models the newest is the one made last.</summary>
    private async Task<string> LookUpAsync(LookupNeed lookup, CancellationToken cancellationToken)
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
