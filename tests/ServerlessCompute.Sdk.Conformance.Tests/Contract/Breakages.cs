using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>
/// Breaks each rule that the contract has for a body, one at a time: every model that the body can hold is put into a body that is right
/// otherwise, and every member of it is left out, null, of another type, of an unknown word, out of range or beside its pattern.
/// </summary>
internal sealed class Breakages
{
    private readonly string _version;
    private readonly List<Breakage> _found = [];
    private readonly HashSet<string> _visited = [];

    private Breakages(string version) => _version = version;

    /// <summary>All of them for a body of that model.</summary>
    public static IReadOnlyList<Breakage> Of(string root, string version)
    {
        var breakages = new Breakages(version);
        breakages.Visit(root, "", static body => body);
        return breakages._found;
    }

    /// <summary>The smallest value that the contract allows.</summary>
    public JsonNode? Least(SpecShape shape, SpecMember? member = null) => shape.Name switch
    {
        "any" => new JsonObject(),
        "string" => member?.Pattern is { } pattern && !pattern.IsMatch("a") ? "2g" : "a",
        "int" or "long" => 1,
        "number" => 0.5,
        "bool" => true,
        "duration" => "PT1H",
        "uuid" => "11111111-2222-3333-4444-555555555555",
        "map" => new JsonObject(),
        "list" => new JsonArray(),
        _ when Spec.Contract.FindWords(shape.Name) is { } words => words[0],
        _ => Least(Spec.Contract.FindModel(shape.Name)!),
    };

    private JsonObject Least(SpecModel model)
    {
        if (model.Discriminator is { } discriminator)
        {
            SpecChoice first = model.Choices.First(choice => choice.Model is not null && choice.IsIn(_version));
            JsonObject chosen = Least(Spec.Contract.FindModel(first.Model!)!);
            chosen[discriminator] = first.Word;
            return chosen;
        }

        var least = new JsonObject();
        foreach (SpecMember member in Own(model).Where(static m => m.IsRequired))
        {
            least[member.Name] = Least(member.Shape, member);
        }

        return least;
    }

    private IEnumerable<SpecMember> Own(SpecModel model) => model.Members.Where(m => m.IsIn(_version) && !m.IsReadOnly);

    /// <summary>Breaks what is in a model, and in what it holds.</summary>
    /// <param name="name">The model.</param>
    /// <param name="path">Where it stands in the body.</param>
    /// <param name="place">Puts an object of it there.</param>
    private void Visit(string name, string path, Func<JsonObject, JsonObject> place)
    {
        SpecModel model = Spec.Contract.FindModel(name)!;
        if (!_visited.Add(name))
        {
            return;
        }

        if (model.Discriminator is { } discriminator)
        {
            Add(name, "nothing decides", Below(path, discriminator), place, Least(model), o => o.Remove(discriminator));
            Add(name, "an unknown word decides", Below(path, discriminator), place, Least(model), o => o[discriminator] = "Nonsense");
            foreach (SpecChoice choice in model.Choices.Where(c => c.Model is not null && c.IsIn(_version)))
            {
                VisitModel(Spec.Contract.FindModel(choice.Model!)!, path, place, discriminator, choice.Word);
            }
        }
        else
        {
            VisitModel(model, path, place, null, null);
        }
    }

    private void VisitModel(SpecModel model, string path, Func<JsonObject, JsonObject> place, string? discriminator, string? word)
    {
        JsonObject Fresh()
        {
            JsonObject least = Least(model);
            if (discriminator is not null)
            {
                least[discriminator] = word;
            }

            return least;
        }

        Add(model.Name, "a member that there is not", Below(path, "surprise"), place, Fresh(), static o => o["surprise"] = 1);
        foreach (SpecMember member in Own(model).Where(m => m.Name != discriminator))
        {
            string below = Below(path, member.Name);
            foreach ((string what, string inside, JsonNode? value) in Wrong(member))
            {
                Add(model.Name, what, below + inside, place, Fresh(), o => o[member.Name] = value);
            }

            if (member.IsRequired)
            {
                Add(model.Name, "a required member is missing", below, place, Fresh(), o => o.Remove(member.Name));
            }

            Descend(member.Shape, below, inner => place(With(Fresh(), member.Name, inner)));
        }
    }

    private void Descend(SpecShape shape, string path, Func<JsonNode, JsonObject> place)
    {
        switch (shape.Name)
        {
            case "map":
                Descend(shape.Items!, path + ".key", item => place(new JsonObject { ["key"] = item }));
                break;
            case "list":
                Descend(shape.Items!, path + "[]", item => place(new JsonArray(item)));
                break;
            case var name when Spec.Contract.FindModel(name) is not null:
                Visit(name, path, place);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<(string What, string Inside, JsonNode? Value)> Wrong(SpecMember member)
    {
        if (!member.MayBeNull)
        {
            yield return ("null", "", null);
        }

        foreach ((string what, string inside, JsonNode? value) in Wrong(member.Shape))
        {
            yield return (what, inside, value);
        }

        if (member.Pattern is not null)
        {
            yield return ("beside its pattern", "", "-");
            yield return ("an empty text", "", "");
        }
    }

    private static IEnumerable<(string What, string Inside, JsonNode? Value)> Wrong(SpecShape shape) => shape.Name switch
    {
        "any" => [],
        "string" => [("a number for a text", "", 5), ("a list for a text", "", new JsonArray())],
        "int" => [("a text for a number", "", "5"), ("a broken number", "", 1.5), ("beyond 32 bits", "", 2147483648)],
        "long" => [("a text for a number", "", "5"), ("a broken number", "", 1.5), ("beyond 64 bits", "", 9223372036854775808)],
        "number" => [("a text for a number", "", "0.5"), ("an object for a number", "", new JsonObject())],
        "bool" => [("a text for a boolean", "", "true"), ("a number for a boolean", "", 1)],
        "duration" => [("a number for a duration", "", 5), ("a duration of another form", "", "1 hour")],
        "uuid" => [("a number for a UUID", "", 5), ("a text that is no UUID", "", "1-2-3")],
        "map" =>
        [
            ("a list for a map", "", new JsonArray()),
            .. shape.ItemsMayBeNull ? [] : new (string, string, JsonNode?)[] { ("null in a map", ".key", new JsonObject { ["key"] = null }) },
            .. Wrong(shape.Items!).Select(static w => (w.What + " in a map", ".key" + w.Inside, (JsonNode?)new JsonObject { ["key"] = w.Value?.DeepClone() })),
        ],
        "list" =>
        [
            ("an object for a list", "", new JsonObject()),
            ("null in a list", "[]", new JsonArray((JsonNode?)null)),
            .. Wrong(shape.Items!).Select(static w => (w.What + " in a list", "[]" + w.Inside, (JsonNode?)new JsonArray(w.Value?.DeepClone()))),
        ],
        _ when Spec.Contract.FindWords(shape.Name) is not null => [("a number for a word", "", 5), ("an unknown word", "", "Nonsense")],
        _ => [("a text for an object", "", "x"), ("a list for an object", "", new JsonArray())],
    };

    private void Add(string model, string what, string path, Func<JsonObject, JsonObject> place, JsonObject whole, Action<JsonObject> breaks)
    {
        breaks(whole);
        _found.Add(new Breakage(model, what, path, place(whole)));
    }

    private static JsonObject With(JsonObject whole, string member, JsonNode value)
    {
        whole[member] = value;
        return whole;
    }

    private static string Below(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";
}
