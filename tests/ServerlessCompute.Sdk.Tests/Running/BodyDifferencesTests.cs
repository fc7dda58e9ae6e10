using System.Text;

namespace ServerlessCompute;

internal sealed class BodyDifferencesTests
{
    [TestCase("""{"command":"a","resources":{"instanceCount":2}}""", """{"command":"a","resources":{"instanceCount":2,"shmSize":"2g"},"status":"Running"}""")]
    [TestCase("""{"command":"a","inputs":{},"limits":null}""", """{"command":"a","inputs":null}""")]
    [TestCase("""{"queueSettings":{"jobTier":"spot"},"tags":{"a":"1"}}""", """{"queueSettings":{"jobTier":"Spot"},"tags":{}}""")]
    public void Find_OnlyDefaultsWereFilledIn_NoDifference(string sent, string answered) =>
        Assert.That(Find(sent, answered), Is.Empty);

    [TestCase("""{"command":"a"}""", """{"command":"b"}""", "command")]
    [TestCase("""{"resources":{"instanceCount":2}}""", """{"resources":{"instanceCount":1}}""", "resources.instanceCount")]
    [TestCase("""{"inputs":{"x":{"value":"1"}}}""", """{"inputs":{}}""", "inputs.x")]
    [TestCase("""{"notes":["a","b"]}""", """{"notes":["a","c"]}""", "notes[1]")]
    [TestCase("""{"limits":{"timeout":"PT1H"}}""", """{"limits":null}""", "limits")]
    public void Find_MemberIsAnother_NamesItsPath(string sent, string answered, string path) =>
        Assert.That(Find(sent, answered), Is.EqualTo(new[] { path }));

    private static IReadOnlyList<string> Find(string sent, string answered) =>
        BodyDifferences.Find(Encoding.UTF8.GetBytes($$"""{"properties":{{sent}}}"""), Encoding.UTF8.GetBytes($$"""{"properties":{{answered}}}"""));
}
