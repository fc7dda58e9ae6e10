namespace ServerlessCompute;

[TestFixture]
internal sealed class ClientThroughTransportTests
{
    private static CommandJob Job => Command.Run("python train.py").WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/versions/1");

    [Test]
    public async Task Client_SubmitsWatchesAndReadsTheResult()
    {
        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train.py", static async ctx =>
        {
            ctx.Log("training");
            await ctx.DelayAsync(TimeSpan.FromHours(10));
            ctx.LogMetric("accuracy", 0.97);
        });

        JobRun run = await serverless.CreateClient().SubmitAsync(Job);
        JobResult result = await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(serverless.Jobs[0].Log, Is.EqualTo("training\n"));
            Assert.That(serverless.Now - serverless.Options.StartTime, Is.GreaterThan(TimeSpan.FromHours(10)));
        }
    }

    [Test]
    public void Client_AgainstTheStrictestService_SendsNothingBeyondTheContract()
    {
        using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Strictness = Strictness.Contract });

        Assert.That(async () => await (await serverless.CreateClient().SubmitAsync(Job)).WaitForCompletionAsync(), Throws.Nothing);
    }
}
