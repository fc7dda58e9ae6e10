using Azure;

namespace ServerlessCompute;

/// <summary>Turns an answer that is an error into the exception that users see.</summary>
internal static class ServiceErrors
{
    private const int LongestBody = 500;

    public static ServerlessRequestException ToException(Response response)
    {
        ReadOnlyMemory<byte> body = response.ContentStream is MemoryStream ? response.Content.ToMemory() : default;
        ServiceError? error = ServiceError.TryRead(body.Span);
        string code = error?.TellingCode ?? response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string message = error?.Message is { Length: > 0 } text ? text : Describe(response, body);
        return new ServerlessRequestException(response, code, $"{Redaction.Clean(message)} (HTTP {response.Status}, {code})", error?.Target);
    }

    /// <summary>What there is to say about an answer that is not of the service's shape: a gateway's page, or nothing.</summary>
    private static string Describe(Response response, ReadOnlyMemory<byte> body)
    {
        string text = System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestBody)]).Trim();
        string said = text.Length == 0 || text.StartsWith('<') ? "" : $": {text}";
        return $"The service answered {response.Status} {response.ReasonPhrase}{said}".TrimEnd();
    }
}
