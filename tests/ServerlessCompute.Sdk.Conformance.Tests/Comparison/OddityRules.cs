using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>Sets right what the reference client is known to get wrong, before bodies are compared.</summary>
internal static partial class OddityRules
{
    /// <summary>The members of an object as the contract has them.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> SetRight(JsonObject members, string name)
    {
        if (name is "environmentVariables" or "environment_variables")
        {
            return members.Select(variable => KeyValuePair.Create(variable.Key, AsText(variable.Value)));
        }

        bool isAutoMl = string.Equals(members["jobType"].Text(), "automl", StringComparison.OrdinalIgnoreCase);
        bool isSweep = members["jobType"].Text() == "Sweep" && members["trial"] is JsonObject;
        bool isSweepStep = members["type"].Text() == "sweep" && members.ContainsKey("trial") && members.ContainsKey("name");
        return from member in members
               where !(isSweep && member.Key == "resources") && !(isSweepStep && member.Key == "identity")
               let value = isAutoMl && member.Key is "resources" or "queueSettings" ? Respelled(member.Value)
                   : isSweep && member.Key == "trial" ? WithResources(member.Value!.AsObject(), members["resources"])
                   : member.Value
               select KeyValuePair.Create(member.Key, value);
    }

    // The contract has a map of texts; the reference lets numbers and booleans through.
    private static JsonNode? AsText(JsonNode? value) => value is null || value.GetValueKind() == JsonValueKind.String ? value : JsonValue.Create(value.ToJsonString().ToLowerInvariant());

    // Of AutoML the reference sends these two in snake case.
    private static JsonNode? Respelled(JsonNode? value) => value is JsonObject members
        ? new JsonObject(members.Select(member => KeyValuePair.Create(Snake().Replace(member.Key, match => match.Groups[1].Value.ToUpperInvariant()), member.Value?.DeepClone())))
        : value;

    // A sweep's resources may stand in the job, in its trial, or in both.
    private static JsonObject WithResources(JsonObject trial, JsonNode? ofJob)
    {
        var copy = (JsonObject)trial.DeepClone();
        if (copy["resources"] is not JsonObject { Count: > 0 })
        {
            copy["resources"] = ofJob?.DeepClone();
        }

        return copy;
    }

    [GeneratedRegex("_([a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Snake();
}
