using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// A body without what makes no difference to the service: two bodies that say the same have equal canonical forms. Ids of what was
/// registered on the way are replaced by the thing itself.
/// </summary>
internal sealed partial class CanonicalForm
{
    private const int DeepestReference = 8;

    private const string DrawnName = "/codes/{code-";

    // Said by the client about itself, or the same for everything it registers.
    private static readonly FrozenSet<string> _dropped = FrozenSet.Create("_source", "isAnonymous", "isArchived");

    // Here a zero is the default.
    private static readonly FrozenSet<string> _zeroes = FrozenSet.Create(
        "delayEvaluation", "evaluationInterval", "delay_evaluation", "evaluation_interval", "slackFactor", "slackAmount", "slack_factor", "slack_amount",
        "sweepConcurrentTrials", "sweepTrials");

    // Members whose texts are words of enums, which the service reads without case.
    private static readonly FrozenSet<string> _words = FrozenSet.Create(
        "jobType", "goal", "taskType", "primaryMetric", "primary_metric", "samplingAlgorithm", "sampling_algorithm", "samplingAlgorithmType", "policyType",
        "policy_type", "rule", "logVerbosity", "log_verbosity", "mode", "jobInputType", "jobOutputType", "job_input_type", "job_output_type", "jobTier",
        "job_tier", "distributionType", "distribution_type", "identityType", "identity_type", "type", "jobLimitsType", "jobServiceType",
        "job_service_type", "frequency", "weekDays", "triggerType", "actionType", "modelProvider", "shortSeriesHandlingConfig", "useStl",
        "targetAggregateFunction", "stackMetaLearnerType", "environmentType", "osType", "logging_level", "task", "learningRateScheduler", "optimizer");

    private readonly Dictionary<string, JsonNode?> _registered = new(StringComparer.OrdinalIgnoreCase);

    private CanonicalForm(JsonObject entry)
    {
        foreach (JsonNode? registered in entry["registered"]?.AsArray() ?? [])
        {
            _registered[(string)registered!["path"]!] = registered["body"];
        }
    }

    /// <summary>The canonical form of the body that a golden entry sent last.</summary>
    public static JsonObject OfRequest(JsonObject entry)
    {
        JsonObject body = new CanonicalForm(entry).OfObject(entry["request"]!["body"]!.AsObject(), member: "", depth: 0);
        if (body["properties"] is JsonObject properties)
        {
            string name = ((string)entry["request"]!["path"]!).Split('/')[^1];
            string? displayName = properties["displayName"].Text();
            if (displayName == name || displayName == "job-name")
            {
                properties.Remove("displayName");
            }

            // A hash of the specification, in which the code's name is one that the reference draws anew each time.
            if (properties["properties"] is JsonObject own && entry["request"]!["body"]!["properties"]!["componentSpec"]?.ToJsonString().Contains(DrawnName, StringComparison.Ordinal) == true)
            {
                own.Remove("client_component_hash");
                _ = own.Count == 0 && properties.Remove("properties");
            }
        }

        return body;
    }

    private JsonNode? Of(JsonNode? value, string member, int depth) => value switch
    {
        JsonObject members => OfObject(members, member, depth),
        JsonArray items => new JsonArray([.. items.Select(item => Of(item, member, depth))]),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => JsonValue.Create(scalar.GetValue<double>()),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => OfText(scalar.GetValue<string>(), member, depth),
        _ => value?.DeepClone(),
    };

    private JsonObject OfObject(JsonObject members, string member, int depth)
    {
        var canonical = new JsonObject();
        foreach ((string name, JsonNode? value) in OddityRules.SetRight(members, member))
        {
            if (_dropped.Contains(name) || (_zeroes.Contains(name) && IsZero(value)))
            {
                continue;
            }

            if (Of(value, name, depth) is { } said and not (JsonObject { Count: 0 } or JsonArray { Count: 0 }))
            {
                canonical[name] = said;
            }
        }

        if (canonical["name"].Text() == "azureml_anonymous")
        {
            canonical.Remove("name");
            canonical.Remove("version");
        }

        return canonical;
    }

    private JsonNode OfText(string text, string member, int depth)
    {
        string bare = text.StartsWith("azureml:", StringComparison.Ordinal) && !text.StartsWith("azureml://", StringComparison.Ordinal) ? text["azureml:".Length..] : text;
        if (depth < DeepestReference && _registered.TryGetValue(bare, out JsonNode? body))
        {
            return OfRegistered(bare.Split('/')[^4].ToLowerInvariant(), body?["properties"] as JsonObject ?? [], depth);
        }

        if (bare.StartsWith("{workspace}", StringComparison.OrdinalIgnoreCase))
        {
            return bare.ToLowerInvariant();
        }

        if (Seconds(text) is { } seconds)
        {
            return new JsonObject { ["$seconds"] = seconds };
        }

        return _words.Contains(member) ? Separators().Replace(text, "").ToLowerInvariant() : text.Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private JsonObject OfRegistered(string kind, JsonObject properties, int depth) => kind switch
    {
        "codes" => new() { ["$code"] = ((properties["properties"] as JsonObject)?["hash_sha256"] ?? properties["codeUri"])?.DeepClone() },
        "data" => new() { ["$data"] = Of(properties["dataType"], "", 0), ["uri"] = Of(properties["dataUri"], "", 0) },
        "environments" => new()
        {
            ["$environments"] = OfObject(new JsonObject(properties.Where(own => own.Key is not ("properties" or "tags")).Select(own => KeyValuePair.Create(own.Key, own.Value?.DeepClone()))), "", depth + 1),
        },
        _ => new() { ["$" + kind] = Of(properties["componentSpec"], "", depth + 1) },
    };

    private static bool IsZero(JsonNode? value) => value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.Number && scalar.GetValue<double>() == 0;

    private static double? Seconds(string text)
    {
        Match match = Duration().Match(text);
        if (!match.Success || text is "P" or "PT")
        {
            return null;
        }

        double Part(string name) => double.TryParse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out double part) ? part : 0;
        return (((((Part("d") * 24) + Part("h")) * 60) + Part("m")) * 60) + Part("s");
    }

    [GeneratedRegex(@"\A P ((?<d>\d+)D)? (T ((?<h>\d+)H)? ((?<m>\d+)M)? ((?<s>\d+(\.\d+)?)S)? )? \n? \z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Duration();

    [GeneratedRegex(@"[_\-\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
