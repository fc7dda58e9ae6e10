using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// Takes out of traffic what must not be kept: headers that carry tokens, signatures of addresses, keys and tokens in bodies, and whatever
/// else it was told. Thread-safe.
/// </summary>
internal sealed partial class Sanitizer(RecordingOptions options)
{
    public const string Stars = "***";

    private const string NoSubscription = "00000000-0000-0000-0000-000000000000";

    /// <summary>What a datastore's secrets say of themselves; elsewhere <c>key</c> is the name of a metric.</summary>
    private const string SecretsType = "\"secretsType\"";

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
        text = Signature().Replace(text, "${name}=" + Stars);
        text = SecretMember().Replace(text, "${name}\"" + Stars + "\"");
        text = text.Contains(SecretsType, StringComparison.OrdinalIgnoreCase) ? AccountKey().Replace(text, "${name}\"" + Stars + "\"") : text;
        text = ConnectionSecret().Replace(text, "${name}=" + Stars);
        text = Bearer().Replace(text, "Bearer " + Stars);
        text = JsonWebToken().Replace(text, Stars);
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

    // Of a signed address everything but the signature may be known.
    [GeneratedRegex(@"(?<name>\bsig|\bse?ktid)=[^&""'\s\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Signature();

    [GeneratedRegex(@"(?<name>""(sasToken|accountKey|clientSecret|certificate|password|access_token|refresh_token|connectionString|primaryKey|secondaryKey|token)""\s*:\s*)""[^""]*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SecretMember();

    [GeneratedRegex(@"(?<name>""key""\s*:\s*)""[^""]*""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AccountKey();

    [GeneratedRegex(@"(?<name>\b(AccountKey|SharedAccessSignature|SharedAccessKey|InstrumentationKey))=[^;""'\s]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ConnectionSecret();

    [GeneratedRegex(@"\bBearer\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*", RegexOptions.NonBacktracking)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"/subscriptions/[0-9a-fA-F-]{36}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Subscription();

    [GeneratedRegex(@"(?<name>/resourceGroups/)[^/""'?\s\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ResourceGroup();

    [GeneratedRegex(@"(?<name>/workspaces/)[^/""'?&\s\\]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Workspace();
}
