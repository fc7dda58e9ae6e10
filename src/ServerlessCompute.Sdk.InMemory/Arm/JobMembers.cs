namespace ServerlessCompute;

/// <summary>Members of a job's answer that come and go with the api-version.</summary>
[Flags]
internal enum JobMembers
{
    None = 0,
    ComponentId = 1,
    NotificationSetting = 1 << 1,
    SecretsConfiguration = 1 << 2,
    ParentJobName = 1 << 3,
    ShmSize = 1 << 4,
    DockerArgsList = 1 << 5,
    Locations = 1 << 6,
    MaxInstanceCount = 1 << 7,
    AssetName = 1 << 8,
    AssetVersion = 1 << 9,
    PathOnCompute = 1 << 10,
    AutoDeleteSetting = 1 << 11,
    AutologgerSettings = 1 << 12,
    QueueSettings = 1 << 13,
    Priority = 1 << 14,
    ServiceNodes = 1 << 15,
    RayDistribution = 1 << 16,
    AutoMlSweep = 1 << 17,
    LogBase = 1 << 18,
    FineTuning = 1 << 19,
}
