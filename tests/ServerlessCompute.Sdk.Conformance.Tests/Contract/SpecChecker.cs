using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ServerlessCompute;

/// <summary>
/// Holds bodies against the contract of one version: types, required members, words of enums, patterns, and nothing that the version does
/// not know. What the contract leaves open (a pipeline's steps, a component's specification) is open here.
/// </summary>
internal sealed partial class SpecChecker
{
    private readonly string _version;
    private readonly List<SpecProblem> _problems = [];

    private SpecChecker(string version) => _version = version;

    /// <summary>What is wrong with the bodies that were sent to a service.</summary>
    public static IReadOnlyList<SpecProblem> Check(IEnumerable<StandInRequest> requests) =>
    [
        .. from request in requests
           where request.Body is not null && !request.IsStorage
           let path = request.Path.Replace(StandInService.Workspace, "", StringComparison.Ordinal)
           let model = SpecRoutes.ModelOf(path)
           from problem in model is null
               ? [new SpecProblem(SpecProblemKind.UnknownRoute, path, request.Method, "the contract has no body there")]
               : Check(model, request.Body, request.ApiVersion ?? "")
           select problem with { Path = $"{path}: {problem.Path}" },
    ];

    /// <summary>What is wrong with one body.</summary>
    public static IReadOnlyList<SpecProblem> Check(string model, JsonNode? body, string version)
    {
        var checker = new SpecChecker(version);
        checker.CheckValue(body, new SpecShape(model), "");
        return checker._problems;
    }

    private void CheckValue(JsonNode? value, SpecShape shape, string path)
    {
        switch (shape.Name)
        {
            case "any":
                break;
            case "map":
                CheckItems((value as JsonObject)?.Select(item => ($"{path}.{item.Key}", item.Value)), value, shape, path);
                break;
            case "list":
                CheckItems((value as JsonArray)?.Select((item, i) => ($"{path}[{i}]", item)), value, shape, path);
                break;
            case "string" or "int" or "long" or "number" or "bool" or "duration" or "uuid":
                Demand(IsOf(shape.Name, value), SpecProblemKind.WrongType, path, value, $"is to be {shape.Name}");
                break;
            default:
                CheckNamed(value, shape.Name, path);
                break;
        }
    }

    private void CheckItems(IEnumerable<(string Path, JsonNode? Value)>? items, JsonNode? value, SpecShape shape, string path)
    {
        Demand(items is not null, SpecProblemKind.WrongType, path, value, $"is to be a {shape.Name}");
        foreach ((string itemPath, JsonNode? item) in items ?? [])
        {
            if (item is not null)
            {
                CheckValue(item, shape.Items!, itemPath);
            }
            else
            {
                Demand(shape.ItemsMayBeNull, SpecProblemKind.NullValue, itemPath, item, "must not be null");
            }
        }
    }

    private void CheckNamed(JsonNode? value, string name, string path)
    {
        if (Spec.Contract.FindModel(name) is { } model)
        {
            Demand(value is JsonObject, SpecProblemKind.WrongType, path, value, $"is to be an object, {name}");
            if (value is JsonObject members)
            {
                CheckModel(members, model, path, decidedBy: null);
            }
        }
        else if (Spec.Contract.FindWords(name) is { } words)
        {
            string? word = value.Text();
            Demand(word is not null, SpecProblemKind.WrongType, path, value, $"is to be a word of {name}");
            Demand(word is null || words.Contains(word), SpecProblemKind.UnknownWord, path, value, $"{name} is one of {string.Join(", ", words)}");
        }
        else
        {
            throw new InvalidOperationException($"The contract has no '{name}', for the value at '{path}'.");
        }
    }

    private void CheckModel(JsonObject members, SpecModel model, string path, string? decidedBy)
    {
        if (model.Discriminator is not null)
        {
            Decide(members, model, model.Discriminator, path);
            return;
        }

        foreach ((string name, JsonNode? value) in members)
        {
            string memberPath = path.Length == 0 ? name : $"{path}.{name}";
            SpecMember? member = model.Members.FirstOrDefault(member => member.Name == name && member.IsIn(_version));
            if (member is null)
            {
                Report(SpecProblemKind.UnknownMember, memberPath, name, $"{model.Name} of {_version} does not have it");
            }
            else if (name != decidedBy)
            {
                CheckMember(value, member, memberPath);
            }
        }

        foreach (SpecMember member in model.Members.Where(member => member.IsRequired && member.IsIn(_version) && !members.ContainsKey(member.Name)))
        {
            Report(SpecProblemKind.MissingMember, path, member.Name, $"{model.Name} of {_version} requires it");
        }
    }

    private void Decide(JsonObject members, SpecModel model, string discriminator, string path)
    {
        string? word = members[discriminator].Text();
        SpecChoice? choice = model.Choices.FirstOrDefault(choice => choice.Word == word && choice.IsIn(_version));
        if (word is null)
        {
            Report(SpecProblemKind.MissingMember, path, discriminator, $"it decides what this {model.Name} is");
        }
        else if (choice is null)
        {
            string words = string.Join(", ", model.Choices.Where(other => other.IsIn(_version)).Select(other => other.Word));
            Report(SpecProblemKind.UnknownWord, $"{path}.{discriminator}", word, $"{model.Name} of {_version} is one of {words}");
        }
        else if (choice.Model is not null)
        {
            CheckModel(members, Spec.Contract.FindModel(choice.Model)!, path, discriminator);
        }
    }

    private void CheckMember(JsonNode? value, SpecMember member, string path)
    {
        Demand(!member.IsReadOnly, SpecProblemKind.ReadOnlyMember, path, value, "only the service says it");
        if (value is null)
        {
            Demand(member.MayBeNull, SpecProblemKind.NullValue, path, value, "must not be null");
            return;
        }

        CheckValue(value, member.Shape, path);
        if (member.Pattern is not null && value.Text() is { } text)
        {
            Demand(member.Pattern.IsMatch(text), SpecProblemKind.Pattern, path, value, $"is to match {member.Pattern}");
        }
    }

    private static bool IsOf(string type, JsonNode? value) => value is JsonValue scalar && type switch
    {
        "bool" => scalar.TryGetValue(out bool _),
        "int" => scalar.TryGetValue(out int _),
        "long" => scalar.TryGetValue(out long _),
        "number" => scalar.TryGetValue(out double _),
        "duration" => value.Text() is { } text && Duration().IsMatch(text),
        "uuid" => value.Text() is { } text && Guid.TryParseExact(text, "D", out _),
        _ => value.Text() is not null,
    };

    private void Demand(bool condition, SpecProblemKind kind, string path, JsonNode? found, string message)
    {
        if (!condition)
        {
            Report(kind, path, found?.ToJsonString() ?? "null", message);
        }
    }

    private void Report(SpecProblemKind kind, string path, string found, string message) => _problems.Add(new SpecProblem(kind, path, found, message));

    [GeneratedRegex(@"^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
