using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>An answer of the service, for assertions.</summary>
internal sealed class RawAnswer(EngineResponse response)
{
    public int Status => response.Status;

    public string Text => Encoding.UTF8.GetString(response.Body.Span);

    public JsonElement Json => JsonElement.Parse(response.Body.Span);

    public JsonElement Properties => Json.GetProperty("properties");

    public JsonElement Error => Json.GetProperty("error");

    public string? Header(string name) =>
        response.Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static h => h.Value).FirstOrDefault();

    /// <summary>The innermost code of an ARM error.</summary>
    public string? InnerCode
    {
        get
        {
            JsonElement info = Error.GetProperty("additionalInfo").EnumerateArray().FirstOrDefault(static i => i.GetProperty("type").GetString() == "InnerError");
            if (info.ValueKind == JsonValueKind.Undefined)
            {
                return null;
            }

            JsonElement inner = info.GetProperty("info").GetProperty("value");
            while (inner.GetProperty("innerError").ValueKind == JsonValueKind.Object)
            {
                inner = inner.GetProperty("innerError");
            }

            return inner.GetProperty("code").GetString();
        }
    }

    public static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(static p => p.Name)];
}
