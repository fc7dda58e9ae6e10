using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Sets a workspace's limits, item by item, each with a status of its own. The statuses are the contract's; which of them answers what is
/// ours, since no recording sets a limit.
/// </summary>
internal sealed class QuotaUpdate(ServerlessEngine engine)
{
    /// <summary>Under the lock: sets the limit of one item, or says why not.</summary>
    public string Apply(JsonElement item, string? location)
    {
        string id = item.TryGetProperty("id", out JsonElement sent) ? sent.GetString() ?? "" : "";
        int quotas = id.LastIndexOf("/quotas/", StringComparison.OrdinalIgnoreCase);
        if (quotas < 0 || engine.Ledger.FindWorkspace(id[..quotas]) is not { } workspace || !item.TryGetProperty("limit", out JsonElement number) || number.ValueKind != JsonValueKind.Number)
        {
            return "Failure";
        }

        if (FamilyOf(id[(quotas + "/quotas/".Length)..]) is not { } family)
        {
            return "InvalidVMFamilyName";
        }

        long limit = number.GetInt64();
        if ((Objection(family, limit, location) ?? ClustersObjection(workspace, family, limit)) is { } status)
        {
            return status;
        }

        engine.Ledger.SetWorkspaceLimit(workspace, family, (int)limit);
        return "Success";
    }

    private string? Objection(VmFamily family, long limit, string? location)
    {
        VmSize[] sizes = [.. engine.Machines.Catalogue.Sizes.Where(s => s.Family == family)];
        return location is not null && !location.Equals(engine.Workspace.Region, StringComparison.OrdinalIgnoreCase) ? "OperationNotEnabledForRegion"
            : Array.TrueForAll(sizes, static s => !s.IsOffered) ? "OperationNotEnabledForRegion"
            : Array.TrueForAll(sizes, static s => s.IsRetired) && !engine.Ledger.Profile.AllowRetiredSizes ? "OperationNotSupportedForSku"
            : limit > engine.Ledger.SubscriptionLimit(family) ? "InvalidQuotaExceedsSubscriptionLimit"
            : limit < 0 ? "Failure"
            : null;
    }

    /// <summary>The least nodes of the workspace's clusters have their cores, whatever happens.</summary>
    private string? ClustersObjection(WorkspaceQuota workspace, VmFamily family, long limit)
    {
        long least = engine.Machines.Clusters.Values
            .Where(c => c.Problem is null && c.Tier == ComputeTier.Dedicated && c.Size.Family == family)
            .Sum(static c => SizeChooser.Cores(c.Size, c.Scale.MinNodes));
        return workspace == engine.Ledger.Workspaces[0] && limit < least ? "InvalidQuotaBelowClusterMinimum" : null;
    }

    /// <summary>The service writes family names in ids now as they are, now with '_' for blanks, now spelled out as in usages.</summary>
    private VmFamily? FamilyOf(string name)
    {
        string plain = Plain(Uri.UnescapeDataString(name));
        return engine.Machines.Catalogue.Families.FirstOrDefault(f => Plain(f.Name) == plain || Plain(f.UsageName) == plain);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
