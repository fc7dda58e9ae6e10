// Writes tests/ServerlessCompute.Sdk.Conformance.Tests/Contract/contract.txt, what the conformance tests know of the REST contract:
//
//     dotnet run build/conformance-facts.cs -- <2024-04-01/facts.json> <2024-07-01-preview/facts.json> <contract.txt>
//
// A facts.json holds names and values of one version of the specification: models with flattened properties, their discriminators, enum
// values. The newer of the two gives the models of fine-tuning. What other versions have beyond them stands below, taken from the type data
// that Microsoft publishes for each version. This is not the engine's table (build/contract-facts.cs) and shares nothing with it: a slip in
// one must not agree with itself in the other.
using System.Text;
using System.Text.Json;

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: dotnet run build/conformance-facts.cs -- <facts.json> <facts.json of the preview> <contract.txt>");
    return 1;
}

const string Preview24 = "2024-01-01-preview";
const string Stable25 = "2025-12-01";
const string Preview26 = "2026-05-15-preview";
string[] roots =
[
    "JobBaseResource", "ScheduleResource", "CodeVersionResource", "EnvironmentVersionResource", "ComponentVersionResource",
    "DataVersionBaseResource", "ModelVersionResource", "DatastoreResource", "PendingUploadRequestDto", "QuotaUpdateParameters", "SecretExpiry",
];

// Known by name, and nothing of them is looked into: this library never sends them.
HashSet<string> closed = ["EndpointScheduleAction", "CreateMonitorAction", "DistillationJob"];

// Members that facts.json leaves out (their name is the word that it drops), and members of other versions. A name behind '*' means all
// models that have it as a base.
(string Model, string Member, string[] Versions)[] members =
[
    ("*ResourceBase", "description string null", []),
    ("*JobInput", "description string null", []),
    ("*JobOutput", "description string null", []),
    ("*AssetJobInput", "pathOnCompute string null", [Preview24]),
    ("*AssetJobOutput", "assetName string null", [Preview24, Stable25, Preview26]),
    ("*AssetJobOutput", "assetVersion string null", [Preview24, Preview26]),
    ("*AssetJobOutput", "pathOnCompute string null", [Preview24, Preview26]),
    ("*AssetJobOutput", "autoDeleteSetting any null", [Preview24]),
    ("*JobBase", "parentJobName string null", [Preview26]),
    ("*JobBase", "secretsConfiguration any null", [Preview24]),
    ("CommandJob", "autologgerSettings any null", [Preview24]),
    ("SweepJob", "resources JobResourceConfiguration", [Preview24]),
    ("SweepJob", "componentConfiguration any null", [Preview24]),
    ("JobResourceConfiguration", "locations list:string null", [Preview24]),
    ("JobResourceConfiguration", "maxInstanceCount int null", [Preview24]),
    ("JobResourceConfiguration", "dockerArgsList list:string null", [Stable25, Preview26]),
    ("QueueSettings", "priority int null", [Preview24]),
    ("RandomSamplingAlgorithm", "logbase string null", [Preview24]),
    ("*FineTuningVertical", "model MLFlowModelJobInput required", [Preview24]),
    ("*FineTuningVertical", "model JobInput required", [Preview26]),
    ("FineTuningJob", "resources JobResources", [Preview26]),
    ("FineTuningJob", "queueSettings QueueSettings null", [Preview26]),
    ("ForecastingSettings", "featuresUnknownAtForecastTime list:string null", [Preview24]),
    ("ImageModelSettingsObjectDetection", "logTrainingMetrics LogTrainingMetrics", [Preview24]),
    ("ImageModelSettingsObjectDetection", "logValidationLoss LogValidationLoss", [Preview24]),
    ("*TrainingSettings", "trainingMode TrainingMode", [Preview24]),
    ("TableVerticalLimitSettings", "maxNodes int", [Preview24]),
    ("TableVerticalLimitSettings", "sweepConcurrentTrials int", [Preview24]),
    ("TableVerticalLimitSettings", "sweepTrials int", [Preview24]),
    ("*TableVertical", "fixedParameters any null", [Preview24]),
    ("*TableVertical", "searchSpace list:any null", [Preview24]),
    ("*TableVertical", "sweepSettings TableSweepSettings null", [Preview24]),
    ("NlpVerticalLimitSettings", "maxNodes int", [Preview24]),
    ("NlpVerticalLimitSettings", "trialTimeout duration null", [Preview24]),
    ("*NlpVertical", "fixedParameters NlpFixedParameters null", [Preview24]),
    ("*NlpVertical", "searchSpace list:NlpParameterSubspace null", [Preview24]),
    ("*NlpVertical", "sweepSettings NlpSweepSettings null", [Preview24]),
];

