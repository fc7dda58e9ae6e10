using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Jobs as text, for tests.</summary>
internal static class Wired
{
    public static string Write(Job job)
    {
        var output = new ArrayBufferWriter<byte>();
        JobWire.Write(output, job);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static string Write(Schedule schedule)
    {
        var output = new ArrayBufferWriter<byte>();
        ScheduleWire.Write(output, schedule);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static Schedule ReadSchedule(string json) => ScheduleWire.ReadResource(Encoding.UTF8.GetBytes(json));

    public static Job Read(string json) => JobWire.ReadResource(Encoding.UTF8.GetBytes(json));

    public static T Read<T>(string json)
        where T : Job
    {
        Job job = Read(json);
        Assert.That(job, Is.TypeOf<T>());
        return (T)job;
    }

    /// <summary>A document without what says nothing: nulls, and objects and lists with nothing in them.</summary>
    public static JsonNode? Meaningful(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                var kept = new JsonObject();
                foreach ((string name, JsonNode? value) in members)
                {
                    if (Meaningful(value) is { } meaning)
                    {
                        // The service takes these words in any case; what is written is the contract's.
                        kept[name] = name is "goal" or "jobTier" or "job_tier" ? meaning.ToString().ToUpperInvariant() : meaning;
                    }
                }

                return kept.Count == 0 ? null : kept;
            case JsonArray items:
                return items.Count == 0 ? null : new JsonArray([.. items.Select(item => Meaningful(item) ?? item?.DeepClone())]);
            default:
                return node?.DeepClone();
        }
    }
}
