using Azure.Core;
using Azure.Identity;

namespace ServerlessCompute;

/// <summary>
/// Keeps one token and has it renewed before it ends, while requests go on with the old one. One renewal at a time, however many ask.
/// Thread-safe.
/// </summary>
internal sealed class TokenKeeper(TokenCredential credential, string scope, TimeProvider time)
{
    /// <summary>How long before its end a token is renewed, where the credential names no earlier time.</summary>
    private static readonly TimeSpan _early = TimeSpan.FromMinutes(5);

    /// <summary>How long a renewal that failed is not tried again while the old token is good.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private AccessToken? _token;
    private Task<AccessToken>? _renewal;
    private DateTimeOffset _notBefore;

    /// <summary>A token that is good now.</summary>
    /// <exception cref="TokenLapsedException">There was one, it has ended, and the credential gives no other.</exception>
    /// <exception cref="AuthenticationFailedException">The credential gives none.</exception>
    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> renewal;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_token is { } token && now < token.ExpiresOn)
            {
                if (now >= (token.RefreshOn ?? token.ExpiresOn - _early) && now >= _notBefore)
                {
                    _ = Renew(null);
                }

                return new ValueTask<string>(token.Token);
            }

            renewal = Renew(null);
        }

        return WaitAsync(renewal, cancellationToken);
    }

    /// <summary>Brings another token in place of one that the service refused.</summary>
    /// <param name="refused">The token that was sent.</param>
    /// <param name="claims">What the service wants to be in the token, if it says so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when the credential has no other.</returns>
    public async ValueTask<string?> ReplaceAsync(string refused, string? claims, CancellationToken cancellationToken)
    {
        Task<AccessToken> renewal;
        lock (_gate)
        {
            if (_token is { } token && token.Token != refused && claims is null)
            {
                return token.Token;
            }

            renewal = Renew(claims);
        }

        string other = await WaitAsync(renewal, cancellationToken).ConfigureAwait(false);
        return other == refused ? null : other;
    }

    private async ValueTask<string> WaitAsync(Task<AccessToken> renewal, CancellationToken cancellationToken)
    {
        try
        {
            return (await renewal.WaitAsync(cancellationToken).ConfigureAwait(false)).Token;
        }
        catch (AuthenticationFailedException e) when (_token is not null)
        {
            throw new TokenLapsedException(e);
        }
    }

    private Task<AccessToken> Renew(string? claims) => _renewal is { IsCompleted: false } going && claims is null ? going : _renewal = AskAsync(claims);

    private async Task<AccessToken> AskAsync(string? claims)
    {
        // Off the caller's thread: a credential may take its time before it first waits.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            AccessToken token = await credential.GetTokenAsync(new TokenRequestContext([scope], claims: claims, isCaeEnabled: true), CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _token = token;
            }

            return token;
        }
        catch
        {
            lock (_gate)
            {
                _notBefore = time.GetUtcNow() + _pause;
            }

            throw;
        }
    }
}
