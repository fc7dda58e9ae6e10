using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The document with which Azure announces to a virtual machine what will happen to it (api-version 2020-07-01).</summary>
internal sealed class ScheduledEventsDocument
{
    private readonly ReadOnlyMemory<byte> _json;

    private ScheduledEventsDocument(ReadOnlyMemory<byte> json) => _json = json;

    /// <summary>Nothing is planned.</summary>
    public static ScheduledEventsDocument Quiet { get; } = new(Write(1, null, default));

    /// <summary>The node will be taken.</summary>
    public static ScheduledEventsDocument Preempt(string jobName, DateTimeOffset notBefore) => new(Write(2, jobName, notBefore));

    public EngineResponse ToResponse() => new(200, _json, "application/json");

    private static ReadOnlyMemory<byte> Write(int incarnation, string? jobName, DateTimeOffset notBefore)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("DocumentIncarnation", incarnation);
            json.WriteStartArray("Events");
            if (jobName is not null)
            {
                json.WriteStartObject();
                json.WriteString("EventId", $"{jobName}-eviction");
                json.WriteString("EventStatus", "Scheduled");
                json.WriteString("EventType", "Preempt");
                json.WriteString("ResourceType", "VirtualMachine");
                json.WriteStartArray("Resources");
                json.WriteStringValue("localhost");
                json.WriteEndArray();
                json.WriteString("NotBefore", notBefore.ToString("R", CultureInfo.InvariantCulture));
                json.WriteString("Description", "Virtual machine is being evicted because Azure needs the capacity back.");
                json.WriteString("EventSource", "Platform");
                json.WriteNumber("DurationInSeconds", -1);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
