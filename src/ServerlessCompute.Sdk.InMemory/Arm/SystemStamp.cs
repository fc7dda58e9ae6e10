using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The <c>systemData</c> of assets and other resources: all six members. (A job's has three.)</summary>
internal static class SystemStamp
{
    /// <param name="writer">Writes it.</param>
    /// <param name="createdAt">In ticks.</param>
    /// <param name="modifiedAt">In ticks.</param>
    /// <param name="saysWhoModified">False for data, whose answers leave that out (recorded).</param>
    public static void Write(Utf8JsonWriter writer, long createdAt, long modifiedAt, bool saysWhoModified = true)
    {
        writer.WriteStartObject("systemData"u8);
        writer.TimeMember("createdAt"u8, createdAt);
        writer.WriteString("createdBy"u8, ServiceNames.User);
        writer.WriteString("createdByType"u8, "User"u8);
        writer.TimeMember("lastModifiedAt"u8, modifiedAt);
        if (saysWhoModified)
        {
            writer.WriteString("lastModifiedBy"u8, ServiceNames.User);
            writer.WriteString("lastModifiedByType"u8, "User"u8);
        }

        writer.WriteEndObject();
    }
}
