using Azure.Core;

namespace ServerlessCompute;

/// <summary>Somebody with a token.</summary>
internal sealed class AnyCredential : TokenCredential
{
    private static readonly AccessToken Token = new("token", DateTimeOffset.MaxValue);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Token;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token);
}
