using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The tags and properties of a job: those of the user, and behind them those that the service writes while the job lives (recorded).</summary>
internal static class JobNotes
{
    private const string ComputeTargetStatus = "_aml_system_ComputeTargetStatus";

    private static readonly string[] SystemProperties =
        ["_azureml.ComputeTargetType", "_azureml.ClusterName", "ProcessInfoFile", "ProcessStatusFile", "StartTimeUtc", "EndTimeUtc"];

    /// <summary>Whether a tag or property belongs to the service, so that a client's copy of it does not count.</summary>
    public static bool IsSystem(string name) => name.StartsWith("_aml_system_", StringComparison.Ordinal) || Array.IndexOf(SystemProperties, name) >= 0;

    public static void WriteTags(Utf8JsonWriter writer, JobRecord job, ReadOnlySpan<byte> users)
    {
        Write(writer, users, NotesOfKin(job, static (state, j) => state.Tags(j)));
        if (job.Placement?.Size is not null)
        {
            int running = job.Phase is JobPhase.Running or JobPhase.Finalizing ? job.NodeCount : 0;
            int preparing = job.HasNodes && running == 0 ? job.NodeCount : 0;
            writer.WriteString(
                ComputeTargetStatus,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{{\"AllocationState\":\"{(preparing > 0 ? "resizing" : "steady")}\",\"PreparingNodeCount\":{preparing},\"RunningNodeCount\":{running},\"CurrentNodeCount\":{preparing + running}}}"));
        }
    }

    public static void WriteProperties(Utf8JsonWriter writer, JobRecord job, ReadOnlySpan<byte> users, bool isDefinition = false)
    {
        Write(writer, users, NotesOfKin(job, static (state, j) => state.Properties(j)));
        if (isDefinition || job.Life is ParentLife)
        {
            return;
        }

        writer.WriteString("_azureml.ComputeTargetType"u8, "amlctrain"u8);
        writer.TextMember("_azureml.ClusterName"u8, job.Cluster?.Name);
        if (job.Placement?.Size is not null)
        {
            writer.WriteString("ProcessInfoFile"u8, "azureml-logs/process_info.json"u8);
            writer.WriteString("ProcessStatusFile"u8, "azureml-logs/process_status.json"u8);
        }

        if (job.StartedAt is { } start)
        {
            writer.WriteString("StartTimeUtc"u8, Seconds(start));
            if (job.EndedAt is { } end)
            {
                writer.WriteString("EndTimeUtc"u8, Seconds(end));
            }
        }
    }

    /// <summary>What the service notes on jobs of this kind, and on children of such a parent.</summary>
    private static IReadOnlyList<KeyValuePair<string, string?>> NotesOfKin(JobRecord job, Func<LifeState, JobRecord, IEnumerable<KeyValuePair<string, string?>>> notes) =>
        job.Kin is { } kin ? [.. kin.Role is null ? [] : notes(kin.Role, job), .. kin.State is null ? [] : notes(kin.State, job)] : [];

    /// <summary>The user's, without his copies of the service's, and then the service's.</summary>
    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> users, IReadOnlyList<KeyValuePair<string, string?>> services)
    {
        if (users.Length > 2)
        {
            foreach (JsonMember member in JsonScan.Members(users))
            {
                if (!IsSystem(member.Name) && !Has(services, member.Name))
                {
                    writer.TextMember(System.Text.Encoding.UTF8.GetBytes(member.Name), JsonScan.Text(member.Value));
                }
            }
        }

        foreach (KeyValuePair<string, string?> note in services)
        {
            writer.TextMember(System.Text.Encoding.UTF8.GetBytes(note.Key), note.Value);
        }
    }

    private static bool Has(IReadOnlyList<KeyValuePair<string, string?>> notes, string name)
    {
        foreach (KeyValuePair<string, string?> note in notes)
        {
            if (note.Key == name)
            {
                return true;
            }
        }

        return false;
    }

    private static string Seconds(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
