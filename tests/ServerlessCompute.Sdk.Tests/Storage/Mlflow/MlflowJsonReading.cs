using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Reads what tests compare of the tracking service's answers.</summary>
internal static class MlflowJsonReading
{
    /// <summary>The member at a path with dots.</summary>
    public static JsonElement At(this JsonElement element, string path) => path.Split('.').Aggregate(element, (e, name) => e.GetProperty(name));

    public static string Text(this JsonElement element, string path) => element.At(path).ToString();

    /// <summary>"code: message" of an error.</summary>
    public static string Error(this JsonElement element) => $"{element.Text("error_code")}: {element.Text("message")}";

    /// <summary>A list of key and value as "key=value".</summary>
    public static string[] Pairs(this JsonElement element, string path) => [.. element.At(path).EnumerateArray().Select(p => $"{p.Text("key")}={p.Text("value")}")];
}
