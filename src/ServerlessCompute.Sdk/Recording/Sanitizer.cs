using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// Takes out of traffic what must not be kept: headers that carry tokens, signatures of addresses, keys and tokens in bodies, and whatever
/// else it was told. Thread-safe.
/// </summary>
internal sealed partial class Sanitizer(RecordingOptions options)
{
    private const string NoSubscription = "00000000-0000-0000-0000-000000000000";

    private static readonly HashSet<string> _secretHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "x-azureml-token", "x-ms-user-aml-token", "Cookie", "Set-Cookie", "x-ms-encryption-key", "x-ms-copy-source-authorization", "api-key",
    };

    private readonly KeyValuePair<string, string>[] _replacements = [.. options.Replacements];

    /// <summary>Whether a header is left out altogether.</summary>
    public static bool IsSecret(string header) => _secretHeaders.Contains(header);

    /// <summary>The text without secrets: an address, a header's value, or a body.</summary>
    public string Clean(string text)
    {
        text = Redaction.Clean(text);
        if (options.HideWorkspace)
        {
            text = Subscription().Replace(text, "/subscriptions/" + NoSubscription);
            text = ResourceGroup().Replace(text, "${name}resource-group");
            text = Workspace().Replace(text, "${name}workspace");
        }

        foreach ((string secret, string stand) in _replacements)
        {
            text = text.Replace(secret, stand, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    [GeneratedRegex(@"/subscriptions/[0-9a-fA-F-]{36}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"(?<name>/resourceGroups/)[^/""'?\s\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ResourceGroup();

    [GeneratedRegex(@"(?<name>/workspaces/)[^/""'?&\s\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Workspace();
}
