using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Signs shared access signatures with the storage service's own recipe (version 2021-10-04), so that those which official
/// clients make with the account's key are good here too. Keys are a function of the seed and the account: equal services
/// give equal URLs.
/// </summary>
internal sealed class SasSigner(string seed)
{
    private const string Version = "2021-10-04";

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>The account's key, base64, as <c>listSecrets</c> tells it.</summary>
    public string AccountKey(string account) => Convert.ToBase64String(Key(account));

    /// <summary>The URL of a blob that may be used from <paramref name="starts"/> to <paramref name="expires"/> without another credential.</summary>
    public Uri SignBlob(string account, string container, string blob, SasPermissions permissions, DateTimeOffset starts, DateTimeOffset expires) =>
        new($"{Host(account)}/{container}/{EscapePath(blob)}?{Token(account, container, blob, permissions, starts, expires)}");

    /// <summary>The URL of a container, good for all its blobs.</summary>
    public Uri SignContainer(string account, string container, SasPermissions permissions, DateTimeOffset starts, DateTimeOffset expires) =>
        new($"{Host(account)}/{container}?{Token(account, container, null, permissions, starts, expires)}");

    /// <summary>An account's token without question mark, good for every container and blob, as <c>listSecrets</c> gives it.</summary>
    public string SignAccount(string account, SasPermissions permissions, DateTimeOffset starts, DateTimeOffset expires)
    {
        var fields = new SasFields
        {
            Version = Version,
            Services = "bf",
            ResourceTypes = "co",
            Permissions = permissions.ToLetters(),
            Starts = Format(starts),
            Expires = Format(expires),
        };
        return $"sv={Version}&ss=bf&srt=co&sp={fields.Permissions}&st={Escape(fields.Starts)}&se={Escape(fields.Expires)}&sig={Escape(Signature(account, fields.AccountText(account)))}";
    }

    /// <summary>The base64 signature of a text under the account's key.</summary>
    public string Signature(string account, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Key(account), Encoding.UTF8.GetBytes(text)));

    /// <summary>A blob's name in a URL's path: everything escaped but the slashes.</summary>
    public static string EscapePath(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    private static string Host(string account) => $"https://{account}.blob.core.windows.net";

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string value) => Uri.EscapeDataString(value);

    private string Token(string account, string container, string? blob, SasPermissions permissions, DateTimeOffset starts, DateTimeOffset expires)
    {
        var fields = new SasFields
        {
            Version = Version,
            Resource = blob is null ? "c" : "b",
            Permissions = permissions.ToLetters(),
            Starts = Format(starts),
            Expires = Format(expires),
        };
        return $"sv={Version}&st={Escape(fields.Starts)}&se={Escape(fields.Expires)}&sr={fields.Resource}&sp={fields.Permissions}&sig={Escape(Signature(account, fields.ServiceText(account, container, blob)))}";
    }

    private byte[] Key(string account) => _keys.GetOrAdd(account, static (name, s) => SHA512.HashData(Encoding.UTF8.GetBytes($"{s}\n{name}")), seed);
}
