// Writes Arm/Contract/ContractTable.g.cs of the in-memory service from the facts of the REST contract:
//
//     dotnet run build/contract-facts.cs -- <facts.json> <preview facts.json> src/ServerlessCompute.Sdk.InMemory/Arm/Contract
//
// facts.json holds names and values of the 2024-04-01 specification: models with flattened properties (type, required, nullable,
// readOnly, mutability, pattern, default), their discriminators, and enum values. The table keeps what can be reached from a job, from
// the registered assets and from a schedule; fine-tuning comes from the facts of the 2024-07-01-preview. What the facts leave out is
// added below, by hand, from the same specification or from later versions.
using System.Globalization;
using System.Text;
using System.Text.Json;

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: dotnet run build/contract-facts.cs -- <facts.json> <preview facts.json> <folder of the table>");
    return 1;
}

string[] roots = ["JobBaseResource", "CodeVersionResource", "EnvironmentVersionResource", "DataVersionBaseResource", "ModelVersionResource", "ComponentVersionResource", "DatastoreResource", "PendingUploadRequestDto", "QuotaUpdateParameters", "ScheduleResource"];

// What is not looked into: its discriminator is known, its model is not written.
string[] notLookedInto = ["CreateMonitorAction", "EndpointScheduleAction"];

// 'description' stands in the specification's ResourceBase, JobInput and JobOutput and is missing in facts.json. The others came with
// other api-versions; the word in brackets is the JobMembers flag that says with which.
(string Model, string Line)[] additions =
[
    ("*JobBase", "description string null"),
    ("Schedule", "description string null"),
    ("*AssetBase", "description string null"),
    ("*JobInput", "description string null create"),
    ("*JobOutput", "description string null create"),
    ("*JobBase", "parentJobName string null create [ParentJobName]"),
    ("*JobBase", "secretsConfiguration any null create [SecretsConfiguration]"),
    ("CommandJob", "autologgerSettings any null create [AutologgerSettings]"),
    ("JobResourceConfiguration", "locations list:string null create [Locations]"),
    ("JobResourceConfiguration", "maxInstanceCount int null create [MaxInstanceCount]"),
    ("JobResourceConfiguration", "dockerArgsList list:string null create [DockerArgsList]"),
    ("QueueSettings", "priority int null create [Priority]"),
    ("*AssetJobInput", "pathOnCompute string null create [PathOnCompute]"),
    ("*AssetJobOutput", "assetName string null create [AssetName]"),
    ("*AssetJobOutput", "assetVersion string null create [AssetVersion]"),
    ("*AssetJobOutput", "pathOnCompute string null create [PathOnCompute]"),
    ("*AssetJobOutput", "autoDeleteSetting any null create [AutoDeleteSetting]"),
    ("RandomSamplingAlgorithm", "logbase string null [LogBase]"),
];

// Members that stand between others in the recorded answers: behind which one.
(string Model, string Behind, string[] Lines)[] insertions =
[
    ("*TableVertical", "limitSettings", ["sweepSettings any null [AutoMlSweep]", "fixedParameters any null [AutoMlSweep]", "searchSpace any null [AutoMlSweep]"]),
    ("*NlpVertical", "limitSettings", ["sweepSettings any null [AutoMlSweep]", "fixedParameters any null [AutoMlSweep]", "searchSpace any null [AutoMlSweep]"]),
    ("TableVerticalLimitSettings", "maxConcurrentTrials", ["maxNodes int =1 [AutoMlSweep]"]),
    ("TableVerticalLimitSettings", "enableEarlyTermination", ["sweepTrials int =0 [AutoMlSweep]", "sweepConcurrentTrials int =0 [AutoMlSweep]"]),
    ("NlpVerticalLimitSettings", "maxConcurrentTrials", ["maxNodes int =1 [AutoMlSweep]", "trialTimeout duration null [AutoMlSweep]"]),
    ("*TrainingSettings", "enableDnnTraining", ["trainingMode string =\"Auto\" [AutoMlSweep]"]),
];

// Members of the table that versions before 2024-04-01 did not have.
Dictionary<string, string> came = new(StringComparer.Ordinal)
{
    ["componentId"] = "ComponentId",
    ["notificationSetting"] = "NotificationSetting",
    ["queueSettings"] = "QueueSettings",
    ["shmSize"] = "ShmSize",
    ["dockerArgs"] = "ShmSize",
    ["nodes"] = "ServiceNodes",
};

