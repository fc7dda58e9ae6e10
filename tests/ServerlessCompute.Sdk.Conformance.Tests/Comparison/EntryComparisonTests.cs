using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What counts as a difference between two bodies, and what does not.</summary>
internal sealed class EntryComparisonTests
{
    [TestCase("""{ "tags": {}, "inputs": null, "list": [] }""", "{}", TestName = "Nothing, said in words")]
    [TestCase("""{ "isArchived": false, "isAnonymous": true, "_source": "YAML.JOB" }""", "{}", TestName = "What the client says of itself")]
    [TestCase("""{ "slackFactor": 0, "evaluationInterval": 0.0, "sweepTrials": 0 }""", "{}", TestName = "Zeroes that are the default")]
    [TestCase("""{ "jobTier": "spot", "task_type": "a" }""", """{ "jobTier": "Spot", "task_type": "a" }""", TestName = "Words without case")]
    [TestCase("""{ "primaryMetric": "auc_weighted" }""", """{ "primaryMetric": "AUCWeighted" }""", TestName = "Words without underscores")]
    [TestCase("""{ "n": 1 }""", """{ "n": 1.0 }""", TestName = "Numbers")]
    [TestCase("""{ "timeout": "PT90M" }""", """{ "timeout": "PT1H30M" }""", TestName = "Durations")]
    [TestCase("""{ "environmentVariables": { "A": 7, "B": true } }""", """{ "environmentVariables": { "A": "7", "B": "true" } }""", TestName = "Variables that are no texts")]
    [TestCase("""{ "text": "a\r\nb" }""", """{ "text": "a\nb" }""", TestName = "Line ends")]
    [TestCase("""{ "code": "azureml:{workspace}/Codes/X/versions/1" }""", """{ "code": "{workspace}/codes/x/versions/1" }""", TestName = "Ids without case and prefix")]
    [TestCase("""{ "displayName": "job-name" }""", "{}", TestName = "A display name that repeats the name")]
    [TestCase("""{ "experimentName": "folder" }""", "{}", TestName = "The folder as experiment")]
    [TestCase("""{ "jobType": "AutoML", "resources": { "instance_count": 2 }, "queueSettings": { "job_tier": "spot" } }""", """{ "jobType": "AutoML", "resources": { "instanceCount": 2 }, "queueSettings": { "jobTier": "Spot" } }""", TestName = "AutoML in snake case")]
    [TestCase("""{ "jobType": "Sweep", "trial": { "command": "c" }, "resources": { "instanceCount": 2 } }""", """{ "jobType": "Sweep", "trial": { "command": "c", "resources": { "instanceCount": 2 } } }""", TestName = "A sweep's resources")]
    [TestCase("""{ "jobs": { "s": { "name": "s", "type": "sweep", "trial": {} } } }""", """{ "jobs": { "s": { "name": "s", "type": "sweep", "trial": {}, "identity": { "type": "managed" } } } }""", TestName = "A sweep step's identity")]
    [TestCase("""{ "jobs": { "s": { "training_data": "{'type': 'mltable'}" } } }""", """{ "jobs": { "s": { "training_data": { "type": "mltable" } } } }""", TestName = "A Python dictionary as text")]
    public void Of_TwoWaysToSayTheSame_AreEqual(string theirs, string ours) => Assert.That(Compare(theirs, ours).Differences, Is.Empty);

    [TestCase("""{ "a": 1 }""", """{ "a": 2 }""", "$.properties.a")]
    [TestCase("""{ "a": { "b": "x" } }""", """{ "a": {} }""", "$.properties.a")]
    [TestCase("""{}""", """{ "a": { "b": [ 1 ] } }""", "$.properties.a")]
    [TestCase("""{ "a": [ 1, 2 ] }""", """{ "a": [ 1, 3 ] }""", "$.properties.a[1]")]
    [TestCase("""{ "a": [ 1 ] }""", """{ "a": [ 1, null ] }""", "$.properties.a")]
    [TestCase("""{ "a": "1" }""", """{ "a": 1 }""", "$.properties.a")]
    [TestCase("""{ "a": "Spot" }""", """{ "a": "spot" }""", "$.properties.a")]
    [TestCase("""{ "delay": 0 }""", """{}""", "$.properties.delay")]
    [TestCase("""{ "displayName": "mine" }""", """{}""", "$.properties.displayName")]
    [TestCase("""{}""", """{ "experimentName": "mine" }""", "$.properties.experimentName")]
    [TestCase("""{ "resources": { "instance_count": 2 } }""", """{ "resources": { "instanceCount": 2 } }""", "$.properties.resources.instanceCount,$.properties.resources.instance_count")]
    [TestCase("""{ "data": "{'a': 1}" }""", """{}""", "$.properties.data")]
    public void Of_WhatIsNotTheSame_IsToldWhereItStands(string theirs, string ours, string paths) =>
        Assert.That(string.Join(',', Compare(theirs, ours).Differences.Select(difference => difference.Path)), Is.EqualTo(paths));

