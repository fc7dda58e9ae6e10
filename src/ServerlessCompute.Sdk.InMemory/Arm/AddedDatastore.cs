using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A datastore that somebody made known to the workspace. What it hides is never answered, except to whoever asks for secrets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">What was sent.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record AddedDatastore(string Name, JsonElement Properties, long CreatedAt)
{
    /// <summary>The secrets as <c>listSecrets</c> answers them; null where there are none.</summary>
    public JsonElement? Secrets =>
        Properties.TryGetProperty("credentials", out JsonElement credentials) && credentials.TryGetProperty("secrets", out JsonElement secrets) ? secrets : null;

    public void Write(Utf8JsonWriter writer, string workspacePath)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, $"{workspacePath}/datastores/{Name}");
        writer.WriteString("name"u8, Name);
        writer.WriteString("type"u8, "Microsoft.MachineLearningServices/workspaces/datastores"u8);
        writer.WriteStartObject("properties"u8);
        writer.WriteBoolean("isDefault"u8, false);
        foreach (JsonProperty member in Properties.EnumerateObject())
        {
            if (member.Name != "credentials")
            {
                member.WriteTo(writer);
                continue;
            }

            writer.WriteStartObject("credentials"u8);
            foreach (JsonProperty part in member.Value.EnumerateObject().Where(static part => part.Name != "secrets"))
            {
                part.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        SystemStamp.Write(writer, CreatedAt, CreatedAt);
        writer.WriteEndObject();
    }
}