// Models and enums of other versions; secrets that expire came with 2024-10-01-preview.
Dictionary<string, string> models = new()
{
    ["Ray"] = """
        model Ray
         distributionType string required
         port int null
         address string null
         includeDashboard bool null
         dashboardPort int null
         headNodeAdditionalArgs string null
         workerNodeAdditionalArgs string null
        """,
    ["TableSweepSettings"] = """
        model TableSweepSettings
         samplingAlgorithm SamplingAlgorithmType required
         earlyTermination EarlyTerminationPolicy null
        """,
    ["NlpSweepSettings"] = """
        model NlpSweepSettings
         samplingAlgorithm SamplingAlgorithmType required
         earlyTermination EarlyTerminationPolicy null
        """,
    ["NlpFixedParameters"] = """
        model NlpFixedParameters
         gradientAccumulationSteps int null
         learningRate number null
         learningRateScheduler NlpLearningRateScheduler
         modelName string null
         numberOfEpochs int null
         trainingBatchSize int null
         validationBatchSize int null
         warmupRatio number null
         weightDecay number null
        """,
    ["NlpParameterSubspace"] = """
        model NlpParameterSubspace
         gradientAccumulationSteps string null
         learningRate string null
         learningRateScheduler string null
         modelName string null
         numberOfEpochs string null
         trainingBatchSize string null
         validationBatchSize string null
         warmupRatio string null
         weightDecay string null
        """,
    ["SecretExpiry"] = """
        model SecretExpiry
         expirableSecret bool @2024-10-01-preview
         expireAfterHours int @2024-10-01-preview
        """,
    ["NlpLearningRateScheduler"] = "enum NlpLearningRateScheduler None Linear Cosine CosineWithRestarts Polynomial Constant ConstantWithWarmup",
    ["TrainingMode"] = "enum TrainingMode Auto Distributed NonDistributed",
    ["LogTrainingMetrics"] = "enum LogTrainingMetrics Enable Disable",
    ["LogValidationLoss"] = "enum LogValidationLoss Enable Disable",
};

// Kinds that not every version has, beyond those of facts.json.
(string Switch, string Word, string Model, string[] Versions)[] choices =
[
    ("JobBase", "FineTuning", "FineTuningJob", [Preview24, Preview26]),
    ("JobBase", "Distillation", "DistillationJob", [Preview26]),
    ("DistributionConfiguration", "Ray", "Ray", [Preview24, Preview26]),
];

JsonElement stable = JsonDocument.Parse(File.ReadAllBytes(args[0])).RootElement;
JsonElement preview = JsonDocument.Parse(File.ReadAllBytes(args[1])).RootElement;
var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
foreach (string root in roots)
{
    Write(root);
}

File.WriteAllText(args[2], $"""
    # Names and rules of the REST contract, made by build/conformance-facts.cs from the specification of {stable.GetProperty("apiVersion").GetString()}.
    # 'model' begins a type; its members follow: name, type (map:T and list:T hold T, map?:T may hold null), required, null, readonly, the
    # versions that alone know it behind '@', and behind '~' the pattern of its text. 'switch' names the member that decides between models
    # ('-' is not looked into). 'enum' lists words.
    {string.Join('\n', written.Values)}

    """.ReplaceLineEndings("\n"));
return 0;

