namespace ServerlessCompute;

/// <summary>What the service adds to a job is taken away again; what the author said stays.</summary>
internal sealed class AuthoredFormTests
{
    [Test]
    [Category("S43")]
    public void Of_AnswerOfTheService_IsWhatWasWritten()
    {
        var answered = (CommandJob)JobWire.ReadResource(Answer.Bytes("command-completed"));
        CommandJob written = Command.Run("python train.py --data ${{inputs.data}}")
            .WithEnvironment("azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33")
            .WithInput("data", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/iris/", InputMode.ReadOnlyMount))
            .WithDisplayName("iris").WithExperimentName("flowers")
            .AddTag("team", "vision").AddProperty("origin", "test");

        // Defaults that say the same as saying nothing stay: nobody can tell them from an author's.
        CommandJob withDefaults = written
            .WithIdentity(new AmlTokenConfiguration())
            .WithResources(new ResourceConfiguration { InstanceCount = 1, ShmSize = "2g" })
            .WithQueueSettings(JobTier.Standard);

        Assert.That(AuthoredForm.Of(answered), Is.EqualTo(withDefaults));
    }

    [TestCase("/subscriptions/s/computes/", null)]
    [TestCase("/subscriptions/s/computes/serverless", null)]
    [TestCase("/subscriptions/s/computes/ServerLess", null)]
    [TestCase("/subscriptions/s/computes/cpu", "/subscriptions/s/computes/cpu")]
    [TestCase(null, null)]
    [Category("S01")]
    public void Of_Compute_IsNoneForServerless(string? compute, string? authored) =>
        Assert.That(AuthoredForm.Of(new UnknownJob(JobType.AutoML) { Compute = compute }).Compute, Is.EqualTo(authored));

    [Test]
    public void Of_OwnOutputsAndServices_Stay()
    {
        CommandJob job = Command.Run("c").WithOutput("model", Output.MlflowModel()).AddService("shell", JobService.Ssh("k"));

        Assert.That(AuthoredForm.Of(job), Is.EqualTo(job));
    }

    [Test]
    public void Of_Job_IsTheSameTheSecondTime()
    {
        Job once = AuthoredForm.Of(JobWire.ReadResource(Answer.Bytes("command-put")));

        Assert.That(AuthoredForm.Of(once), Is.EqualTo(once));
        Assert.That(once.Name, Is.Null);
    }
}
