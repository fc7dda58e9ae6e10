using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Schedules to and from the REST contract. Takes schedules whose job is resolved. Thread-safe.</summary>
internal static class ScheduleWire
{
    /// <summary>Writes the body of the request that makes or changes a schedule.</summary>
    /// <remarks>What only the service says is not in it.</remarks>
    /// <exception cref="InvalidOperationException">A part of the job has to be resolved first: the message names it.</exception>
    public static void Write(IBufferWriter<byte> output, Schedule schedule)
    {
        if (schedule.CreateJob is { } job)
        {
            ResolvedJob.Demand(job);
        }

        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WritePropertyName(JobResourceWire.Properties);
        ScheduleTables.Schedule.WriteRest(writer, schedule);
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <summary>Reads a schedule as the service answers it, or a request body.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static Schedule ReadResource(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, ReadResource);

    /// <summary>Reads one page of a list of schedules. One that breaks the contract has everything it says among its additional properties.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static ResourcePage<Schedule> ReadPage(ReadOnlySpan<byte> utf8) => ResourcePage<Schedule>.Read(utf8, (ref reader) => reader.One(ReadResource, ReadAsItIs));

    private static Schedule ReadResource(ref Utf8JsonReader reader) => Of(ResourceEnvelope<Schedule>.Read(ref reader, ScheduleTables.Schedule.ReadRest));

    private static Schedule ReadAsItIs(ref Utf8JsonReader reader) => Of(ResourceEnvelope<Schedule>.Read(ref reader, (ref members) =>
        WireExtras.AllAsTheyCame(ref members) is { } all ? new Schedule { AdditionalProperties = all } : null));

    private static Schedule Of(ResourceEnvelope<Schedule> resource) =>
        (resource.Properties ?? new Schedule()) with { Id = resource.Id, Name = resource.Name, SystemData = resource.SystemData };
}
