using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Compares a job's body with the service's answer: everything that was sent must be there, while what the service filled in does not
/// count. Tags and the other members that may change later do not count either.
/// </summary>
internal static class BodyDifferences
{
    private static readonly string[] _mutable = ["tags", "properties", "description", "isArchived", "notificationSetting", "displayName"];

    public static IReadOnlyList<string> Find(ReadOnlyMemory<byte> sent, ReadOnlyMemory<byte> answered)
    {
        var differences = new List<string>();
        using JsonDocument ours = JsonDocument.Parse(sent);
        using JsonDocument theirs = JsonDocument.Parse(answered);
        JsonElement job = theirs.RootElement.GetProperty("properties");
        foreach (JsonProperty member in ours.RootElement.GetProperty("properties").EnumerateObject())
        {
            if (!_mutable.Contains(member.Name, StringComparer.Ordinal))
            {
                CompareMember(job, member, member.Name, differences);
            }
        }

        return differences;
    }

    private static void CompareMember(JsonElement theirs, JsonProperty ours, string path, List<string> differences)
    {
        if (theirs.ValueKind == JsonValueKind.Object && theirs.TryGetProperty(ours.Name, out JsonElement value))
        {
            Compare(value, ours.Value, path, differences);
        }
        else if (!IsNothing(ours.Value))
        {
            differences.Add(path);
        }
    }

    private static void Compare(JsonElement theirs, JsonElement ours, string path, List<string> differences)
    {
        switch (ours.ValueKind)
        {
            case JsonValueKind.Object when theirs.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in ours.EnumerateObject())
                {
                    CompareMember(theirs, member, $"{path}.{member.Name}", differences);
                }

                break;
            case JsonValueKind.Array when theirs.ValueKind == JsonValueKind.Array && ours.GetArrayLength() == theirs.GetArrayLength():
                for (int i = 0; i < ours.GetArrayLength(); i++)
                {
                    Compare(theirs[i], ours[i], $"{path}[{i}]", differences);
                }

                break;
            case JsonValueKind.String when theirs.ValueKind == JsonValueKind.String:
                // Words of the contract and resource ids come back in the service's own case.
                if (!string.Equals(theirs.GetString(), ours.GetString(), StringComparison.OrdinalIgnoreCase))
                {
                    differences.Add(path);
                }

                break;
            default:
                if (!(IsNothing(ours) && IsNothing(theirs)) && ours.GetRawText() != theirs.GetRawText())
                {
                    differences.Add(path);
                }

                break;
        }
    }

    private static bool IsNothing(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.Object => !element.EnumerateObject().Any(),
        JsonValueKind.Array => element.GetArrayLength() == 0,
        _ => false,
    };
}
