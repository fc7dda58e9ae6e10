namespace ServerlessCompute;

/// <summary>Spark jobs in YAML's spellings, given as JSON, which is YAML too; and their parts in steps of pipelines.</summary>
internal sealed class SparkTreeTests
{
    [Test]
    public void Read_EveryYamlMember_IsTheJobOfTheSameMeaning()
    {
        Job job = Read("""
            {"type": "spark", "code": "./src", "entry": {"file": "clean.py"}, "py_files": ["u.zip"], "jars": ["a.jar"], "files": ["f.txt"], "archives": ["t.tar.gz"],
             "conf": {"spark.driver.cores": 1, "spark.driver.memory": "2g", "executor_cores": "2", "spark.executor.memory": "2g", "spark.executor.instances": null,
                      "spark.dynamicAllocation.enabled": true, "spark.memory.fraction": 0.5},
             "environment": "azureml:trees:12", "resources": {"instance_type": "standard_e4s_v3", "runtime_version": 3.4}, "identity": {"type": "managed"},
             "inputs": {"raw": {"type": "uri_folder", "path": "azureml:raw:1", "mode": "direct"}}, "args": "--raw ${{inputs.raw}}"}
            """);

        Assert.That(job, Is.EqualTo(Spark.Run("clean.py", "--raw ${{inputs.raw}}").WithCode("./src")
            .WithPyFiles(["u.zip"]).WithJars(["a.jar"]).WithFiles(["f.txt"]).WithArchives(["t.tar.gz"])
            .WithDriver(1, "2g").WithExecutors(2, "2g").AddConf(SparkConf.DynamicAllocationEnabled, true).AddConf("spark.memory.fraction", 0.5)
            .WithEnvironment("azureml:trees:12").WithResources("standard_e4s_v3", "3.4").WithIdentity(new ManagedIdentityConfiguration())
            .WithInput("raw", Input.UriFolder("azureml:raw:1", InputMode.Direct))));
    }

    [TestCase("""{"class_name": "lake.Main"}""", "SparkClassEntry { AdditionalProperties = { }, ClassName = lake.Main }")]
    [TestCase("""{"file": "a.py"}""", "SparkPythonEntry { AdditionalProperties = { }, File = a.py }")]
    public void Read_Entry_IsToldByItsMember(string entry, string expected) =>
        Assert.That(((SparkJob)Read($$"""{"type": "spark", "entry": {{entry}}}""")).Entry!.ToString(), Is.EqualTo(expected));

    [TestCase("""{"type": "spark"}""", "'entry' is missing")]
    [TestCase("""{"type": "spark", "entry": {}}""", "'file' or 'class_name' is missing")]
    [TestCase("""{"type": "spark", "entry": {"file": "a.py", "class_name": "b"}}""", "'class_name' is not known here")]
    [TestCase("""{"type": "spark", "entry": {"file": "a.py"}, "queue_settings": {"job_tier": "spot"}}""", "'queue_settings' is not known here")]
    [TestCase("""{"type": "spark", "entry": {"file": "a.py"}, "conf": {"spark.driver.cores": [1]}}""", "A text, a number, true or false belongs here")]
    public void Read_WhatIsWrong_SaysSo(string yaml, string problem)
    {
        var reader = new ListeningReader(Dialect.Yaml);
        bool isRead = JobTables.Spark.TryRead((TreeMap)TreeJson.Read(RawJson.Parse(yaml)), reader, out _);

        Assert.That(isRead, Is.False);
        Assert.That(reader.Problems, Has.Some.Contains(problem));
    }

    [Test]
    public void Write_EntryOfAStep_SaysItsKind()
    {
        var entry = (SparkEntry)"a.py";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Json(SparkTables.StepEntry.Write(entry, Dialect.Step)), Is.EqualTo("""{"spark_job_entry_type":"SparkJobPythonEntry","file":"a.py"}"""));
            Assert.That(Json(SparkTables.Entry.Write(entry, Dialect.Step)), Is.EqualTo("""{"file":"a.py"}"""));
            Assert.That(Json(SparkTables.Entry.Write(entry, Dialect.Yaml)), Is.EqualTo("""{"file":"a.py"}"""));
        }
    }

    [Test]
    public void Write_SettingsOfAStep_KeepNumbersAndTruthValues() =>
        Assert.That(
            Json(SparkTables.Conf.Write([new("a", 1), new("b", true), new("c", "2g"), new("d", 1.0), new("e", "7")], Dialect.Step)),
            Is.EqualTo("""{"a":1,"b":true,"c":"2g","d":1.0,"e":"7"}"""));

    private static Job Read(string yaml)
    {
        var reader = new ListeningReader(Dialect.Yaml);
        bool isRead = JobTables.Spark.TryRead((TreeMap)TreeJson.Read(RawJson.Parse(yaml)), reader, out Job? job);
        Assert.That(isRead, string.Join('\n', reader.Problems));
        return job!;
    }

    private static string Json(Tree tree) => TreeJson.ToRaw(tree).ToString();
}
