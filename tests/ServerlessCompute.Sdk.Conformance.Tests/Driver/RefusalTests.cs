namespace ServerlessCompute;

/// <summary>What the reference client rightly refuses is refused here too, at the line that is wrong.</summary>
internal sealed class RefusalTests
{
    [TestCase("bad/date-input.yml", 4)]
    [TestCase("bad/default-of-another-type.yml", 7)]
    [TestCase("bad/no-command.yml", 1)]
    [TestCase("bad/no-such-distribution.yml", 4)]
    [TestCase("bad/number-in-tags.yml", 4)]
    [TestCase("bad/spark-without-version.yml", 5)]
    [TestCase("bad/unknown-key.yml", 4)]
    [TestCase("bad/unknown-key-of-input.yml", 7)]
    [TestCase("bad/unknown-key-of-parallel.yml", 6)]
    [TestCase("bad/wrong-goal.yml", 5)]
    public void Load_AFileOfOurOwn_ShowsTheLine(string name, int line) => AssertRefused(SmallCorpus.Files, name, line);

    [TestCase("azureml-examples/cli/jobs/nebulaml/cifar10_deepspeed/job.yml", 8)]
    [TestCase("generated/command-0030.yml", 10)]
    [TestCase("generated/sweep-0049.yml", 20)]
    [TestCase("generated/sweep-0085.yml", 40)]
    public void Load_AFileOfTheLargeCorpus_ShowsTheLine(string name, int line)
    {
        LargeCorpus.Demand();
        AssertRefused(LargeCorpus.Files, name, line);
    }

    private static void AssertRefused(IEnumerable<CorpusFile> files, string name, int line)
    {
        CorpusFile file = files.Single(file => file.Name == name);

        JobYamlException? refused = Assert.Throws<JobYamlException>(() => new SdkYaml().Load(file));

        Assert.That(refused!.Problems.Where(problem => problem.Severity == JobDiagnosticSeverity.Error && problem.File == file.Path).Select(problem => problem.Line), Does.Contain(line), refused.Message);
    }
}
