using System.Text;

namespace ServerlessCompute;

/// <summary>Reads what tests compare of an answer.</summary>
internal static class EngineResponseReading
{
    public static string? Header(this EngineResponse response, string name) =>
        response.Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public static string Text(this EngineResponse response)
    {
        if (response.BodyStream is not { } stream)
        {
            return Encoding.UTF8.GetString(response.Body.Span);
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
