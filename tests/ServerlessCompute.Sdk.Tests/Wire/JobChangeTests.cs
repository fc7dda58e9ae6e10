using System.Buffers;
using System.Text.Json.Nodes;

namespace ServerlessCompute;

[Category("S41")]
internal sealed class JobChangeTests
{
    [Test]
    public void WriteChange_Tags_ReplacesThemAndKeepsAllElse()
    {
        JsonNode sent = Properties(Answer.Bytes("command-completed"));
        JsonNode written = Update(new JobChange { Tags = [new("stage", "done")] });

        sent["tags"] = new JsonObject { ["stage"] = "done" };
        sent.AsObject().Remove("status");
        sent.AsObject().Remove("parameters");
        Assert.That(JsonNode.DeepEquals(Wired.Meaningful(written), Wired.Meaningful(sent)));
    }

    [Test]
    public void WriteChange_Everything_ReplacesEachOnce()
    {
        JsonNode written = Update(new JobChange
        {
            Tags = ValueMap<string>.Empty,
            Properties = [new("p", "q")],
            Description = "",
            IsArchived = true,
            NotificationSettings = new NotificationSettings { Emails = new[] { "a@example.com" } },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written["tags"]?.ToJsonString(), Is.EqualTo("{}"), "An empty map clears the tags.");
            Assert.That(written["properties"]?.ToJsonString(), Is.EqualTo("""{"p":"q"}"""));
            Assert.That((string?)written["description"], Is.Empty);
            Assert.That((bool?)written["isArchived"], Is.True);
            Assert.That(written["notificationSetting"]?.ToJsonString(), Is.EqualTo("""{"emails":["a@example.com"]}"""));
        }
    }

    [Test]
    public void WriteChange_NamesWithEscapes_KeepTheirMeaning()
    {
        JsonNode written = Update("""{"properties":{"jobType":"X","a\"b":{"c\\d":"\u00e9"},"t\u0061gs":{"x":"y"}}}"""u8, new JobChange { Tags = [new("n", "m")] });

        Assert.That(JsonNode.DeepEquals(written, JsonNode.Parse("""{"jobType":"X","a\"b":{"c\\d":"é"},"tags":{"n":"m"}}""")));
    }

    [TestCase("{}")]
    [TestCase("{\"properties\":null}")]
    [TestCase("oops")]
    public void WriteChange_NoJob_IsRefused(string current) =>
        Assert.That(() => Update(System.Text.Encoding.UTF8.GetBytes(current), new JobChange()), Throws.TypeOf<JobFormatException>());

    private static JsonNode Update(JobChange update) => Update(Answer.Bytes("command-completed"), update);

    private static JsonNode Update(ReadOnlySpan<byte> current, JobChange update)
    {
        var output = new ArrayBufferWriter<byte>();
        JobWire.WriteChange(output, current, update);
        return Properties(output.WrittenSpan);
    }

    private static JsonNode Properties(ReadOnlySpan<byte> utf8) => JsonNode.Parse(utf8)!["properties"]!;
}
