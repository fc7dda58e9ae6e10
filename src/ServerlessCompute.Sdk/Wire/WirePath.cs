using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Finds the names that lead to a place in a document. Asked only after something went wrong, so that reading keeps no track.</summary>
internal static class WirePath
{
    public static string At(ReadOnlySpan<byte> utf8, long offset, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(utf8, options);
        var steps = new Stack<Step>();
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= offset)
            {
                Follow(ref reader, steps);
                if (reader.TokenStartIndex == offset)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The document is broken here; the way that was come so far is the answer.
        }

        return string.Concat(steps.Reverse().Select(step => step.Name)).TrimStart('.');
    }

    private static void Follow(ref Utf8JsonReader reader, Stack<Step> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                steps.Pop();
                steps.Push(new Step(reader.GetString() ?? "", IsArray: false));
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.Pop();
                return;
            default:
                CountItem(steps);
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    steps.Push(new Step("", reader.TokenType == JsonTokenType.StartArray));
                }

                return;
        }
    }

    private static void CountItem(Stack<Step> steps)
    {
        if (steps.TryPeek(out Step top) && top.IsArray)
        {
            steps.Pop();
            steps.Push(top with { Item = top.Item + 1 });
        }
    }

    /// <summary>One level: the member of an object, or the item of an array, that is being read.</summary>
    private readonly record struct Step(string Member, bool IsArray)
    {
        public int Item { get; init; } = -1;

        /// <summary>How the level looks in a path; empty before its first member or item.</summary>
        public string Name =>
            IsArray && Item >= 0 ? $"[{Item}]"
            : Member.Length > 0 ? $".{Member}"
            : "";
    }
}
