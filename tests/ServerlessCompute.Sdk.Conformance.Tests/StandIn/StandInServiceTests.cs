namespace ServerlessCompute;

internal sealed class StandInServiceTests
{
    [Test]
    public async Task Submit_AJobWithCodeAndData_SeesAllThatTheClientSends()
    {
        string folder = Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Corpus", "yaml", "files");
        var service = new StandInService();
        CommandJob job = Command.Run($"ls {Input.UriFolder("lake").Named("lake")}").WithCode("src").WithEnvironment("azureml:trees@latest");

        JobRun run = await service.CreateClient().SubmitAsync(job, new SubmitOptions { BaseFolder = folder });

        string[] sent = [.. service.Requests.Where(request => request.Method == "PUT").Select(request => request.Path)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Name, Is.EqualTo("job-name"));
            Assert.That(sent, Has.Some.EndsWith("/src/train.py").And.Some.Contains("/azureml-blobstore/LocalUpload/").And.Some.Contains("/codes/"));
            Assert.That(sent[^1], Is.EqualTo($"{StandInService.Workspace}/jobs/job-name"));
            Assert.That((string?)service.Requests[^1].Body!["properties"]!["environmentId"], Is.EqualTo($"{StandInService.Workspace}/environments/trees/versions/1"));
            Assert.That(service.Requests[^1].ApiVersion, Is.EqualTo("2024-04-01"));
            Assert.That(service.Unknown, Is.Empty);
        }
    }

    [Test]
    public async Task Submit_AsTheSubmitter_CarriesTheTokenHeader()
    {
        var service = new StandInService();

        await service.CreateClient().SubmitAsync(Command.Run("echo").WithEnvironment("azureml:trees:12").WithIdentity(new UserIdentityConfiguration()));

        Assert.That(service.Requests[^1].TokenHeaders, Is.EqualTo(new[] { "x-azureml-token" }));
    }

    [Test]
    public async Task GetJob_AfterItWasSent_IsAnsweredAsSent()
    {
        ServerlessComputeClient client = new StandInService().CreateClient();
        CommandJob job = Command.Run("echo").WithEnvironment("azureml:trees:12");

        JobRun run = await client.SubmitAsync(job);
        Job found = await client.GetJobAsync(run.Name);

        Assert.That(((CommandJob)found).Command, Is.EqualTo(job.Command));
    }

    [Test]
    public async Task GetJob_ThatNobodySent_IsRefusedAndRemembered()
    {
        var service = new StandInService();

        ServerlessRequestException? refused = await Assert.ThrowsAsync<ServerlessRequestException>(() => service.CreateClient().GetJobAsync("nobody"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused!.Status, Is.EqualTo(404));
            Assert.That(service.Unknown.Select(request => request.Path), Is.EqualTo(new[] { $"{StandInService.Workspace}/jobs/nobody" }));
        }
    }
}
