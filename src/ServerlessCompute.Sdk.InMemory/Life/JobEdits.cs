namespace ServerlessCompute;

/// <summary>What was changed of a job after it was made. JSON texts; null is unchanged.</summary>
internal sealed class JobEdits
{
    public byte[]? Tags { get; set; }

    public byte[]? Properties { get; set; }

    public byte[]? Description { get; set; }

    public byte[]? DisplayName { get; set; }

    public byte[]? NotificationSetting { get; set; }

    public bool? IsArchived { get; set; }
}
