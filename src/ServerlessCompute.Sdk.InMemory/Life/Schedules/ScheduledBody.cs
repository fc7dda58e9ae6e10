using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>Makes the body of a schedule's job from the definition that the schedule holds.</summary>
internal static class ScheduledBody
{
    public static byte[] Write(byte[] schedule, string name, string shown, long time)
    {
        byte[] body = JsonBuffer.Write((schedule, shown), static (writer, s) =>
        {
            writer.WriteStartObject();
            foreach (JsonMember member in JsonScan.Members(JsonScan.Value(JsonScan.Value(s.schedule, "action"u8), "jobDefinition"u8)))
            {
                if (member.Name != "displayName")
                {
                    writer.Member(Encoding.UTF8.GetBytes(member.Name), member.Value);
                }
            }

            writer.WriteString("displayName"u8, s.shown);
            writer.WriteEndObject();
        });

        // The two words that a definition may leave open until its job is made.
        string text = Encoding.UTF8.GetString(body);
        return text.Contains("${{", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(text
                .Replace("${{name}}", name, StringComparison.Ordinal)
                .Replace("${{creation_context.trigger_time}}", new DateTime(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            : body;
    }
}
