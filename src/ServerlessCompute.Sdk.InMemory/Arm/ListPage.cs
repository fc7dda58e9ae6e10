using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A page of a list: <c>$top</c> is honoured, and a <c>nextLink</c> is there only when more follows.</summary>
internal static class ListPage
{
    private const int Size = 50;

    public static byte[] Write<T>(ArmCall call, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        int skip = int.TryParse(call.Query("$skipToken") ?? call.Query("$skip"), CultureInfo.InvariantCulture, out int token) ? token : 0;
        int top = int.TryParse(call.Query("$top"), CultureInfo.InvariantCulture, out int asked) && asked > 0 ? Math.Min(asked, Size) : Size;
        return JsonBuffer.Write((call, items, write, skip, top), static (writer, s) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value"u8);
            int end = Math.Min(s.items.Count, s.skip + s.top);
            for (int i = s.skip; i < end; i++)
            {
                s.write(writer, s.items[i]);
            }

            writer.WriteEndArray();
            if (end < s.items.Count)
            {
                writer.WriteString("nextLink"u8, PageLink.Next(s.call.Request.Uri, end));
            }

            writer.WriteEndObject();
        });
    }
}
