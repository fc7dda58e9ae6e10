using System.Text;
using System.Text.Json;
using CsCheck;

namespace ServerlessCompute;

/// <summary>The hash of a component is the reference client's.</summary>
internal sealed class ComponentHashTests
{
    private const string WorkspacePath = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";

    private const string Program = """
        from azure.ai.ml._utils.utils import hash_dict
        for line in INPUT.split("\n"):
            spec = json.loads(line)
            print(hash_dict(spec, ["name", "id", "version", "_source"]), hash_dict(spec, ["version", "_source"]))
        """;

    private static readonly Gen<string> _text = Gen.OneOf("a", "B", "name", "_source", "é", "\u007f", "\U0001F600", "\uFFFD", "\"\\\n\t\u0001", "${{inputs.x}}", "");

    private static readonly Gen<string> _number = Gen.OneOf("0", "-0", "1", "12345678901234567890", "1.0", "0.1", "1e-05", "1E5", "1e16", "123456789012345680.0", "-2.5e-7", "1e400", "0.30000000000000004", "5e-324");

    private static readonly Gen<string> _value = Gen.Recursive<string>((depth, inner) => depth > 3
        ? _number
        : Gen.Frequency(
            (3, _text.Select(text => JsonSerializer.Serialize(text))),
            (3, _number),
            (1, Gen.OneOf("true", "false", "null")),
            (1, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (2, Gen.Select(_text, inner).Array[0, 4].Select(Object))));

    [Test]
    public void OfAnonymous_OfTheWorkedExample_IsTheReferences()
    {
        JsonElement spec = JsonElement.Parse("""{"type":"command","command":"echo hi","is_deterministic":true,"environment":"azureml://registries/azureml/environments/e/versions/1"}""");

        Assert.That(ComponentHash.OfAnonymous(spec).ToString(), Is.EqualTo("2f030a3b-b8a7-d55c-78eb-5eebe4071a54"));
    }

    [TestCase("name", "other")]
    [TestCase("version", "7")]
    [TestCase("id", "/x")]
    [TestCase("_source", "YAML.JOB")]
    public void OfAnonymous_Always_LeavesOutWhatIsNotContent(string member, string value)
    {
        JsonElement plain = JsonElement.Parse("""{"command":"x","inputs":{"name":"kept"}}""");
        JsonElement more = JsonElement.Parse($$$"""{"command":"x","{{{member}}}":"{{{value}}}","inputs":{"name":"kept"}}""");

        Assert.That(ComponentHash.OfAnonymous(more), Is.EqualTo(ComponentHash.OfAnonymous(plain)));
    }

    [Test]
    public void OfNamed_Always_CountsTheName() =>
        Assert.That(ComponentHash.OfNamed(JsonElement.Parse("""{"name":"a"}""")), Is.Not.EqualTo(ComponentHash.OfNamed(JsonElement.Parse("""{"name":"b"}"""))));

    [Test]
    public void Write_OfAnything_IsPythonsText() =>
        Assert.That(
            PythonJson.Write(JsonElement.Parse("""{"b":[1,2.50,-0,1e16,1E-5,true,null],"a":{"\uD83D\uDE00":"é\n\"\u007f/"},"B":{},"c":[]}""")),
            Is.EqualTo("""{"B": {}, "a": {"\ud83d\ude00": "\u00e9\n\"\u007f/"}, "b": [1, 2.5, 0, 1e+16, 1e-05, true, null], "c": []}"""));

    [Test]
    public void Write_OfKeysBeyondTheFirstPlane_SortsThemByCodePoint() =>
        Assert.That(PythonJson.Write(JsonElement.Parse("{\"\U0001F600\":1,\"\uFF5E\":2}")), Is.EqualTo("""{"\uff5e": 2, "\ud83d\ude00": 1}"""));

    [Test]
    public async Task Hashes_OfRandomSpecifications_EqualTheReferences()
    {
        var specs = new List<string>();
        Gen.Select(_text, _value).Array[0, 5].Select(Object).Sample(specs.Add, iter: Check.Iter, threads: 1);

        string[] lines = (await PythonWithReference.RunAsync(Program, string.Join('\n', specs))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(specs.Select(spec => $"{ComponentHash.OfAnonymous(JsonElement.Parse(spec))} {ComponentHash.OfNamed(JsonElement.Parse(spec))}"), Is.EqualTo(lines));
    }

    [Test]
    public void OfAnonymous_OfTheCorpus_IsWhatTheReferenceRegistered()
    {
        string? folder = SharedMaterial.Find("corpus", "golden");
        Assume.That(folder, Is.Not.Null, "There is no corpus beside the repository (../shared/corpus/golden).");
        int count = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (string file in Directory.EnumerateFiles(folder!, "*.json", SearchOption.AllDirectories))
            {
                foreach ((string version, JsonElement spec) in Registered(File.ReadAllText(file)))
                {
                    Assert.That(ComponentHash.OfAnonymous(spec).ToString(), Is.EqualTo(version), file);
                    count++;
                }
            }
        }

        Assert.That(count, Is.GreaterThanOrEqualTo(80));
    }

    /// <summary>Components without code: for code the corpus has no ids any more.</summary>
    private static IEnumerable<(string Version, JsonElement Spec)> Registered(string json)
    {
        JsonElement golden = JsonElement.Parse(json.Replace("{workspace}", WorkspacePath, StringComparison.Ordinal));
        if (golden.TryGetProperty("registered", out JsonElement registered))
        {
            foreach (JsonElement request in registered.EnumerateArray())
            {
                string path = request.GetProperty("path").GetString()!;
                if (path.Contains("/components/azureml_anonymous/", StringComparison.Ordinal)
                    && request.GetProperty("body").GetProperty("properties").GetProperty("componentSpec") is var spec
                    && !spec.GetRawText().Contains("{code-", StringComparison.Ordinal))
                {
                    yield return (path.Split('/')[^1], spec);
                }
            }
        }
    }

    private static string Object((string Name, string Value)[] members)
    {
        var text = new StringBuilder("{");
        foreach ((string name, string value) in members)
        {
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(name)).Append(':').Append(value);
        }

        return text.Append('}').ToString();
    }
}
