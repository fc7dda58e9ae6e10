using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Puts the caller's token on each attempt of a request. A token that the service refuses is replaced once, by one with the claims that the
/// service wants if it names some. No token leaves this machine without encryption.
/// </summary>
internal sealed partial class TokenPolicy(TokenKeeper tokens) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Requests with a token are sent asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Demand(message.Request.Uri.ToUri());
        string token = await tokens.GetAsync(message.CancellationToken).ConfigureAwait(false);
        await SendAsync(message, token, pipeline).ConfigureAwait(false);
        if (message.Response.Status == 401
            && await tokens.ReplaceAsync(token, Claims(message.Response), message.CancellationToken).ConfigureAwait(false) is { } other)
        {
            message.Response.Dispose();
            await SendAsync(message, other, pipeline).ConfigureAwait(false);
        }
    }

    private static ValueTask SendAsync(HttpMessage message, string token, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, "Bearer " + token);
        return ProcessNextAsync(message, pipeline);
    }

    private static void Demand(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new InvalidOperationException($"{address.GetLeftPart(UriPartial.Authority)} is not encrypted: a token is sent there only over https, or to this machine.");
        }
    }

    /// <summary>The claims of a challenge, as they are sent on; null when there are none.</summary>
    private static string? Claims(Response response)
    {
        Match match = response.Headers.TryGetValue("WWW-Authenticate", out string? challenge) ? ClaimsText().Match(challenge) : Match.Empty;
        if (!match.Success)
        {
            return null;
        }

        string text = match.Groups[1].Value.Replace('-', '+').Replace('_', '/');
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    [GeneratedRegex("""\bclaims="([^"]+)["]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ClaimsText();
}
