using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The members that a job of another type than Command has of its own, written along the contract's model: each member is there, with what
/// was sent, with the service's default, or null; words come in the contract's case (recorded).
/// </summary>
internal static class JobAnswer
{
    // The envelope of every job is written by JobDocument.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "description", "tags", "properties", "jobType", "displayName", "status", "experimentName", "services", "computeId", "isArchived", "identity",
        "componentId", "notificationSetting", "parentJobName", "secretsConfiguration",
    };

    public static void WriteOwn(Utf8JsonWriter writer, JobRecord? job, string jobType, ReadOnlySpan<byte> body, JobMembers members)
    {
        foreach (ContractMember member in ContractModels.Model(ModelOf(jobType)).Members)
        {
            if (!Common.Contains(member.Name) && Knows(member, members))
            {
                WriteMember(writer, member, JsonScan.Value(body, member.Utf8Name), members, job, jobType);
            }
        }
    }

    /// <summary>Writes any part of a body along its model.</summary>
    public static void WriteModel(Utf8JsonWriter writer, ContractModel model, ReadOnlySpan<byte> sent, JobMembers members)
    {
        if (model.Discriminator is { } discriminator)
        {
            string? word = JsonScan.Text(JsonScan.Value(sent, Encoding.UTF8.GetBytes(discriminator)));
            if (model.Choices.FirstOrDefault(c => c.Word.Equals(word, StringComparison.OrdinalIgnoreCase))?.Model is not { } chosen)
            {
                writer.WriteRawValue(sent, skipInputValidation: true);
                return;
            }

            model = ContractModels.Model(chosen);
        }

        writer.WriteStartObject();
        foreach (ContractMember member in model.Members)
        {
            ReadOnlySpan<byte> value = JsonScan.Value(sent, member.Utf8Name);

            // Recorded: the resources of a sweep's trial are answered without the shared memory that nobody sent.
            if (Knows(member, members) && !member.IsReadOnly)
            {
                if (model.Name == "TrialComponent" && member.Name == "resources")
                {
                    JobParts.WriteResources(writer, value, members, withSharedMemory: !JsonScan.Value(value, "shmSize"u8).IsEmpty);
                }
                else
                {
                    WriteMember(writer, member, value, members, job: null, jobType: "");
                }
            }
        }

        writer.WriteEndObject();
    }

    private static string ModelOf(string jobType) => jobType == "AutoML" ? "AutoMLJob" : $"{jobType}Job";

    private static bool Knows(ContractMember member, JobMembers members) => member.Since == JobMembers.None || members.HasFlag(member.Since);

    private static void WriteMember(Utf8JsonWriter writer, ContractMember member, ReadOnlySpan<byte> value, JobMembers members, JobRecord? job, string jobType)
    {
        ContractShape shape = member.Shape;
        switch (shape.Name ?? shape.Items?.Name)
        {
            case "JobInput" when shape.Type == ContractType.Map:
                JobParts.WriteInputs(writer, value, members);
                return;
            case "JobOutput" when shape.Type == ContractType.Map:
                // Recorded: only what runs a command itself has an output of its own.
                JobParts.WriteOutputs(writer, jobType is "Sweep" or "Spark" ? job?.Name : null, value, members);
                return;
            case "JobResourceConfiguration":
                JobParts.WriteResources(writer, value, members);
                return;
            case "DistributionConfiguration":
                JobParts.WriteDistribution(writer, value);
                return;
            case "QueueSettings" when jobType == "FineTuning" && JsonScan.IsNullOrAbsent(value):
                writer.WriteNull("queueSettings"u8);
                return;
            case "QueueSettings":
                // Recorded in 2026: an AutoML job that asks for Standard is answered Null.
                bool standard = jobType == "AutoML" && JsonScan.IsText(JsonScan.Value(value, "jobTier"u8), "Standard");
                JobParts.WriteQueueSettings(writer, standard ? default : value, members);
                return;
        }

        writer.WritePropertyName(member.Utf8Name);
        WriteValue(writer, shape, JsonScan.IsNullOrAbsent(value) ? member.Default : value, members);
    }

    private static void WriteValue(Utf8JsonWriter writer, ContractShape shape, ReadOnlySpan<byte> value, JobMembers members)
    {
        switch (shape.Type)
        {
            case var _ when JsonScan.IsNullOrAbsent(value):
                writer.WriteNullValue();
                break;
            case ContractType.Model when shape.Name!.EndsWith("JobInput", StringComparison.Ordinal):
                JobParts.WriteInput(writer, value, members);
                break;
            case ContractType.Model:
                WriteModel(writer, ContractModels.Model(shape.Name!), value, members);
                break;
            case ContractType.Word:
                string word = JsonScan.Text(value)!;
                writer.WriteStringValue(Array.Find(ContractModels.Words(shape.Name!), w => w.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? word);
                break;
            case ContractType.Map when shape.Items!.Type == ContractType.Text:
                writer.WriteStartObject();
                writer.TextMap(value);
                writer.WriteEndObject();
                break;
            case ContractType.List when shape.Items!.Type == ContractType.Model:
                writer.WriteStartArray();
                foreach (JsonElement item in JsonElement.Parse(value).EnumerateArray())
                {
                    WriteValue(writer, shape.Items, Encoding.UTF8.GetBytes(item.GetRawText()), members);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(value, skipInputValidation: true);
                break;
        }
    }
}