    [Test]
    public void Of_ReferencesToEqualThings_AreEqual()
    {
        JsonObject theirs = Entry("""{ "codeId": "{workspace}/codes/{code-1}/versions/1" }""");
        JsonObject ours = Entry("""{ "codeId": "{workspace}/codes/{code-7}/versions/1" }""");
        Register(theirs, "{workspace}/codes/{code-1}/versions/1", """{ "codeUri": "here", "properties": { "hash_sha256": "abc" } }""");
        Register(ours, "{workspace}/codes/{code-7}/versions/1", """{ "codeUri": "there", "properties": { "hash_sha256": "abc" } }""");

        Assert.That(EntryComparison.Of(theirs, ours).Verdict, Is.EqualTo(Verdict.Equal));
    }

    [Test]
    public void Of_ReferencesToOtherThings_AreTold()
    {
        JsonObject theirs = Entry("""{ "environmentId": "{workspace}/environments/a/versions/1" }""");
        JsonObject ours = Entry("""{ "environmentId": "{workspace}/environments/a/versions/1" }""");
        Register(theirs, "{workspace}/environments/A/versions/1", """{ "image": "one", "tags": { "t": "1" } }""");
        Register(ours, "{workspace}/environments/a/versions/1", """{ "image": "other" }""");

        Assert.That(EntryComparison.Of(theirs, ours).Differences.Select(difference => difference.Path), Is.EqualTo(new[] { "$.properties.environmentId.$environments.image" }));
    }

    [Test]
    public void Of_AnonymousComponents_ComparesWhatTheyHoldDeepDown()
    {
        JsonObject theirs = Nested("azureml_anonymous", "1", "abc"), ours = Nested("azureml_anonymous", "2", "xyz");

        Assert.That(
            EntryComparison.Of(theirs, ours).Differences.Select(difference => difference.Path),
            Is.EqualTo(new[] { "$.properties.jobs.a.componentId.$components.code.$code" }));
    }

    [Test]
    public void Of_OtherBlobs_AreTold()
    {
        JsonObject theirs = Entry("{}"), ours = Entry("{}");
        theirs["uploads"] = JsonNode.Parse("""{ "{code-1}": [ "src/a.py", "src/b.py" ] }""");
        ours["uploads"] = JsonNode.Parse("""{ "x": [ "other/a.py" ] }""");

        Assert.That(EntryComparison.Of(theirs, ours).Differences.Select(difference => difference.ToString()), Is.EqualTo(new[] { """uploads: theirs ["b.py"], ours []""" }));
    }

    [TestCase(true, true, Verdict.RefusedByBoth, true)]
    [TestCase(true, false, Verdict.RefusedOnlyThere, false)]
    [TestCase(false, true, Verdict.RefusedOnlyHere, false)]
    public void Of_Refusals_AreTold(bool there, bool here, object verdict, bool agrees)
    {
        var comparison = EntryComparison.Of(there ? Refused() : Entry("{}"), here ? Refused() : Entry("{}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.Verdict, Is.EqualTo(verdict));
            Assert.That(comparison.Agrees, Is.EqualTo(agrees));
        }
    }

    [Test]
    public void Of_EachGoldenEntryWithItself_IsEqual() =>
        Assert.That(SmallCorpus.Golden.Values.Select(entry => EntryComparison.Of(entry, entry)).Where(comparison => !comparison.Agrees), Is.Empty);

    private static EntryComparison Compare(string theirs, string ours) => EntryComparison.Of(Entry(theirs), Entry(ours));

    private static JsonObject Refused() => new() { ["source"] = "a.yml", ["kind"] = "job", ["error"] = "no" };

    // Something is the same in all of them: bodies that say nothing at all have no place where they differ.
    private static JsonObject Entry(string properties)
    {
        JsonObject said = JsonNode.Parse(properties)!.AsObject();
        said["same"] = true;
        return new JsonObject
        {
            ["source"] = "a.yml",
            ["kind"] = "job",
            ["request"] = new JsonObject { ["path"] = "{workspace}/jobs/job-name", ["body"] = new JsonObject { ["properties"] = said } },
            ["registered"] = new JsonArray(),
            ["uploads"] = new JsonObject(),
        };
    }

    private static void Register(JsonObject entry, string path, string properties) =>
        entry["registered"]!.AsArray().Add(new JsonObject { ["path"] = path, ["body"] = new JsonObject { ["properties"] = JsonNode.Parse(properties) } });

    private static JsonObject Nested(string name, string version, string hash)
    {
        JsonObject entry = Entry($$$"""{ "jobs": { "a": { "componentId": "{workspace}/components/azureml_anonymous/versions/{{{version}}}" } } }""");
        Register(entry, $"{{workspace}}/components/azureml_anonymous/versions/{version}", $$$"""{ "componentSpec": { "name": "{{{name}}}", "version": "{{{version}}}", "code": "azureml:{workspace}/codes/c/versions/1" } }""");
        Register(entry, "{workspace}/codes/c/versions/1", $$$"""{ "properties": { "hash_sha256": "{{{hash}}}" } }""");
        return entry;
    }
}
