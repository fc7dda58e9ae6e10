using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The envelope around a job: what the service says about the resource, and the job in <c>properties</c>.</summary>
internal static class JobResourceWire
{
    private static readonly JsonEncodedText _id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText _name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText _systemData = JsonEncodedText.Encode("systemData");
    private static readonly JsonEncodedText _createdAt = JsonEncodedText.Encode("createdAt");
    private static readonly JsonEncodedText _createdBy = JsonEncodedText.Encode("createdBy");
    private static readonly JsonEncodedText _createdByType = JsonEncodedText.Encode("createdByType");

    /// <summary>The one member that a request body has.</summary>
    public static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");

    /// <summary>A resource without properties, as the service answers for the step of a pipeline, is an unknown job of no type.</summary>
    public static Job Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? id = null, name = null;
        SystemData? systemData = null;
        Job? job = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_id, ref id)
                || reader.TryText(_name, ref name)
                || reader.TryObject(_systemData, ReadSystemData, ref systemData)
                || reader.TryObject(Properties, ReadJob, ref job)
                || reader.Pass();
        }

        job ??= new UnknownJob(default);
        return id is null && name is null && systemData is null ? job : job with { Id = id, Name = name, SystemData = systemData };
    }

    /// <summary>The status alone.</summary>
    public static JobStatus ReadStatus(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        JobStatus status = default;
        while (reader.NextMember())
        {
            if (reader.Is(Properties) && reader.TokenType == JsonTokenType.StartObject)
            {
                status = JobMembers.PeekStatus(reader);
            }

            reader.Skip();
        }

        return status;
    }

    /// <summary>A resource that breaks the contract: whatever of it can be kept, without a look at what it means.</summary>
    public static UnknownJob ReadAsItIs(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? id = null, name = null;
        UnknownJob? job = null;
        while (reader.NextMember())
        {
            _ = reader.TryObject(_id, TextOrNull, ref id)
                || reader.TryObject(_name, TextOrNull, ref name)
                || reader.TryObject(Properties, UnknownJobWire.ReadAsItIs, ref job)
                || reader.Pass();
        }

        return (job ?? new UnknownJob(default)) with { Id = id, Name = name };
    }

    private static string? TextOrNull(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    /// <summary>What a job says, wherever in a body it stands.</summary>
    public static Job ReadJob(ref Utf8JsonReader reader)
    {
        JobType type = JobMembers.PeekType(reader);
        return type == JobType.Command ? CommandJobWire.Read(ref reader)
            : JobTables.Of(type) is { } table ? table.ReadRest(ref reader)
            : UnknownJobWire.Read(ref reader, type);
    }

    public static SystemData ReadSystemData(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        DateTimeOffset? createdAt = null;
        string? createdBy = null, createdByType = null;
        while (reader.NextMember())
        {
            _ = reader.TryInstant(_createdAt, ref createdAt)
                || reader.TryText(_createdBy, ref createdBy)
                || reader.TryText(_createdByType, ref createdByType)
                || reader.Pass();
        }

        return new SystemData { CreatedAt = createdAt, CreatedBy = createdBy, CreatedByType = createdByType };
    }
}
