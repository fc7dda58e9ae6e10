using System.Text;
using Azure.Core;
using Azure.Identity;

namespace ServerlessCompute;

/// <summary>Gives out tokens with a number each, good for a while on a test's clock, and remembers what it was asked for.</summary>
internal sealed class MintingCredential(TimeProvider time, TimeSpan life) : TokenCredential
{
    private readonly List<TokenRequestContext> _asked = [];

    public IReadOnlyList<TokenRequestContext> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>How often it failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether it fails now.</summary>
    public Func<bool> IsDown { get; init; } = static () => false;

    /// <summary>Whom its tokens are for; null for tokens that nobody can read.</summary>
    public Func<string, string>? Audience { get; init; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        int number;
        lock (_asked)
        {
            _asked.Add(requestContext);
            number = _asked.Count;
        }

        if (IsDown())
        {
            Failures++;
            throw new AuthenticationFailedException("The identity endpoint does not answer.");
        }

        string text = Audience is null ? $"token{number}" : $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"aud":{{Audience(requestContext.Scopes[0])}},"n":{{number}}}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.s";
        return new AccessToken(text, time.GetUtcNow() + life);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
