using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The members that every kind of job has, while they are being read; and how they are written.</summary>
internal struct JobMembers
{
    /// <summary>The member that says which kind of job this is.</summary>
    public const string TypeName = "jobType";

    private string? _kind;
    private string? _displayName;
    private string? _description;
    private string? _experimentName;
    private ValueMap<string> _tags = ValueMap<string>.Empty;
    private ValueMap<string> _properties = ValueMap<string>.Empty;
    private IdentityConfiguration? _identity;
    private ValueMap<JobService> _services = ValueMap<JobService>.Empty;
    private NotificationSettings? _notificationSettings;
    private string? _compute;
    private string? _component;
    private bool? _archived;
    private JobStatus _status;
    private WireExtras _extras;

    public JobMembers()
    {
    }

    /// <summary>The kind of the job whose members follow; unset when none of them says it.</summary>
    public static JobType PeekType(in Utf8JsonReader reader) => WireReader.PeekWord<JobType>(reader, Names.JobType);

    /// <summary>Where the job is in its life, and nothing else. Stops as soon as it is found.</summary>
    public static JobStatus PeekStatus(in Utf8JsonReader reader) => WireReader.PeekWord<JobStatus>(reader, Names.Status);

    /// <summary>All but what only the service says.</summary>
    public static void Write(Utf8JsonWriter writer, Job job)
    {
        writer.WriteText(Names.JobType, job.JobType.Value);
        writer.WriteText(Names.DisplayName, job.DisplayName);
        writer.WriteText(Names.Description, job.Description);
        writer.WriteText(Names.ExperimentName, job.ExperimentName);
        writer.WriteTexts(Names.Tags, job.Tags);
        writer.WriteTexts(Names.Properties, job.Properties);
        if (job.Identity is not null)
        {
            IdentityWire.Write(writer, Names.Identity, job.Identity);
        }

        if (job.Services.Count > 0)
        {
            writer.WriteStartObject(Names.Services);
            foreach (ref readonly KeyValuePair<string, JobService> service in job.Services.Entries)
            {
                ServiceWire.Write(writer, service.Key, service.Value);
            }

            writer.WriteEndObject();
        }

        if (job.NotificationSettings is not null)
        {
            NotificationWire.Write(writer, Names.NotificationSetting, job.NotificationSettings);
        }

        writer.WriteText(Names.ComputeId, job.Compute);
        writer.WriteText(Names.ComponentId, job.ComponentId);
        if (job.IsArchived)
        {
            writer.WriteBoolean(Names.IsArchived, true);
        }

        writer.WriteExtras(job.AdditionalProperties);
    }

    /// <summary>Takes the member at hand if it is one of these.</summary>
    public bool TryTake(ref Utf8JsonReader reader) =>
        reader.TryText(Names.Description, ref _description)
        || reader.TryMap(Names.Tags, WireValue.Text, ref _tags)
        || reader.TryMap(Names.Properties, WireValue.Text, ref _properties)
        || reader.TryText(Names.DisplayName, ref _displayName)
        || reader.TryWord(Names.Status, ref _status)
        || reader.TryText(Names.ExperimentName, ref _experimentName)
        || reader.TryMap(Names.Services, ServiceWire.Read, ref _services)
        || reader.TryText(Names.ComputeId, ref _compute)
        || reader.TryFlag(Names.IsArchived, ref _archived)
        || reader.TryObject(Names.Identity, IdentityWire.Read, ref _identity)
        || reader.TryText(Names.ComponentId, ref _component)
        || reader.TryObject(Names.NotificationSetting, NotificationWire.Read, ref _notificationSettings)
        || reader.TryText(Names.JobType, ref _kind);

    /// <summary>Takes the member at hand, which nobody knows.</summary>
    public bool TakeExtra(ref Utf8JsonReader reader) => _extras.Take(ref reader);

    /// <summary>The job with what was read.</summary>
    public readonly T ApplyTo<T>(T job)
        where T : Job => job with
        {
            DisplayName = _displayName,
            Description = _description,
            ExperimentName = _experimentName,
            Tags = _tags,
            Properties = _properties,
            Identity = _identity,
            Services = _services,
            NotificationSettings = _notificationSettings,
            Compute = _compute,
            ComponentId = _component,
            IsArchived = _archived ?? false,
            Status = _status,
            AdditionalProperties = _extras.ToMap(),
        };

    private static class Names
    {
        public static readonly JsonEncodedText JobType = JsonEncodedText.Encode(TypeName);
        public static readonly JsonEncodedText DisplayName = JsonEncodedText.Encode("displayName");
        public static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
        public static readonly JsonEncodedText ExperimentName = JsonEncodedText.Encode("experimentName");
        public static readonly JsonEncodedText Tags = JsonEncodedText.Encode("tags");
        public static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");
        public static readonly JsonEncodedText Identity = JsonEncodedText.Encode("identity");
        public static readonly JsonEncodedText Services = JsonEncodedText.Encode("services");
        public static readonly JsonEncodedText NotificationSetting = JsonEncodedText.Encode("notificationSetting");
        public static readonly JsonEncodedText ComputeId = JsonEncodedText.Encode("computeId");
        public static readonly JsonEncodedText ComponentId = JsonEncodedText.Encode("componentId");
        public static readonly JsonEncodedText IsArchived = JsonEncodedText.Encode("isArchived");
        public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    }
}
