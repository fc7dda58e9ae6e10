using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Reads the service's refusal to change what cannot be changed any more.</summary>
internal static partial class ImmutableMember
{
    /// <summary>The member that cannot be changed; null where the refusal is another.</summary>
    public static string? Of(ServerlessRequestException e) =>
        e.Status == 400 && Words().Match(e.Message) is { Success: true } match ? match.Groups["member"].Value : null;

    [GeneratedRegex("""field "(?<member>[^"]+)" is immutable""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
