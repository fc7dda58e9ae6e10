namespace ServerlessCompute;

internal sealed class LocalVariablesTests
{
    [Test]
    public async Task Environment_OfAJob_IsWhatTrainingCodeExpects()
    {
        var host = new FakeHost(
            "env | grep -E '^(AZURE|MLFLOW|PYTHONUNBUFFERED|EXTRA)' | sort; echo ${NO_PROXY##*,}",
            """
            ,"environmentVariables":{"EXTRA":"a b\"c"},
            "inputs":{"rate":{"jobInputType":"literal","value":"0.1"},"data":{"jobInputType":"uri_folder","uri":"azureml://x/data/","mode":"Direct"}},
            "outputs":{"model":{"jobOutputType":"uri_folder","uri":"azureml://x/model/","mode":"Direct"}}
            """);

        await LocalRun.Once(host);

        string log = System.Text.RegularExpressions.Regex.Replace(host.Log, "[0-9a-f]{32,}|127.0.0.1:[0-9]+|EXPIRY=[0-9]{10}\n", "*", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.That(log, Is.EqualTo($"""
            AZUREML_ARM_PROJECT_NAME=iris
            AZUREML_ARM_RESOURCEGROUP=rg
            AZUREML_ARM_SUBSCRIPTION=00000000-0000-0000-0000-000000000001
            AZUREML_ARM_WORKSPACE_NAME=ws
            AZUREML_DATAREFERENCE_data=azureml://x/data/
            AZUREML_DATAREFERENCE_model=azureml://x/model/
            AZUREML_LOCAL_SCHEDULED_EVENTS=http://*/scheduledevents/*?api-version=2020-07-01
            AZUREML_NODE_COUNT=1
            AZUREML_PARAMETER_rate=0.1
            AZUREML_RUN_ID=job-1
            AZUREML_RUN_TOKEN=*
            AZUREML_RUN_TOKEN_*AZUREML_SERVICE_ENDPOINT=http://*
            AZURE_ML_INPUT_data=azureml://x/data/
            AZURE_ML_OUTPUT_model=azureml://x/model/
            EXTRA=a b"c
            MLFLOW_EXPERIMENT_ID={MlflowStore.ExperimentId("iris")}
            MLFLOW_EXPERIMENT_NAME=iris
            MLFLOW_RUN_ID=job-1
            MLFLOW_TRACKING_TOKEN=*
            MLFLOW_TRACKING_URI=http://*
            PYTHONUNBUFFERED=1
            127.0.0.1

            """));
    }

    [Test]
    public void Inherited_SecretsAndASurroundingJobsVariables_AreLeftOut()
    {
        Dictionary<string, string> inherited = LocalVariables.Inherited(
        [
            new("PATH", "p"), new("HOME", "h"), new("LANG", "l"), new("AZURE_CLIENT_SECRET", "s"), new("AZUREML_RUN_ID", "r"), new("AZUREML_CR_X", "x"),
            new("MLFLOW_TRACKING_URI", "u"), new("MSI_SECRET", "s"), new("IDENTITY_HEADER", "h"), new("ARM_CLIENT_SECRET", "s"), new("RANK", "1"), new("TF_CONFIG", "{}"), new("OMPI_COMM_WORLD_RANK", "0"),
        ]);

        Assert.That(inherited.Keys, Is.EquivalentTo(["PATH", "HOME", "LANG"]));
    }

    [Test]
    public async Task Environment_JobsOwnVariable_WinsOverTheServices()
    {
        var host = new FakeHost("echo $MLFLOW_EXPERIMENT_NAME", ",\"environmentVariables\":{\"MLFLOW_EXPERIMENT_NAME\":\"mine\"}");

        await LocalRun.Once(host);

        Assert.That(host.Log, Is.EqualTo("mine\n"));
    }

    [Test]
    public async Task Shell_OfTheOptions_RunsTheCommand()
    {
        var host = new FakeHost("echo ${BASH_VERSION-another shell}");
        await using var run = new LocalRun(static options => options with { Shell = "sh" });

        await run.Execute(host);

        Assert.That(host.Log, Is.EqualTo("another shell\n").Or.Matches("^[0-9]"), "sh is bash on some systems");
    }

    [Test]
    public async Task Shell_ThatIsNotThere_IsNamed()
    {
        await using var run = new LocalRun(static options => options with { Shell = "no-such-shell" });

        ExecutionOutcome outcome = await run.Execute(new FakeHost("echo"));

        Assert.That(outcome.ErrorMessage, Does.Contain("LocalProcessOptions.Shell names 'no-such-shell'"));
    }

    [Test]
    public void Options_OutOfRange_AreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new LocalProcessOptions { MaxConcurrency = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new LocalProcessOptions { MaxLogBytes = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new LocalProcessOptions { KillGracePeriod = TimeSpan.FromSeconds(-1) }, Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }
}
