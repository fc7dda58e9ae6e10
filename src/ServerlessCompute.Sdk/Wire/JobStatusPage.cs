using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One page of a list of jobs, of which only names and statuses are wanted.</summary>
/// <param name="Jobs">The page's jobs.</param>
/// <param name="NextLink">Where the next page is; null on the last one.</param>
internal sealed record JobStatusPage(IReadOnlyList<(string Name, JobStatus Status)> Jobs, string? NextLink)
{
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _nextLink = JsonEncodedText.Encode("nextLink");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static JobStatusPage Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, ReadPage);

    private static JobStatusPage ReadPage(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<(string, JobStatus)> jobs = ValueList<(string, JobStatus)>.Empty;
        string? nextLink = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_value, ReadJob, ref jobs) || reader.TryText(_nextLink, ref nextLink) || reader.Pass();
        }

        return new JobStatusPage(jobs, nextLink);
    }

    private static (string Name, JobStatus Status) ReadJob(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? name = null;
        JobStatus status = default;
        while (reader.NextMember())
        {
            if (reader.Is(JobResourceWire.Properties))
            {
                status = reader.TokenType == JsonTokenType.StartObject ? JobMembers.PeekStatus(reader) : default;
                reader.Skip();
            }
            else
            {
                _ = reader.TryText(_name, ref name) || reader.Pass();
            }
        }

        return (name ?? "", status);
    }
}
