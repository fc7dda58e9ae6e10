using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Decides what a caller may do: by a shared access signature in the URL, by the account's key (SharedKey) or by a bearer
/// token. Tokens are taken as they come: who may read what is decided where the engine knows the principal.
/// </summary>
internal sealed class BlobAuthorization(SasSigner signer, TimeProvider time)
{
    /// <summary>What the caller may do with the resource of the call.</summary>
    /// <exception cref="BlobException">403: no credential, or one that is forged, foreign or out of its time.</exception>
    public SasPermissions Permissions(BlobCall call)
    {
        if (call.Query["sig"] is { } signature)
        {
            return OfSignature(call, signature);
        }

        string authorization = call.Header("Authorization") ?? "";
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && authorization.Length > "Bearer ".Length)
        {
            return SasPermissions.All;
        }

        string[] key = authorization.Split(' ', ':');
        if (key.Length == 3 && key[0] is "SharedKey" && string.Equals(key[1], call.Account, StringComparison.Ordinal)
            && Same(key[2], signer.Signature(call.Account, SharedKeyText.Of(call))))
        {
            return SasPermissions.All;
        }

        throw BlobException.AuthenticationFailed("Send a shared access signature, the account's key or a bearer token that is valid for this account.");
    }

    private static bool Same(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date) ? date : null;

    private SasPermissions OfSignature(BlobCall call, string signature)
    {
        SasFields fields = SasFields.From(call.Query);
        bool ofAccount = fields.Services.Length > 0;
        string text = ofAccount
            ? fields.AccountText(call.Account)
            : fields.ServiceText(call.Account, call.Container, fields.Resource is "c" ? null : call.BlobName);
        if (!Same(signature, signer.Signature(call.Account, text)))
        {
            throw BlobException.AuthenticationFailed("Signature did not match.");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (Date(fields.Expires) is not { } expires || now >= expires || (fields.Starts.Length > 0 && !(now >= Date(fields.Starts))))
        {
            throw BlobException.AuthenticationFailed(
                $"Signature not valid in the specified time frame: Start [{fields.Starts}] - Expiry [{fields.Expires}] - Current [{now:yyyy-MM-ddTHH:mm:ssZ}]");
        }

        if (ofAccount && !(fields.Services.Contains('b', StringComparison.Ordinal) && fields.ResourceTypes.Contains(call.BlobName is null ? 'c' : 'o', StringComparison.Ordinal)))
        {
            throw new BlobException(403, "AuthorizationResourceTypeMismatch", "This request is not authorized to perform this operation using this resource type.");
        }

        return SasPermissionsLetters.Parse(fields.Permissions);
    }
}
