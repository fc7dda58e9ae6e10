using System.Text.Json;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Names a workspace: subscription, resource group and workspace name. Immutable; equal ignoring case, as Azure compares ids.</summary>
public sealed partial record WorkspaceId
{
    /// <summary>Names a workspace by its parts.</summary>
    /// <exception cref="ArgumentException">A part is empty or has a character that cannot stand in an id.</exception>
    public WorkspaceId(string subscriptionId, string resourceGroup, string workspaceName)
    {
        SubscriptionId = Part(subscriptionId, nameof(subscriptionId));
        ResourceGroup = Part(resourceGroup, nameof(resourceGroup));
        WorkspaceName = Part(workspaceName, nameof(workspaceName));
    }

    /// <summary>The Azure subscription's id.</summary>
    public string SubscriptionId { get; }

    /// <summary>The resource group's name.</summary>
    public string ResourceGroup { get; }

    /// <summary>The workspace's name.</summary>
    public string WorkspaceName { get; }

    /// <summary>Reads a full resource id: <c>/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/workspaces/…</c>.</summary>
    /// <exception cref="FormatException">The text is no such id.</exception>
    public static WorkspaceId Parse(string resourceId)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        Match match = ResourceIdPattern().Match(resourceId.Trim());
        return match.Success
            ? new WorkspaceId(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : throw new FormatException(
                $"'{resourceId}' is no workspace's resource id. It looks like /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.MachineLearningServices/workspaces/NAME.");
    }

    /// <summary>
    /// Reads the <c>config.json</c> that the studio offers for download.
    /// </summary>
    /// <param name="path">The file, or a folder to start from.</param>
    /// <remarks>
    /// From a folder, <c>config.json</c> and <c>.azureml/config.json</c> are looked for there and in each folder above it.
    /// </remarks>
    /// <exception cref="FileNotFoundException">There is no such file; the message names what was looked at.</exception>
    /// <exception cref="FormatException">The file is not JSON, or one of its three members is missing.</exception>
    public static WorkspaceId FromConfigFile(string path = ".")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string file = FindConfigFile(Path.GetFullPath(path));
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            return new WorkspaceId(
                Member(document.RootElement, "subscription_id", file),
                Member(document.RootElement, "resource_group", file),
                Member(document.RootElement, "workspace_name", file));
        }
        catch (JsonException e)
        {
            throw new FormatException($"'{file}' is not JSON: {e.Message} Download it again from the workspace's page in the studio.", e);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'{file}' names no workspace: {e.Message}", e);
        }
    }

    /// <summary>
    /// Reads environment variables: <c>AZURE_SUBSCRIPTION_ID</c>, <c>AZURE_RESOURCE_GROUP</c> and <c>AZUREML_WORKSPACE_NAME</c>, or those
    /// that the service sets inside a job (<c>AZUREML_ARM_SUBSCRIPTION</c>, <c>AZUREML_ARM_RESOURCEGROUP</c>,
    /// <c>AZUREML_ARM_WORKSPACE_NAME</c>).
    /// </summary>
    /// <exception cref="InvalidOperationException">A variable is not set; the message names all that are missing.</exception>
    public static WorkspaceId FromEnvironment() => FromEnvironment(ProcessEnvironment.Current);

    /// <summary>The full resource id.</summary>
    public override string ToString() =>
        $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroup}/providers/Microsoft.MachineLearningServices/workspaces/{WorkspaceName}";

    /// <inheritdoc/>
    public bool Equals(WorkspaceId? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    internal static WorkspaceId FromEnvironment(ProcessEnvironment environment)
    {
        (string Name, string InJob)[] variables =
        [
            ("AZURE_SUBSCRIPTION_ID", "AZUREML_ARM_SUBSCRIPTION"),
            ("AZURE_RESOURCE_GROUP", "AZUREML_ARM_RESOURCEGROUP"),
            ("AZUREML_WORKSPACE_NAME", "AZUREML_ARM_WORKSPACE_NAME"),
        ];
        string?[] values = [.. variables.Select(variable => environment[variable.InJob] ?? environment[variable.Name])];
        string[] missing = [.. variables.Where((_, i) => values[i] is null).Select(variable => variable.Name)];
        return missing.Length == 0
            ? new WorkspaceId(values[0]!, values[1]!, values[2]!)
            : throw new InvalidOperationException(
                $"The environment names no workspace: set {string.Join(", ", missing)}, or use WorkspaceId.FromConfigFile().");
    }

    private static string FindConfigFile(string path)
    {
        if (File.Exists(path))
        {
            return path;
        }

        for (DirectoryInfo? folder = new(path); folder is not null; folder = folder.Parent)
        {
            foreach (string candidate in (string[])[Path.Combine(folder.FullName, "config.json"), Path.Combine(folder.FullName, ".azureml", "config.json")])
            {
                if (File.Exists(candidate))
                {
                    return candidate;
                }
            }
        }

        throw new FileNotFoundException(
            $"There is no config.json in '{path}', in its .azureml folder, or in a folder above. Download it from the workspace's page in the studio.", path);
    }

    private static string Member(JsonElement root, string name, string file) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"'{file}' has no text \"{name}\". It needs subscription_id, resource_group and workspace_name.");

    private static string Part(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '(' or ')')
            ? value
            : throw new ArgumentException($"'{value}' cannot stand in a resource id: use letters, digits, '-', '_', '.', '(' and ')'.", name);
    }

    [GeneratedRegex(@"^/?subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/Microsoft\.MachineLearningServices/workspaces/([^/]+)/?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ResourceIdPattern();
}
