using System.Buffers;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Jobs to and from the REST contract. This room alone knows the contract's names; it takes resolved jobs and gives resolved jobs.
/// Members and words that it does not know survive the way in both directions. Thread-safe.
/// </summary>
internal static class JobWire
{
    /// <summary>Writes the body of the request that creates a job.</summary>
    /// <remarks>What only the service says (id, name, status, system data) is not in it. Allocates nothing but the output.</remarks>
    /// <exception cref="InvalidOperationException">A part of the job has to be resolved first: the message names it.</exception>
    public static void Write(IBufferWriter<byte> output, Job job)
    {
        ResolvedJob.Demand(job);
        Utf8JsonWriter writer = WireWriter.Rent(output);
        writer.WriteStartObject();
        writer.WriteStartObject(JobResourceWire.Properties);
        JobMembers.Write(writer, job);
        if (job is CommandJob command)
        {
            CommandJobWire.Write(writer, command);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <summary>Reads a job as the service answers it, or a request body.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static Job ReadResource(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, JobResourceWire.Read);
}