const string Ray = """
    model Ray
     distributionType DistributionType required create
     port int null create
     address string null create
     includeDashboard bool null create
     dashboardPort int null create
     headNodeAdditionalArgs string null create
     workerNodeAdditionalArgs string null create
    """;

using JsonDocument facts = JsonDocument.Parse(File.ReadAllBytes(args[0]));
using JsonDocument preview = JsonDocument.Parse(File.ReadAllBytes(args[1]));
JsonElement models = facts.RootElement.GetProperty("models");
JsonElement enums = facts.RootElement.GetProperty("enums");
var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
foreach (string root in roots)
{
    Write(root);
}

models = preview.RootElement.GetProperty("models");
enums = preview.RootElement.GetProperty("enums");
Write("FineTuningJob");
written["Ray"] = Ray;
string[] parts = [.. written.Values.Chunk((written.Count + 3) / 4).Select(chunk => string.Join('\n', chunk))];
for (int part = 0; part < parts.Length; part++)
{
    File.WriteAllText(Path.Combine(args[2], part == 0 ? "ContractTable.g.cs" : $"ContractTable.Part{part + 1}.g.cs"), Source(part));
}

return 0;

string Source(int part)
{
    var file = new StringBuilder();
    file.Append($$"""
        // <auto-generated>
        // Made by build/contract-facts.cs from the facts of the REST contract, api-version {{facts.RootElement.GetProperty("apiVersion").GetString()}}, and for fine-tuning {{preview.RootElement.GetProperty("apiVersion").GetString()}}. Do not edit.
        // </auto-generated>
        #nullable enable
        namespace ServerlessCompute;


        """);
    file.Append(part > 0 ? "" : """
        /// <summary>
        /// The contract of the jobs' bodies, of the registered assets, of schedules and of quota. 'model' begins a type, whose members stand below it: name,
        /// type (map:T and list:T hold T, map?:T may hold null), and what goes for it: required, null, readonly, create (cannot be changed later),
        /// a form (nonblank, size), '=' with the default, and in brackets the JobMembers that say which api-versions know it. 'switch' names the
        /// member that decides between models ('-' is not looked into). 'enum' lists words.
        /// </summary>

        """);
    file.Append("internal static partial class ContractTable\n{\n");
    if (part == 0)
    {
        file.Append("    /// <summary>The whole table, in the order of the names.</summary>\n    public static byte[] Text { get; } = [.. Part1, .. ")
            .AppendJoin(", .. ", Enumerable.Range(2, parts.Length - 1).Select(p => $"Part{p}")).Append("];\n\n");
    }

    file.Append("    private static ReadOnlySpan<byte> Part").Append(CultureInfo.InvariantCulture, $"{part + 1} =>\n        \"\"\"\n");
    foreach (string line in parts[part].Split('\n'))
    {
        file.Append("        ").Append(line.TrimEnd()).Append('\n');
    }

    return file.Append(part == parts.Length - 1 ? "" : "\n").Append("        \"\"\"u8;\n}\n").ToString();
}

void Write(string name)
{
    if (written.ContainsKey(name))
    {
        return;
    }

    if (enums.TryGetProperty(name, out JsonElement words))
    {
        written[name] = $"enum {name} {string.Join(' ', words.GetProperty("values").EnumerateArray().Select(v => v.GetString()))}{name switch { "DistributionType" => " Ray", "JobType" => " FineTuning", _ => "" }}";
        return;
    }

    if (!models.TryGetProperty(name, out JsonElement model))
    {
        return;
    }

    written[name] = "";
    if (model.TryGetProperty("derived", out JsonElement derived))
    {
        var choices = new List<string>();
        foreach (string choice in derived.EnumerateArray().Select(d => d.GetString()!))
        {
            bool look = !notLookedInto.Contains(choice, StringComparer.Ordinal);
            choices.Add($"{models.GetProperty(choice).GetProperty("discriminatorValue").GetString()}={(look ? choice : "-")}");
            if (look)
            {
                Write(choice);
            }
        }

        choices.AddRange(name switch
        {
            "DistributionConfiguration" => ["Ray=Ray[RayDistribution]"],
            "JobBase" => ["FineTuning=FineTuningJob[FineTuning]"],
            _ => [],
        });

        written[name] = $"switch {name} {model.GetProperty("discriminator").GetString()} {string.Join(' ', choices)}";
        return;
    }

    HashSet<string> bases = [name];
    Collect(model, bases);
    bool Is(string target) => target == name || (target[0] == '*' && bases.Contains(target[1..]));
    var text = new StringBuilder($"model {name}");

    // Recorded: what all tasks of AutoML have comes first.
    foreach (JsonProperty property in model.GetProperty("properties").EnumerateObject().OrderBy(p => bases.Contains("AutoMLVertical") && p.Name is "logVerbosity" or "trainingData" or "targetColumnName" ? 0 : 1))
    {
        text.Append("\n ").Append(property.Name).Append(' ').Append(Type(property.Value)).Append(Rules(property));
        foreach (string line in insertions.Where(i => Is(i.Model) && i.Behind == property.Name).SelectMany(i => i.Lines))
        {
            text.Append("\n ").Append(line);
        }
    }

    foreach ((string target, string line) in additions)
    {
        if (Is(target))
        {
            text.Append("\n ").Append(line);
        }
    }

    written[name] = text.ToString();
}

