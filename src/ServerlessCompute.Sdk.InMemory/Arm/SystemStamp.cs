using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The <c>systemData</c> of assets and other resources: all six members. (A job's has three.)</summary>
internal static class SystemStamp
{
    public static void Write(Utf8JsonWriter writer, long createdAt, long modifiedAt)
    {
        writer.WriteStartObject("systemData"u8);
        writer.TimeMember("createdAt"u8, createdAt);
        writer.WriteString("createdBy"u8, ServiceNames.User);
        writer.WriteString("createdByType"u8, "User"u8);
        writer.TimeMember("lastModifiedAt"u8, modifiedAt);
        writer.WriteString("lastModifiedBy"u8, ServiceNames.User);
        writer.WriteString("lastModifiedByType"u8, "User"u8);
        writer.WriteEndObject();
    }
}
