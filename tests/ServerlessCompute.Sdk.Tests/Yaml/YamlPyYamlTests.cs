using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>What is read is what PyYAML's safe loader reads, which the reference client uses.</summary>
internal sealed class YamlPyYamlTests
{
    private const int Texts = 4_000;

    private const string Program = """
        import math, yaml
        def number(x): return 'inf' if x == math.inf else '-inf' if x == -math.inf else 'nan' if x != x else repr(x)
        def scalar(v):
            if v is None: return ['Null', 'null']
            if isinstance(v, bool): return ['Flag', 'true' if v else 'false']
            if isinstance(v, int): return ['Integer', str(v)]
            if isinstance(v, float): return ['Number', number(v)]
            return ['Text', v] if isinstance(v, str) else ['Date', '']
        def tree(v):
            if isinstance(v, dict): return {'map': [[scalar(k), tree(x)] for k, x in v.items()]}
            return {'list': [tree(x) for x in v]} if isinstance(v, list) else scalar(v)
        def load(text):
            try: return tree(yaml.safe_load(text))
            except Exception: return 'refused'
        print(json.dumps([load(text) for text in json.loads(INPUT)]))
        """;

    // What PyYAML takes and this library refuses.
    private static readonly string[] Stricter = ["stands here twice", "before the colon", "This is no YAML", "What follows this is no YAML", "A second colon stands here", "There is nothing in it"];

    [Test]
    public async Task Compose_AnyText_ReadsWhatPyYamlReads()
    {
        string[] texts = [.. Enumerable.Range(1, Texts).Select(seed => Text(new Random(seed)))];
        JsonArray read = JsonNode.Parse(await PythonWithReference.RunAsync(Program, JsonSerializer.Serialize(texts)))!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            for (int i = 0; i < texts.Length; i++)
            {
                string ours = Read(texts[i]);
                bool isStricter = Array.Exists(Stricter, message => ours.Contains(message, StringComparison.Ordinal));
                bool isBareScalar = read[i] is JsonArray;
                if (!isStricter && !isBareScalar)
                {
                    Assert.That(ours.StartsWith("refused", StringComparison.Ordinal) ? "\"refused\"" : ours, Is.EqualTo(read[i]!.ToJsonString()), texts[i]);
                }
            }
        }
    }

    private static string Text(Random random)
    {
        // Keys with values in many forms, so that most texts are some kind of YAML.
        string[] values = ["1", "0x1f", "010", "1:30", "1_0", "1.5", "1e5", "1.0e-5", "yes", "No", "~", "", "'it''s'", "\"a\\tb\\u00e9\"", "[a, 1, [b]]", "{a: b, c: [1]}", "[\n  a,\n]", "|\n    x\n     y\n", ">-\n    x\n\n    y\n    z", "plain text", "plain\n    on", "2024-01-01", "a#b", "a:b", "&x c", "*x", "!!str 1", "a\tb", "# c", "a # c", "-1", "- a", ".5", "-.5", ".inf", "=", "@a", "'a\n  b'", "\"a\n\nb\""];
        string[] keys = ["a", "b", "'c d'", "e.f", "\"g\"", "h i", "<<", "2", "on"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(8) switch
        {
            0 => $"- {Pick(values)}\n",
            1 => $"{Pick(keys)}:\n  {Pick(keys)}: {Pick(values)}\n",
            2 => $"{Pick(keys)}:\n- {Pick(values)}\n- {Pick(keys)}: {Pick(values)}\n  {Pick(keys)}: {Pick(values)}\n",
            _ => $"{Pick(keys)}: {Pick(values)}\n",
        }));

        string Pick(string[] from) => from[random.Next(from.Length)];
    }

    private static string Read(string text)
    {
        var problems = new List<string>();
        try
        {
            Tree? tree = YamlComposer.Compose(YamlText.Checked(text, default), default, (_, message, _) => problems.Add(message));
            return problems.Count == 0 ? ToJson(tree ?? TreeScalar.Null).ToJsonString() : "refused: " + string.Join("; ", problems);
        }
        catch (YamlSyntaxException e)
        {
            return "refused: " + e.Message;
        }
    }

    private static JsonNode ToJson(Tree tree) => tree switch
    {
        TreeMap map => new JsonObject { ["map"] = new JsonArray([.. map.Entries.Select(entry => (JsonNode)new JsonArray(new JsonArray($"{entry.NameKind}", entry.NameKind == ScalarKind.Date ? "" : entry.Name), ToJson(entry.Value)))]) },
        TreeList list => new JsonObject { ["list"] = new JsonArray([.. list.Items.Select(ToJson)]) },
        _ => new JsonArray($"{((TreeScalar)tree).Kind}", tree is TreeScalar { Kind: ScalarKind.Date } ? "" : ((TreeScalar)tree).Text),
    };
}
