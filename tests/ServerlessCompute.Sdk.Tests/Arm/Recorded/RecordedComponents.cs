using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>The components that a recorded pipeline names, made with the ports that it uses.</summary>
internal static class RecordedComponents
{
    public static void Register(RawService service, JsonNode job)
    {
        string text = job.ToJsonString();
        foreach (IGrouping<string, (string Name, JsonNode Step)> component in (job["jobs"]?.AsObject() ?? [])
            .Select(static j => (Name: j.Key, Step: j.Value!))
            .Where(static j => ComponentId(j.Step) is not null)
            .GroupBy(static j => ComponentId(j.Step)!))
        {
            // Every port that any step of it uses.
            IEnumerable<string> inputs = component.SelectMany(static c => Keys(c.Step["inputs"])).Distinct();
            IEnumerable<string> outputs = component.SelectMany(c => Regex.Matches(text, $@"parent\.jobs\.{c.Name}\.outputs\.(\w+)").Select(static m => m.Groups[1].Value).Concat(Keys(c.Step["outputs"]))).Distinct();
            string[] parts = component.Key.Split('/');
            service.Engine.Assets.Put(new AssetVersion
            {
                Kind = AssetKind.Component,
                Name = parts[^3],
                Version = parts[^1],
                Properties = Encoding.UTF8.GetBytes(new JsonObject
                {
                    ["componentSpec"] = new JsonObject
                    {
                        ["type"] = component.First().Step["type"]!.DeepClone(),
                        ["inputs"] = new JsonObject(inputs.Select(static i => KeyValuePair.Create<string, JsonNode?>(i, new JsonObject { ["type"] = "string" }))),
                        ["outputs"] = new JsonObject(outputs.Select(static o => KeyValuePair.Create<string, JsonNode?>(o, new JsonObject { ["type"] = "uri_folder" }))),
                    },
                }.ToJsonString()),
                CreatedAt = 0,
                ModifiedAt = 0,
            });
        }
    }

    private static string? ComponentId(JsonNode step) => (step["componentId"] ?? step["trial"]?["componentId"])?.GetValue<string>();

    private static IEnumerable<string> Keys(JsonNode? map) => map?.AsObject().Select(static m => m.Key) ?? [];
}
