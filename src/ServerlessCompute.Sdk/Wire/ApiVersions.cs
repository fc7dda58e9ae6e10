using static ServerlessCompute.LateMembers;
using static ServerlessCompute.ServerlessComputeClientOptions;

namespace ServerlessCompute;

/// <summary>
/// Which version of the REST contract a job needs: the oldest that knows every member the job carries, stable ones before previews.
/// Sources: the type data of the versions as Microsoft publishes it, and recorded answers.
/// </summary>
internal static class ApiVersions
{
    /// <summary>The version for everything but jobs that carry late members.</summary>
    public const string Base = "2024-04-01";

    /// <summary>In the order of preference. Members came and went: a priority is in no version after the spring of 2024.</summary>
    private static readonly Contract[] _contracts =
    [
        new(Base, ServiceVersion.V2024_04_01, None),
        new("2025-12-01", ServiceVersion.V2025_12_01, OutputName | DockerArgsList),
        new(
            "2024-01-01-preview",
            ServiceVersion.V2026_05_15_Preview,
            OutputName | OutputVersion | Priority | Ray | Elasticity | PathOnCompute | InputPathOnCompute | OutputLifetime
                | JobSecrets | Autologger | Logbase
                | AutoMlNodes | AutoMlTrialTimeout | AutoMlTrainingMode | AutoMlUnknownFeatures | AutoMlTextTuning | AutoMlTrainingLogs),
        new(
            "2026-05-15-preview",
            ServiceVersion.V2026_05_15_Preview,
            OutputName | OutputVersion | DockerArgsList | Ray | PathOnCompute | ParentJob | LateMembers.FineTuning | Distillation),
    ];

    /// <summary>
    /// The version to send a job with: the first up to the ceiling that knows all its late members; when there is none, the one that
    /// knows most of them.
    /// </summary>
    public static string For(Job job, ServiceVersion ceiling = ServiceVersion.V2026_05_15_Preview) => Choose(LateMember.Of(job), ceiling).Version;

    /// <summary>The version to read jobs with: the newest up to the ceiling, which shows the most members.</summary>
    public static string ForReading(ServiceVersion ceiling) => _contracts.Where(contract => contract.Ceiling <= ceiling).Max(contract => contract.Version)!;

    /// <summary>The first member of a job that the version for it does not know; null when it knows them all.</summary>
    public static UnknownMember? FirstUnknown(Job job, ServiceVersion ceiling)
    {
        LateMembers members = LateMember.Of(job);
        Contract contract = Choose(members, ceiling);
        LateMembers unknown = members & ~contract.Knows;
        if (unknown == None)
        {
            return null;
        }

        var first = (LateMembers)((int)unknown & -(int)unknown);
        string? elsewhere = Array.Find(_contracts, other => other.Knows.HasFlag(first))?.Version;
        return new UnknownMember(LateMember.Path(first), contract.Version, elsewhere);
    }

    private static Contract Choose(LateMembers members, ServiceVersion ceiling)
    {
        Contract best = _contracts[0];
        foreach (Contract contract in _contracts)
        {
            if (contract.Ceiling <= ceiling && Missing(contract, members) < Missing(best, members))
            {
                best = contract;
            }
        }

        return best;
    }

    private static int Missing(Contract contract, LateMembers members) => int.PopCount((int)(members & ~contract.Knows));

    /// <summary>One version of the contract.</summary>
    /// <param name="Version">Its name, as requests carry it.</param>
    /// <param name="Ceiling">The lowest ceiling that allows it.</param>
    /// <param name="Knows">The late members in it.</param>
    private sealed record Contract(string Version, ServiceVersion Ceiling, LateMembers Knows);
}
