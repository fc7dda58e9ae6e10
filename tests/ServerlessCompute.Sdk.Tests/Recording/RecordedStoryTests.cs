using System.Text;

namespace ServerlessCompute;

/// <summary>
/// A conversation that went wrong in many ways, kept beside this file as a user would keep one, and played to the client as it is now: what it
/// gives and throws is what it gave and threw when it was recorded. <c>UPDATE_GOLDEN=1</c> records it anew.
/// </summary>
internal sealed class RecordedStoryTests
{
    private static string Kept { get; } = Repository.Folder("tests", "ServerlessCompute.Sdk.Tests", "Recording", "Story");

    private static string Transcript { get; } = Path.Combine(Kept, "transcript.txt");

    [Test]
    public async Task Story_PlayedBack_GivesTheResultsAndExceptionsOfTheRecording()
    {
        if (ProcessEnvironment.Current["UPDATE_GOLDEN"] == "1")
        {
            await RecordAsync();
        }

        var replay = new ReplayTransport(Kept);
        string told = await TellAsync(new ServerlessComputeClient(new WorkspaceId(Guid.Empty.ToString(), "resource-group", "workspace"), new AnyCredential(), replay.CreateClientOptions()));

        Assert.That(told, Is.EqualTo((await File.ReadAllTextAsync(Transcript)).ReplaceLineEndings("\n")));
    }

    [Test]
    public void Story_Kept_HoldsWhatItIsAbout()
    {
        string[] files = [.. Directory.EnumerateFiles(Kept, "*.json").Select(File.ReadAllText)];

        using (Assert.EnterMultipleScope())
        {
            foreach (string status in (string[])["200", "201", "202", "206", "404", "416", "429", "500", "502", "504"])
            {
                Assert.That(files, Has.Some.Contains($"\"statusCode\": \"{status}\""));
            }

            Assert.That(files, Has.Some.Contains("\"body\": null"), "A cancel is answered with the word null.");
        }
    }

    private static async Task RecordAsync()
    {
        Directory.CreateDirectory(Kept);
        foreach (string file in Directory.EnumerateFiles(Kept))
        {
            File.Delete(file);
        }

        using var serverless = new InMemoryServerless();
        serverless.OnCommand("train", static async job =>
        {
            job.Log("first line");
            await job.DelayAsync(TimeSpan.FromMinutes(5));
            job.LogMetric("loss", 0.25);
            job.Log("second line");
        });
        serverless.OnCommand("fail", static job =>
        {
            job.Log("about to fail");
            job.Fail("out of memory");
        });
        serverless.OnCommand("forever", static job => job.DelayAsync(TimeSpan.FromDays(1)));
        serverless.Faults
            .Throttle(FaultPlan.First(1).On("PUT", "/jobs/"))
            .FailRequests(FaultPlan.First(1).On("GET", "/history/"), 500)
            .FailRequests(FaultPlan.First(1).On("GET", "/jobs/"), 502)
            .FailRequests(FaultPlan.First(1).On("GET", "/datastores/"), 504);
        ServerlessComputeClientOptions options = serverless.CreateClientOptions();
        options.Transport = new RecordingTransport(serverless.Transport, Kept);
        await File.WriteAllTextAsync(Transcript, await TellAsync(new ServerlessComputeClient(serverless.Workspace, new AnyCredential(), options)));
    }

    private static async Task<string> TellAsync(ServerlessComputeClient client)
    {
        var told = new StringBuilder();
        CommandJob Job(string command) => Command.Run(command).WithEnvironment("e:1");

        JobRun run = await client.SubmitAsync(Job("train"));
        Line($"submitted {run.Name}, new: {run.WasCreated}");
        await foreach (JobEvent e in run.WatchAsync())
        {
            Line($"{e.GetType().Name}: {e}");
        }

        Line($"{await run.WaitForCompletionAsync()}");
        await AttemptAsync(async () => await (await client.SubmitAsync(Job("fail"))).WaitForCompletionAsync());
        JobRun forever = await client.SubmitAsync(Job("forever"));
        await forever.CancelAsync();
        await AttemptAsync(async () => await forever.WaitForCompletionAsync());
        await forever.CancelAsync();
        await AttemptAsync(async () => await client.GetJobAsync("nobody"));
        await AttemptAsync(async () => await client.GetDatastoreAsync("nowhere"));
        Line(string.Join(", ", await client.GetJobsAsync().Select(job => $"{job.Name} {job.Status}").ToListAsync()));
        return told.ToString();

        void Line(string text) => told.Append(text.ReplaceLineEndings("\n")).Append('\n');

        async Task AttemptAsync(Func<Task> call)
        {
            try
            {
                await call();
                Line("nothing was thrown");
            }
            catch (Exception e) when (e is not AssertionException)
            {
                Line($"{e.GetType().Name}: {e.Message}");
            }
        }
    }
}
