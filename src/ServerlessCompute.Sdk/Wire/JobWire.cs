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
        writer.WritePropertyName(JobResourceWire.Properties);
        WriteProperties(writer, job);
        writer.WriteEndObject();
        WireWriter.Return(writer);
    }

    /// <summary>Writes what a job says, wherever in a body it stands.</summary>
    public static void WriteProperties(Utf8JsonWriter writer, Job job)
    {
        writer.WriteStartObject();
        if (job is CommandJob command)
        {
            JobMembers.Write(writer, job);
            CommandJobWire.Write(writer, command);
        }
        else if (JobTables.Of(job) is { } table)
        {
            table.WriteRest(writer, job);
        }
        else
        {
            JobMembers.Write(writer, job);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a job as the service answers it, or a request body.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static Job ReadResource(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, JobResourceWire.Read);

    /// <summary>The status of a job as the service answers it, and nothing else: for answers that nobody wants to see whole.</summary>
    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static JobStatus ReadStatus(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, JobResourceWire.ReadStatus);

    /// <summary>Reads one page of a list of jobs.</summary>
    /// <exception cref="JobFormatException">The text is no such document. A single job that cannot be read is no reason.</exception>
    public static JobPage ReadPage(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, JobPageWire.Read);

    /// <summary>Writes the body of the request that changes a job: the job as the service has it, with the change.</summary>
    /// <param name="output">Where the body goes.</param>
    /// <param name="current">The service's last answer about the job.</param>
    /// <param name="change">What changes.</param>
    /// <exception cref="JobFormatException">The answer is no such document.</exception>
    public static void WriteChange(IBufferWriter<byte> output, ReadOnlySpan<byte> current, JobChange change) =>
        JobChangeWire.Write(output, current, change);
}
