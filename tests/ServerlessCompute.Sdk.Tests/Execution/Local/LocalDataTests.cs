using System.Text;

namespace ServerlessCompute;

/// <summary>What flows in and out of a local run.</summary>
internal sealed class LocalDataTests
{
    private const string Iris = "azureml://datastores/workspaceblobstore/paths/iris/";

    [Test]
    public async Task Input_LiteralFileAndFolder_AreWhatTheCommandSees()
    {
        var host = new FakeHost(
            "echo ${{inputs.rate}} ${{ inputs . rate }}; cat ${{inputs.file}}; cat ${{inputs.data}}/b/c.csv; basename ${{inputs.file}}; ls ${{inputs.data}} | sort",
            $$$"""
            ,"inputs":{"rate":{"jobInputType":"literal","value":"0.01"},
            "file":{"jobInputType":"uri_file","uri":"{{{Iris}}}iris.csv","mode":"Download"},
            "data":{"jobInputType":"uri_folder","uri":"{{{Iris}}}","mode":"ReadOnlyMount"}}
            """);
        host.Data[Iris + "iris.csv"] = [FakeHost.File("iris.csv", "1,2\n")];
        host.Data[Iris] = [FakeHost.File("iris.csv", "1,2\n"), FakeHost.File("b/c.csv", "3,4\n")];

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True, outcome.ErrorMessage);
            Assert.That(host.Log, Is.EqualTo("0.01 0.01\n1,2\n3,4\niris.csv\nb\niris.csv\n"));
        }
    }

    [Test]
    public async Task Input_Direct_IsTheUriItself()
    {
        var host = new FakeHost("echo ${{inputs.data}} $AZURE_ML_INPUT_data", $$$""","inputs":{"data":{"jobInputType":"uri_folder","uri":"{{{Iris}}}","mode":"Direct"}}""");

        await LocalRun.Once(host);

        Assert.That(host.Log, Is.EqualTo($"{Iris} {Iris}\n"));
    }

    [TestCase("uri_folder", "azureml://datastores/workspaceblobstore/paths/iris/iris.csv", "is a uri_folder, but '", "is a file")]
    [TestCase("mltable", "azureml://datastores/workspaceblobstore/paths/iris/iris.csv", "is a mltable, but '", "is a file")]
    [TestCase("uri_file", "azureml://datastores/workspaceblobstore/paths/iris/", "is a uri_file, but '", "is a folder")]
    [TestCase("uri_file", "azureml://datastores/other/paths/x", "Input 'data' is 'azureml://datastores/other/paths/x', and there is no such data", "Upload the data")]
    [TestCase("uri_file", "https://a.blob.core.windows.net/c/x?sig=verysecret", "'https://a.blob.core.windows.net/c/x'", "no such data")]
    [TestCase("uri_folder", "/no/such/folder/of/this/machine", "'/no/such/folder/of/this/machine'", "no such data")]
    public async Task Input_ThatCannotBeGiven_IsNamedWithItsUri(string type, string uri, string what, string andWhat)
    {
        var host = new FakeHost("echo never", $$$""","inputs":{"data":{"jobInputType":"{{{type}}}","uri":"{{{uri}}}"}}""");
        host.Data[Iris + "iris.csv"] = [FakeHost.File("iris.csv", "1,2\n")];
        host.Data[Iris] = [FakeHost.File("iris.csv", "1,2\n"), FakeHost.File("b.csv", "3,4\n")];

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ErrorCode, Is.EqualTo("UserError"));
            Assert.That(outcome.ErrorMessage, Does.Contain(what).And.Contain(andWhat).And.Not.Contain("verysecret"));
            Assert.That(host.LogPaths, Is.Empty);
        }
    }

    [Test]
    public async Task Input_PathOfThisMachine_IsReadWhereItIs()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sc-data-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "x.csv"), "x\n");
            string path = JsonPath(folder.FullName);
            var host = new FakeHost(
                "cat ${{inputs.plain}}/x.csv ${{inputs.file}}",
                $$$""","inputs":{"plain":{"jobInputType":"uri_folder","uri":"{{{path}}}"},"file":{"jobInputType":"uri_file","uri":"{{{new Uri(Path.Combine(folder.FullName, "x.csv"))}}}"}}""");

            ExecutionOutcome outcome = await LocalRun.Once(host);

            Assert.That(outcome.Succeeded, Is.True, outcome.ErrorMessage);
            Assert.That(host.Log, Is.EqualTo("x\nx\n"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Output_FoldersAndFiles_AreThereBeforehandAndStoredAfterwards()
    {
        var host = new FakeHost(
            "mkdir ${{outputs.model}}/deep; printf m > ${{outputs.model}}/deep/model.bin; printf '' > ${{outputs.model}}/empty; printf r > ${{outputs.report}}; echo ${{outputs.direct}}; head -c 1000000 /dev/zero > ${{outputs.model}}/large",
            """
            ,"outputs":{"default":{"jobOutputType":"uri_folder","uri":"azureml://datastores/workspaceartifactstore/ExperimentRun/dcid.job-1"},
            "model":{"jobOutputType":"mlflow_model","mode":"ReadWriteMount"},
            "report":{"jobOutputType":"uri_file","uri":"azureml://datastores/workspaceblobstore/paths/reports/r.html"},
            "direct":{"jobOutputType":"uri_folder","mode":"Direct"}}
            """);
        await using var run = new LocalRun();

        ExecutionOutcome outcome = await run.Execute(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True, outcome.ErrorMessage);
            Assert.That(host.Outputs.Keys.Order(), Is.EqualTo(["model/deep/model.bin", "model/empty", "model/large", "report"]));
            Assert.That(FakeHost.Read(host.Outputs["model/deep/model.bin"]), Is.EqualTo("m"));
            Assert.That(FakeHost.Read(host.Outputs["report"]), Is.EqualTo("r"));
            Assert.That(host.Outputs["model/empty"].Length, Is.Zero);
            Assert.That(FakeHost.Read(host.Outputs["model/large"]), Has.Length.EqualTo(1_000_000), "a large file outlives the working folder");
            Assert.That(host.Log, Is.EqualTo("azureml://datastores/workspaceblobstore/paths/azureml/job-1/direct/\n"));
        }
    }

    [Test]
    public async Task Output_OutputsAndLogsBesideTheCode_AreArtifacts()
    {
        var host = new FakeHost("mkdir -p outputs/a; printf 1 > outputs/a/one; printf 2 > logs/two; printf 3 > three");

        await LocalRun.Once(host);

        Assert.That(host.Artifacts.Keys.Order(), Is.EqualTo(["logs/two", "outputs/a/one"]));
    }

    [Test]
    public async Task Output_OfAFailedJob_IsKeptToo()
    {
        var host = new FakeHost("printf c > outputs/checkpoint; exit 1");

        await LocalRun.Once(host);

        Assert.That(host.Artifacts.Keys, Is.EqualTo(["outputs/checkpoint"]));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links and pipes need no rights elsewhere.")]
    public async Task Output_LinksAndPipes_OnlyWhatStaysInsideIsKept()
    {
        var host = new FakeHost(
            """
            cd outputs
            head -c 300000 /dev/zero > a-file; ln -s a-file z-inside; ln -s /etc/hostname outside; ln -s nowhere broken; ln -s loop loop
            ln -s /etc folder; ln -s folder/hostname sneaky; mkfifo pipe
            """);

        ExecutionOutcome outcome = await LocalRun.Once(host).WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True, outcome.ErrorMessage);
            Assert.That(host.Artifacts.Keys.Order(), Is.EqualTo(["outputs/a-file", "outputs/pipe", "outputs/z-inside"]));
            Assert.That(host.Artifacts["outputs/z-inside"].Length, Is.EqualTo(300_000));
            foreach (string name in (string[])["outside", "broken", "loop", "folder", "sneaky"])
            {
                Assert.That(host.Log, Does.Contain($"'{name}' is a link"));
            }
        }
    }

    [Test]
    public async Task Output_UriFileOfWhichTheJobMadeAFolder_IsAWarning()
    {
        var host = new FakeHost("mkdir ${{outputs.model}}; touch ${{outputs.model}}/x", ",\"outputs\":{\"model\":{\"jobOutputType\":\"uri_file\"}}");

        await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Outputs, Is.Empty);
            Assert.That(host.Log, Does.Contain("Output 'model' is a uri_file, but the job made a folder of it"));
        }
    }

    [Test]
    public async Task Output_NameThatLeadsOut_IsRefused()
    {
        ExecutionOutcome outcome = await LocalRun.Once(new FakeHost("echo", ",\"outputs\":{\"../x\":{\"jobOutputType\":\"uri_folder\"}}"));

        Assert.That(outcome.ErrorMessage, Does.Contain("'../x' leads out of the job's folder"));
    }

    [Test]
    public async Task WorkFolder_CannotBeMade_FailsWithWhatToDo()
    {
        string file = Path.GetTempFileName();
        try
        {
            await using var run = new LocalRun(options => options with { WorkFolder = Path.Combine(file, "below-a-file") });

            ExecutionOutcome outcome = await run.Execute(new FakeHost("echo hi"));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(outcome.ErrorCode, Is.EqualTo("ServiceError"));
                Assert.That(outcome.ErrorMessage, Does.StartWith("This machine could not run the job: ").And.Contain("LocalProcessOptions.WorkFolder"));
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Permissions are of the Unix kind.")]
    public async Task WorkFolder_JobTookItsOwnPermissions_IsRemovedAllTheSame()
    {
        await using var run = new LocalRun();

        await run.Execute(new FakeHost("mkdir -p deep/er; touch deep/er/file; chmod 0 deep/er deep"));

        Assert.That(run.JobFolders, Is.Empty);
    }

    [Test]
    public async Task KeepFolders_FolderStaysAndTheLogNamesIt()
    {
        var host = new FakeHost("echo x > made; echo y > outputs/y");
        await using var run = new LocalRun(static options => options with { KeepFolders = true });

        await run.Execute(host);
        await run.DisposeExecutorAsync();

        string folder = run.JobFolders.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Exists(Path.Combine(folder, "code", "made")), Is.True);
            Assert.That(File.Exists(Path.Combine(folder, "code", "outputs", "y")), Is.True);
            Assert.That(host.LogOf("user_logs/std_log.txt"), Does.Contain(folder));
        }
    }

    [Test]
    public async Task Store_FolderOfADeadProcess_IsRemovedByTheNextOne()
    {
        await using var run = new LocalRun();
        string dead = Directory.CreateDirectory(Path.Combine(run.WorkFolder, "run-0123456789ab")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, ".lock"), "");
        string kept = Directory.CreateDirectory(Path.Combine(run.WorkFolder, "run-kept")).FullName;
        using var living = new LocalStore(run.WorkFolder, keepFolders: false);
        using LocalFolder other = living.CreateJobFolder("other");

        await run.Execute(new FakeHost("echo hi"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.Exists(dead), Is.False);
            Assert.That(Directory.Exists(kept), Is.True);
            Assert.That(Directory.Exists(other.Path), Is.True);
        }
    }

    private static string JsonPath(string path) => Encoding.UTF8.GetString(System.Text.Json.JsonEncodedText.Encode(path).EncodedUtf8Bytes);
}
