namespace ServerlessCompute;

internal sealed class SparkJobTests
{
    private static readonly DataInput _titanic = Input.UriFile("azureml://datastores/workspaceblobstore/paths/titanic.csv", InputMode.Direct);

    private static readonly Func<SparkJob, SparkJob>[] _verbs =
    [
        job => job.WithEntry("other.py"),
        job => job.WithCode("azureml://c"),
        job => job.WithArgs("--other"),
        job => job.WithInputs([new("new", 1)]),
        job => job.WithInput("new", 1),
        job => job.WithOutputs([new("new", Output.UriFile())]),
        job => job.WithOutput("new", Output.UriFile()),
        job => job.WithConf([new("new", 1)]),
        job => job.AddConf("new", 1),
        job => job.WithDriver(7, "7g"),
        job => job.WithExecutors(7, "7g"),
        job => job.WithExecutors(7, 7, "7g"),
        job => job.WithDynamicAllocation(7, 8),
        job => job.WithPyFiles(["new.zip"]),
        job => job.WithJars(["new.jar"]),
        job => job.WithFiles(["new.txt"]),
        job => job.WithArchives(["new.tar.gz"]),
        job => job.WithEnvironment("azureml:e:9"),
        job => job.WithEnvironmentVariables([new("NEW", "1")]),
        job => job.AddEnvironmentVariable("NEW", "1"),
        job => job.WithResources(new SparkResources { InstanceType = "new" }),
        job => job.WithResources("new", "7"),
        job => job.WithQueueSettings(new QueueSettings { JobTier = "new" }),
        job => job.WithQueueSettings(JobTier.Spot),
    ];

    [Test]
    public void Verbs_EachPublicOne_GivesAChangedCopy()
    {
        SparkJob job = Spark.Run("titanic.py", $"--data {_titanic}").WithResources("standard_e4s_v3", "3.4");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_verbs, Has.Length.EqualTo(typeof(SparkJob).GetMethods().Count(method => method.Name.StartsWith("With", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal))));
            Assert.That(_verbs.Select(verb => verb(job)), Has.None.EqualTo(job));
        }
    }

    [Test]
    public void Run_WithHolesInTheArguments_NamesInputsByTheirVariables()
    {
        Output clean = Output.UriFolder(mode: OutputMode.Direct);
        DataInput titanic = _titanic;
        SparkJob job = Spark.Run("titanic.py", $"--data {titanic} --out {clean}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(job.Args.Text, Is.EqualTo("--data ${{inputs.titanic}} --out ${{outputs.clean}}"));
            Assert.That(job.AllInputs["titanic"], Is.EqualTo(titanic));
            Assert.That(job.AllOutputs["clean"], Is.EqualTo(clean));
            Assert.That(job, Is.EqualTo(Spark.Run("titanic.py", job.Args.Text).WithInput("titanic", titanic).WithOutput("clean", clean)));
        }
    }

    [Test]
    public void Settings_OfAnyType_CompareByTheTextThatIsSent()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((SparkSetting)4, Is.EqualTo((SparkSetting)"4"));
            Assert.That((SparkSetting)true, Is.EqualTo((SparkSetting)"True"));
            Assert.That((SparkSetting)0.5, Is.EqualTo((SparkSetting)"0.5"));
            Assert.That(((SparkSetting)1e-5).Text, Is.EqualTo("1e-05"));
            Assert.That(((SparkSetting)double.PositiveInfinity).ToString(), Is.EqualTo("inf"));
            Assert.That((SparkSetting)"2g", Is.Not.EqualTo((SparkSetting)"2G"));
        }
    }
}
