using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>As whom the job runs: a managed identity is named once, and by an id that can be one.</summary>
internal static class IdentityRules
{
    private const string Place = nameof(Job.Identity);

    public static void Check(Job job, JobReport report)
    {
        switch (job.Identity)
        {
            case ManagedIdentityConfiguration managed:
                CheckManaged(managed, report);
                break;
            case UnknownIdentityConfiguration unknown:
                report.Add(IdentityUnknown, Place, $"The identity {Shown.Value(unknown.Type)} is not known to this library and is sent as it is.", "Use UserIdentityConfiguration, ManagedIdentityConfiguration or AmlTokenConfiguration.");
                break;
            default:
                break;
        }
    }

    private static void CheckManaged(ManagedIdentityConfiguration managed, JobReport report)
    {
        string[] given =
        [
            .. managed.ClientId is null ? [] : new[] { nameof(managed.ClientId) },
            .. managed.ObjectId is null ? [] : new[] { nameof(managed.ObjectId) },
            .. managed.ResourceId is null ? [] : new[] { nameof(managed.ResourceId) },
        ];
        if (given.Length > 1 && !report.IsFromService)
        {
            report.Add(IdentityTwice, Place, $"The managed identity is named by {Shown.List(given)}.", "Keep one of them: new ManagedIdentityConfiguration { ClientId = \"…\" }.");
        }

        CheckGuid(managed.ClientId, nameof(managed.ClientId), report);
        CheckGuid(managed.ObjectId, nameof(managed.ObjectId), report);
        if (managed.ResourceId is { } id && !IsUserAssignedIdentity(id))
        {
            report.Add(
                IdentityResourceForm,
                $"{Place}.{nameof(managed.ResourceId)}",
                $"{Shown.Value(id)} is not the resource id of a user-assigned identity.",
                "Write /subscriptions/{id}/resourceGroups/{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}; a system-assigned identity does not work on serverless.");
        }
    }

    private static void CheckGuid(string? id, string name, JobReport report)
    {
        if (id is not null && !Guid.TryParseExact(id, "D", out _))
        {
            report.Add(IdentityGuidForm, $"{Place}.{name}", $"{Shown.Value(id)} is no GUID.", $"Copy the identity's id from the portal, or leave {name} null: the workspace's own user-assigned identity is then meant.");
        }
    }

    private static bool IsUserAssignedIdentity(string id) =>
        id.Split('/', 10) is ["", var subscriptions, not "", var groups, not "", var providers, var provider, var type, not ""]
        && IsWord(subscriptions, "subscriptions") && IsWord(groups, "resourceGroups") && IsWord(providers, "providers")
        && IsWord(provider, "Microsoft.ManagedIdentity") && IsWord(type, "userAssignedIdentities");

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
