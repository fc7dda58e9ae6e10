using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Predicts which VM size the service would take for a part of a job, from what a workspace says of its sizes, its usage and its limits. The
/// service's own weights are not public; these are the in-memory service's: of the CPU sizes with enough cores, memory, disk and quota, the
/// one with the most points for a low price, many cores and a large disk; one that could start now before one that would wait. Pure and
/// thread-safe.
/// </summary>
public static class VmChoice
{
    private const int LeastVCpus = 4;
    private const int LeastMemoryGB = 8;
    private const int LeastDiskMB = 50 * 1024;
    private const int PlentyOfVCpus = 16;
    private const int PlentyOfDiskMB = 512 * 1024;
    private const int NearestNamed = 3;

    /// <summary>Chooses.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="sizes">The region's sizes, with prices.</param>
    /// <param name="quota">What may be used and what is in use.</param>
    public static VmChoiceResult Choose(VmChoiceRequest request, IReadOnlyList<VmSizeInfo> sizes, QuotaView quota)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(quota);
        return request.InstanceType is { } name ? Named(request, name, sizes, quota) : Best(request, sizes, quota);
    }

    private static VmChoiceResult Named(VmChoiceRequest request, string name, IReadOnlyList<VmSizeInfo> sizes, QuotaView quota)
    {
        if (sizes.FirstOrDefault(size => size.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } size)
        {
            string nearest = string.Join(", ", sizes.Where(size => size.ComputeTypes.Count == 0 || size.ComputeTypes.Contains("AmlCompute", StringComparer.Ordinal))
                .OrderBy(size => Spelling.Distance(size.Name, name)).ThenBy(size => size.Name, StringComparer.Ordinal).Take(NearestNamed).Select(size => size.Name));
            return new VmChoiceResult { Refusal = $"The VM size {name} is not offered in this region.", Advice = $"Use another size, for example {nearest}, or leave the size out to have one chosen." };
        }

        long cores = (long)size.VCpus * request.Nodes;
        VmCandidate candidate = Judge(size, request, quota, cores) with { Score = 1000 };
        if (cores <= quota.LimitOf(size.Family, request.Tier))
        {
            return new VmChoiceResult { Size = size, StartsNow = candidate.StartsNow, Candidates = [candidate] };
        }

        long limit = quota.LimitOf(size.Family, request.Tier);
        long fit = limit / Math.Max(1, size.VCpus);
        string[] others = [.. sizes.Where(other => other.Gpus == size.Gpus && other.Family != size.Family && (long)other.VCpus * request.Nodes <= quota.LimitOf(other.Family, request.Tier) && IsForJobs(other, request.Tier))
            .OrderBy(other => Math.Abs(other.VCpus - size.VCpus)).ThenBy(other => other.Name, StringComparer.Ordinal).Take(NearestNamed).Select(other => other.Name)];
        string another = others.Length == 0 ? "use a size for which there is quota" : $"use another size, such as {string.Join(", ", others)}";
        return new VmChoiceResult
        {
            Candidates = [candidate],
            Refusal = string.Create(CultureInfo.InvariantCulture, $"{request.Nodes} x {size.Name} needs {cores} vCPUs, and the quota is {limit}."),
            Advice = fit > 0
                ? string.Create(CultureInfo.InvariantCulture, $"Ask for at most {fit} node(s), request more quota for {size.Family}, or {another}.")
                : $"Request quota for {size.Family}, or {another}.",
        };
    }

    private static VmChoiceResult Best(VmChoiceRequest request, IReadOnlyList<VmSizeInfo> sizes, QuotaView quota)
    {
        var suitable = new List<(VmSizeInfo Size, VmCandidate Candidate)>();
        var others = new List<VmCandidate>();
        decimal cheapest = sizes.Where(size => WhyNot(size, request, quota) is null).Select(size => size.PriceOf(request.Tier)!.PerHour).DefaultIfEmpty(1).Min();
        foreach (VmSizeInfo size in sizes)
        {
            long cores = (long)size.VCpus * request.Nodes;
            if (WhyNot(size, request, quota) is { } reason)
            {
                others.Add(new VmCandidate { InstanceType = size.Name, Family = size.Family, VCpus = cores, Verdict = reason });
            }
            else
            {
                suitable.Add((size, Judge(size, request, quota, cores) with { IsSuitable = true, Score = Score(size, request.Tier, cheapest) }));
            }
        }

        (VmSizeInfo Size, VmCandidate Candidate)[] ranked =
        [
            .. suitable.OrderByDescending(found => found.Candidate.StartsNow).ThenByDescending(found => found.Candidate.Score).ThenBy(found => found.Size.Name, StringComparer.Ordinal),
        ];
        return ranked.Length == 0
            ? new VmChoiceResult
            {
                Candidates = [.. others],
                Refusal = $"No VM size that suits the job has quota for {request.Nodes} node(s).",
                Advice = "Ask for fewer nodes, name a size for which there is quota, or request more.",
            }
            : new VmChoiceResult { Size = ranked[0].Size, StartsNow = ranked[0].Candidate.StartsNow, Candidates = [.. ranked.Select(found => found.Candidate), .. others] };
    }

    private static VmCandidate Judge(VmSizeInfo size, VmChoiceRequest request, QuotaView quota, long cores)
    {
        bool fits = cores <= quota.LimitOf(size.Family, request.Tier);
        bool now = fits && cores <= quota.LeftOf(size.Family, request.Tier);
        string price = size.PriceOf(request.Tier) is { } known ? string.Create(CultureInfo.InvariantCulture, $" at {known.PerHour:0.####} {known.Currency} an hour") : "";
        return new VmCandidate
        {
            InstanceType = size.Name,
            Family = size.Family,
            VCpus = cores,
            IsSuitable = fits,
            StartsNow = now,
            Verdict = string.Create(CultureInfo.InvariantCulture, $"{size.VCpus} vCPUs, {size.MemoryGB:0.##} GB{price}{(!fits ? "; more than the quota" : now ? "" : "; quota in use now: waits")}"),
        };
    }

    private static string? WhyNot(VmSizeInfo size, VmChoiceRequest request, QuotaView quota) => size switch
    {
        _ when !IsForJobs(size, request.Tier) => "not for such jobs",
        { Gpus: > 0 } when !request.WantsGpu => "has GPUs, which a job must ask for by name",
        { Gpus: 0 } when request.WantsGpu => "has no GPU",
        { VCpus: < LeastVCpus } => $"fewer than {LeastVCpus} vCPUs",
        { MemoryGB: < LeastMemoryGB } => $"less than {LeastMemoryGB} GB of memory",
        { ResourceDiskMB: 0 } => "disk unknown",
        { ResourceDiskMB: < LeastDiskMB } => $"disk below {LeastDiskMB / 1024} GB",
        _ when size.PriceOf(request.Tier) is null => "price unknown",
        _ when (long)size.VCpus * request.Nodes > quota.LimitOf(size.Family, request.Tier) => "more than the quota",
        _ => null,
    };

    private static bool IsForJobs(VmSizeInfo size, JobTier tier) =>
        (size.ComputeTypes.Count == 0 || size.ComputeTypes.Contains("AmlCompute", StringComparer.Ordinal)) && (tier != JobTier.Spot || size.IsLowPriorityCapable);

    private static int Score(VmSizeInfo size, JobTier tier, decimal cheapest) =>
        (int)(600 * cheapest / Math.Max(0.0001m, size.PriceOf(tier)!.PerHour))
        + (300 * Math.Min(size.VCpus, PlentyOfVCpus) / PlentyOfVCpus)
        + (int)(100L * Math.Min(size.ResourceDiskMB, PlentyOfDiskMB) / PlentyOfDiskMB);
}
