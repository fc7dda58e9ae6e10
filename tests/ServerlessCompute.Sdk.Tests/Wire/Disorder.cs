using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>The same document as another program might write it: members in another order, nulls between them.</summary>
internal static class Disorder
{
    public static JsonNode Of(JsonNode document, Random random) => document switch
    {
        JsonObject members => Shuffle(members, random),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Of(item, random))]),
        _ => document.DeepClone(),
    };

    private static JsonObject Shuffle(JsonObject members, Random random)
    {
        // Members of unknown parts are kept as they are, nulls and all: there a null would be seen again.
        KeyValuePair<string, JsonNode?>[] all = [.. members.Select(member => KeyValuePair.Create(
            member.Key,
            member.Value is null || member.Key.StartsWith("new ", StringComparison.Ordinal) ? member.Value?.DeepClone() : Of(member.Value, random)))];
        random.Shuffle(all);
        var shuffled = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in all)
        {
            if (random.Next(4) == 0)
            {
                shuffled[$"nothing {shuffled.Count}"] = null;
            }

            shuffled[member.Key] = member.Value;
        }

        return shuffled;
    }
}
