using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Where in a run's document each member is. An empty range: it is not there, or <c>null</c>.</summary>
internal struct RunMembers
{
    public JobStatus Status;
    public long? Revision;
    public Range RunId;
    public Range ParentRunId;
    public Range DisplayName;
    public Range CreatedAt;
    public Range StartedAt;
    public Range EndedAt;
    public Range Error;
    public Range CancelationReason;
    public Range LogFiles;
    public Range Tags;
    public Range Properties;
    public Range Compute;
    public Range Queueing;
    public Range Warnings;
    public Range Outputs;

    public static RunMembers Find(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        var members = default(RunMembers);
        while (reader.NextMember())
        {
            // Names are compared as bytes: no service writes these with escapes, and a details answer has some fifty of them.
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (name.SequenceEqual("status"u8))
            {
                members.Status = WireValue.Word<JobStatus>(ref reader);
            }
            else if (name.SequenceEqual("revision"u8))
            {
                members.Revision = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long revision) ? revision : null;
            }
            else
            {
                members.Keep(name, WireValue.Place(ref reader));
            }
        }

        return members;
    }

    private void Keep(ReadOnlySpan<byte> name, Range at)
    {
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("tags"u8):
                Tags = at;
                break;
            case 5 when name.SequenceEqual("runId"u8):
                RunId = at;
                break;
            case 5 when name.SequenceEqual("error"u8):
                Error = at;
                break;
            case 7 when name.SequenceEqual("compute"u8):
                Compute = at;
                break;
            case 7 when name.SequenceEqual("outputs"u8):
                Outputs = at;
                break;
            case 8 when name.SequenceEqual("logFiles"u8):
                LogFiles = at;
                break;
            case 8 when name.SequenceEqual("warnings"u8):
                Warnings = at;
                break;
            case 10 when name.SequenceEqual("properties"u8):
                Properties = at;
                break;
            case 10 when name.SequenceEqual("endTimeUtc"u8):
                EndedAt = at;
                break;
            case 10 when name.SequenceEqual("createdUtc"u8):
                CreatedAt = at;
                break;
            case 11 when name.SequenceEqual("parentRunId"u8):
                ParentRunId = at;
                break;
            case 11 when name.SequenceEqual("displayName"u8):
                DisplayName = at;
                break;
            case 12 when name.SequenceEqual("startTimeUtc"u8):
                StartedAt = at;
                break;
            case 12 when name.SequenceEqual("queueingInfo"u8):
                Queueing = at;
                break;
            case 14 when name.SequenceEqual("createdTimeUtc"u8):
                CreatedAt = at;
                break;
            case 17 when name.SequenceEqual("cancelationReason"u8):
                CancelationReason = at;
                break;
            default:
                break;
        }
    }
}
