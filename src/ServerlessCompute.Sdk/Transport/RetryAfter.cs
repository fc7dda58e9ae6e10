using System.Globalization;
using System.Text.RegularExpressions;
using Azure;

namespace ServerlessCompute;

/// <summary>
/// Finds out how long the service wants a client to wait: from headers where they are, else from the message. The recorded service
/// sends no <c>Retry-After</c> with its 429, it writes "Retry again after 20 seconds." instead.
/// </summary>
internal static partial class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);

    public static TimeSpan? Read(Response response, TimeProvider time)
    {
        TimeSpan? wait = FromHeaders(response, time) ?? FromMessage(response);
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, _longest.Ticks));
    }

    private static TimeSpan? FromHeaders(Response response, TimeProvider time)
    {
        if ((response.Headers.TryGetValue("retry-after-ms", out string? text) || response.Headers.TryGetValue("x-ms-retry-after-ms", out text))
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
            && double.IsFinite(milliseconds))
        {
            return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, _longest.TotalMilliseconds));
        }

        if (!response.Headers.TryGetValue("Retry-After", out text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date - time.GetUtcNow()
            : null;
    }

    private static TimeSpan? FromMessage(Response response)
    {
        if (response.Status != 429 || response.ContentStream is not MemoryStream)
        {
            return null;
        }

        Match match = WaitText().Match(response.Content.ToString());
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    [GeneratedRegex(@"after (\d{1,6}) seconds", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WaitText();
}