void Collect(JsonElement model, HashSet<string> bases)
{
    if (model.TryGetProperty("base", out JsonElement own))
    {
        foreach (string name in own.EnumerateArray().Select(b => b.GetString()!))
        {
            if (bases.Add(name) && models.TryGetProperty(name, out JsonElement above))
            {
                Collect(above, bases);
            }
        }
    }
}

string Type(JsonElement property)
{
    string type = property.GetProperty("type").GetString()!;
    bool nullable = property.TryGetProperty("valuesNullable", out JsonElement n) && n.GetBoolean();
    return Simple(type, nullable);
}

string Simple(string type, bool valuesNullable)
{
    if (type.StartsWith("map<", StringComparison.Ordinal))
    {
        return $"map{(valuesNullable ? "?" : "")}:{Simple(type[4..^1], false)}";
    }

    if (type.StartsWith("array<", StringComparison.Ordinal))
    {
        return $"list:{Simple(type[6..^1], false)}";
    }

    string simple = type switch
    {
        "boolean" => "bool",
        "object" => "any",
        "string(duration)" => "duration",
        "string(uuid)" => "uuid",
        "integer(int64)" => "long",
        _ when type.StartsWith("integer", StringComparison.Ordinal) => "int",
        _ when type.StartsWith("number", StringComparison.Ordinal) => "number",
        _ when type.StartsWith("string", StringComparison.Ordinal) => "string",
        _ when type.StartsWith("enum(", StringComparison.Ordinal) => Nameless(type[5..^1]),
        _ => type,
    };
    Write(simple);
    return simple;
}

// An enum that the specification gives no name is named by its words.
string Nameless(string words)
{
    written[words] = $"enum {words} {words.Replace('|', ' ')}";
    return words;
}

string Rules(JsonProperty property)
{
    bool Is(string rule) => property.Value.TryGetProperty(rule, out JsonElement value) && value.ValueKind == JsonValueKind.True;
    var rules = new StringBuilder();
    rules.Append(Is("required") ? " required" : "").Append(Is("nullable") ? " null" : "").Append(Is("readOnly") ? " readonly" : "");
    if (property.Value.TryGetProperty("mutability", out JsonElement mutability) && !mutability.EnumerateArray().Any(m => m.GetString() == "update") && !Is("readOnly"))
    {
        rules.Append(" create");
    }

    if (property.Value.TryGetProperty("pattern", out JsonElement pattern))
    {
        rules.Append(pattern.GetString() == "[a-zA-Z0-9_]" ? " nonblank" : " size");
    }

    if (property.Value.TryGetProperty("default", out JsonElement value))
    {
        rules.Append(" =").Append(Default(value));
    }

    return came.TryGetValue(property.Name, out string? flag) ? $"{rules} [{flag}]" : rules.ToString();
}

// Objects stand in the facts as text; their members are spelled as in requests.
string Default(JsonElement value) => value.ValueKind switch
{
    JsonValueKind.String when value.GetString()! is ['{', ..] json => json.Replace(" ", "", StringComparison.Ordinal).Replace("\"Mode\"", "\"mode\"", StringComparison.Ordinal).Replace("\"Value\"", "\"value\"", StringComparison.Ordinal),
    JsonValueKind.String => $"\"{value.GetString()}\"",
    JsonValueKind.True or JsonValueKind.False => value.GetBoolean() ? "true" : "false",
    _ => value.GetRawText(),
};
