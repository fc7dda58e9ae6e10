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

    private static Job ReadJob(ref Utf8JsonReader reader)
    {
        JobType type = JobMembers.PeekType(reader);
        return type == JobType.Command ? CommandJobWire.Read(ref reader) : UnknownJobWire.Read(ref reader, type);
    }

    private static SystemData ReadSystemData(ref Utf8JsonReader reader)
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
