using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads members of the service's answers, which may be missing or null.</summary>
internal static class JsonPath
{
    /// <summary>The text at the end of the path; null when a member on the way is missing or no object, or the last is no text.</summary>
    public static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    /// <summary>The first item of an answer that lists, <c>{"value":[…]}</c>.</summary>
    public static JsonElement? FirstItem(JsonElement list) =>
        list.ValueKind == JsonValueKind.Object
        && list.TryGetProperty("value", out JsonElement items)
        && items.ValueKind == JsonValueKind.Array
        && items.GetArrayLength() > 0
            ? items[0]
            : null;

    /// <exception cref="JobFormatException">The service left out what its contract promises.</exception>
    public static string RequiredText(JsonElement element, params ReadOnlySpan<string> path)
    {
        string place = string.Join('.', path!);
        return Text(element, path) ?? throw new JobFormatException($"The service's answer has no text '{place}'.", place);
    }
}
