using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// Which api-versions know which members of a job. Facts of the recordings (one job read with two versions a minute apart), of the type
/// data of the stable versions, and between them of the nearest version that was seen.
/// </summary>
internal static class JobMemberTable
{
    private const string Ever = "9999-12-31";
    private const string Never = Ever;

    private static readonly Row[] Rows =
    [
        // member                          stable from     preview from  preview until (and again from)
        new(JobMembers.ComponentId,          "2022-10-01", "2022-06-01", Ever, Never),
        new(JobMembers.ShmSize,              "2022-10-01", "2022-06-01", Ever, Never),
        new(JobMembers.ServiceNodes,         "2022-10-01", "2022-10-01", Ever, Never),
        new(JobMembers.QueueSettings,        "2023-10-01", "2022-12-01", Ever, Never),
        new(JobMembers.Priority,             Never,        "2022-12-01", "2024-04-01", Never),
        new(JobMembers.NotificationSetting,  "2024-04-01", "2023-02-01", Ever, Never),
        new(JobMembers.SecretsConfiguration, Never,        "2023-04-01", "2024-04-01", Never),
        new(JobMembers.AutologgerSettings,   Never,        "2022-10-01", "2024-04-01", Never),
        new(JobMembers.Locations,            Never,        "2023-02-01", "2024-04-01", Never),
        new(JobMembers.MaxInstanceCount,     Never,        "2023-04-01", "2024-04-01", Never),
        new(JobMembers.AssetName,            "2025-12-01", "2022-12-01", "2024-04-01", "2024-10-01"),
        new(JobMembers.AssetVersion,         Never,        "2022-12-01", "2024-04-01", "2026-05-15"),
        new(JobMembers.PathOnCompute,        Never,        "2023-06-01", "2024-04-01", "2026-05-15"),
        new(JobMembers.AutoDeleteSetting,    Never,        "2023-04-01", "2024-04-01", Never),
        new(JobMembers.DockerArgsList,       "2025-12-01", "2025-01-01", Ever, Never),
        new(JobMembers.RayDistribution,      Never,        "2023-04-01", Ever, Never),
        new(JobMembers.ParentJobName,        Never,        "2025-01-01", Ever, Never),
        new(JobMembers.AutoMlSweep,          Never,        "2022-10-01", Ever, Never),
        new(JobMembers.LogBase,              Never,        "2023-02-01", Ever, Never),
        new(JobMembers.FineTuning,           Never,        "2024-01-01", Ever, Never),
    ];

    public static JobMembers Of(ApiVersion version)
    {
        JobMembers members = JobMembers.None;
        foreach (Row row in Rows)
        {
            members |= row.Knows(version) ? row.Member : JobMembers.None;
        }

        return members;
    }

    private sealed record Row(JobMembers Member, string StableFrom, string PreviewFrom, string PreviewUntil, string PreviewAgain)
    {
        public bool Knows(ApiVersion version) => version.IsPreview
            ? (version.Date >= Day(PreviewFrom) && version.Date <= Day(PreviewUntil)) || version.Date >= Day(PreviewAgain)
            : version.Date >= Day(StableFrom);

        private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