void Write(string name)
{
    if (written.ContainsKey(name))
    {
        return;
    }

    if (models.TryGetValue(name, out string? own))
    {
        written[name] = own;
        foreach (string line in own.Split('\n').Skip(1))
        {
            Write(line.TrimStart().Split(' ')[1]);
        }
    }
    else if (Find("enums", name) is { } words)
    {
        written[name] = $"enum {name} {string.Join(' ', words.GetProperty("values").EnumerateArray().Select(v => v.GetString()))}";
    }
    else if (Find("models", name) is { } model)
    {
        written[name] = "";
        written[name] = model.TryGetProperty("derived", out JsonElement derived) ? Switch(name, model, derived) : Model(name, model);
    }
}

JsonElement? Find(string table, string name) =>
    stable.GetProperty(table).TryGetProperty(name, out JsonElement found) || preview.GetProperty(table).TryGetProperty(name, out found) ? found : null;

string Switch(string name, JsonElement model, JsonElement derived)
{
    var text = new StringBuilder($"switch {name} {model.GetProperty("discriminator").GetString()}");
    foreach (string choice in derived.EnumerateArray().Select(d => d.GetString()!))
    {
        Choose(Find("models", choice)!.Value.GetProperty("discriminatorValue").GetString()!, choice, []);
    }

    foreach ((_, string word, string choice, string[] versions) in choices.Where(c => c.Switch == name))
    {
        Choose(word, choice, versions);
    }

    return text.ToString();

    void Choose(string word, string choice, string[] versions)
    {
        text.Append(' ').Append(word).Append('=').Append(closed.Contains(choice) ? "-" : choice).Append(Since(versions, ""));
        if (!closed.Contains(choice))
        {
            Write(choice);
        }
    }
}

string Model(string name, JsonElement model)
{
    var text = new StringBuilder($"model {name}");
    HashSet<string> bases = [name];
    Collect(model, bases);
    (string Model, string Member, string[] Versions)[] own = [.. members.Where(m => m.Model == name || (m.Model[0] == '*' && bases.Contains(m.Model[1..])))];
    foreach (JsonProperty property in model.GetProperty("properties").EnumerateObject().Where(p => !own.Any(m => m.Member.Split(' ')[0] == p.Name)))
    {
        bool Is(string rule) => property.Value.TryGetProperty(rule, out JsonElement value) && value.ValueKind == JsonValueKind.True;
        text.Append("\n ").Append(property.Name).Append(' ').Append(Type(property.Value.GetProperty("type").GetString()!, Is("valuesNullable")));
        text.Append(Is("required") ? " required" : "").Append(Is("nullable") ? " null" : "").Append(Is("readOnly") ? " readonly" : "");
        text.Append(property.Value.TryGetProperty("pattern", out JsonElement pattern) ? $" ~{pattern.GetString()}" : "");
    }

    foreach ((_, string member, string[] versions) in own)
    {
        text.Append("\n ").Append(member).Append(Since(versions, " "));
        Write(member.Split(' ')[1].Split(':')[^1]);
    }

    return text.ToString();
}

void Collect(JsonElement model, HashSet<string> bases)
{
    if (model.TryGetProperty("base", out JsonElement own))
    {
        foreach (string name in own.EnumerateArray().Select(b => b.GetString()!).Where(bases.Add))
        {
            if (Find("models", name) is { } above)
            {
                Collect(above, bases);
            }
        }
    }
}

string Type(string type, bool valuesMayBeNull)
{
    if (type.StartsWith("map<", StringComparison.Ordinal))
    {
        return $"map{(valuesMayBeNull ? "?" : "")}:{Type(type[4..^1], valuesMayBeNull: false)}";
    }

    if (type.StartsWith("array<", StringComparison.Ordinal))
    {
        return $"list:{Type(type[6..^1], valuesMayBeNull: false)}";
    }

    string simple = type.Split('(') switch
    {
        ["boolean", ..] => "bool",
        ["object", ..] => "any",
        ["integer", "int64)"] => "long",
        ["integer", ..] => "int",
        ["number", ..] => "number",
        ["string", "duration)"] => "duration",
        ["string", "uuid)"] => "uuid",
        ["string" or "enum", ..] => "string",
        _ => type,
    };
    Write(simple);
    return simple;
}

static string Since(string[] versions, string before) => versions.Length == 0 ? "" : $"{before}@{string.Join(',', versions)}";
