using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Puts stars in the places of secrets: in what is kept of traffic, and in what the service says before it becomes an exception's words.</summary>
internal static partial class Redaction
{
    public const string Stars = "***";

    /// <summary>What a datastore's secrets say of themselves; elsewhere <c>key</c> is the name of a metric.</summary>
    private const string SecretsType = "\"secretsType\"";

    /// <summary>The text without tokens, keys, passwords and the signatures of addresses.</summary>
    public static string Clean(string text)
    {
        text = Signature().Replace(text, "${name}=" + Stars);
        text = SecretMember().Replace(text, "${name}\"" + Stars + "\"");
        text = text.Contains(SecretsType, StringComparison.OrdinalIgnoreCase) ? AccountKey().Replace(text, "${name}\"" + Stars + "\"") : text;
        text = ConnectionSecret().Replace(text, "${name}=" + Stars);
        text = Bearer().Replace(text, "Bearer " + Stars);
        return JsonWebToken().Replace(text, Stars);
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
}
