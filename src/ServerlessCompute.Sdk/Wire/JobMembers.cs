using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The members that every kind of job has, while they are being read; and how they are written.</summary>
internal struct JobMembers
{
    /// <summary>The member that says which kind of job this is.</summary>
    public const string TypeName = "jobType";

    private static readonly JsonEncodedText _jobType = JsonEncodedText.Encode(TypeName);
    private static readonly JsonEncodedText _displayName = JsonEncodedText.Encode("displayName");
    private static readonly JsonEncodedText _description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText _experimentName = JsonEncodedText.Encode("experimentName");
    private static readonly JsonEncodedText _tags = JsonEncodedText.Encode("tags");
    private static readonly JsonEncodedText _properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText _identity = JsonEncodedText.Encode("identity");
    private static readonly JsonEncodedText _services = JsonEncodedText.Encode("services");
    private static readonly JsonEncodedText _notificationSetting = JsonEncodedText.Encode("notificationSetting");
    private static readonly JsonEncodedText _computeId = JsonEncodedText.Encode("computeId");
    private static readonly JsonEncodedText _componentId = JsonEncodedText.Encode("componentId");
    private static readonly JsonEncodedText _isArchived = JsonEncodedText.Encode("isArchived");
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");

    private string? _kind;
    private string? _displayNameRead;
    private string? _descriptionRead;
    private string? _experimentNameRead;
    private ValueMap<string> _tagsRead = ValueMap<string>.Empty;
    private ValueMap<string> _propertiesRead = ValueMap<string>.Empty;
    private IdentityConfiguration? _identityRead;
    private ValueMap<JobService> _servicesRead = ValueMap<JobService>.Empty;
    private NotificationSettings? _notificationRead;
    private string? _computeRead;
    private string? _componentRead;
    private bool? _archivedRead;
    private JobStatus _statusRead;
    private WireExtras _extras;

    public JobMembers()
    {
    }

    /// <summary>The kind of the job whose members follow; unset when none of them says it.</summary>
    public static JobType PeekType(in Utf8JsonReader reader) => WireReader.Peek(reader, _jobType) is { } kind ? new JobType(kind) : default;

    /// <summary>Where the job is in its life, and nothing else. Stops as soon as it is found.</summary>
    public static JobStatus PeekStatus(in Utf8JsonReader reader) => WireReader.Peek(reader, _status) is { } status ? new JobStatus(status) : default;

    /// <summary>All but what only the service says.</summary>
    public static void Write(Utf8JsonWriter writer, Job job)
    {
        writer.WriteText(_jobType, job.JobType.Value);
        writer.WriteText(_displayName, job.DisplayName);
        writer.WriteText(_description, job.Description);
        writer.WriteText(_experimentName, job.ExperimentName);
        writer.WriteTexts(_tags, job.Tags);
        writer.WriteTexts(_properties, job.Properties);
        if (job.Identity is not null)
        {
            IdentityWire.Write(writer, _identity, job.Identity);
        }

        if (job.Services.Count > 0)
        {
            writer.WriteStartObject(_services);
            foreach (ref readonly KeyValuePair<string, JobService> service in job.Services.Entries)
            {
                ServiceWire.Write(writer, service.Key, service.Value);
            }

            writer.WriteEndObject();
        }

        if (job.NotificationSettings is not null)
        {
            NotificationWire.Write(writer, _notificationSetting, job.NotificationSettings);
        }

        writer.WriteText(_computeId, job.Compute);
        writer.WriteText(_componentId, job.ComponentId);
        if (job.IsArchived)
        {
            writer.WriteBoolean(_isArchived, true);
        }

        writer.WriteExtras(job.AdditionalProperties);
    }

    /// <summary>Takes the member at hand if it is one of these.</summary>
    public bool TryTake(ref Utf8JsonReader reader) =>
        reader.TryText(_description, ref _descriptionRead)
        || reader.TryMap(_tags, WireValue.Text, ref _tagsRead)
        || reader.TryMap(_properties, WireValue.Text, ref _propertiesRead)
        || reader.TryText(_displayName, ref _displayNameRead)
        || reader.TryWord(_status, ref _statusRead)
        || reader.TryText(_experimentName, ref _experimentNameRead)
        || reader.TryMap(_services, ServiceWire.Read, ref _servicesRead)
        || reader.TryText(_computeId, ref _computeRead)
        || reader.TryFlag(_isArchived, ref _archivedRead)
        || reader.TryObject(_identity, IdentityWire.Read, ref _identityRead)
        || reader.TryText(_componentId, ref _componentRead)
        || reader.TryObject(_notificationSetting, NotificationWire.Read, ref _notificationRead)
        || reader.TryText(_jobType, ref _kind);

    /// <summary>Takes the member at hand, which nobody knows.</summary>
    public bool TakeExtra(ref Utf8JsonReader reader) => _extras.Take(ref reader);

    /// <summary>The job with what was read.</summary>
    public readonly T ApplyTo<T>(T job)
        where T : Job => job with
        {
            DisplayName = _displayNameRead,
            Description = _descriptionRead,
            ExperimentName = _experimentNameRead,
            Tags = _tagsRead,
            Properties = _propertiesRead,
            Identity = _identityRead,
            Services = _servicesRead,
            NotificationSettings = _notificationRead,
            Compute = _computeRead,
            ComponentId = _componentRead,
            IsArchived = _archivedRead ?? false,
            Status = _statusRead,
            AdditionalProperties = _extras.ToMap(),
        };
}
