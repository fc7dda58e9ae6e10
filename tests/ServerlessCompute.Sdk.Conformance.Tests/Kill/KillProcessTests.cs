using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// A process that submits is killed between any two of its requests, and in the middle of each; another process repeats the submission. One job,
/// one snapshot of its code, one environment, and files as they were.
/// </summary>
internal sealed class KillProcessTests
{
    private const int Patience = 120;

    private string _folder = "";

    /// <summary>What the killed process does.</summary>
    public static async Task<int> SubmitAsync(string folder, int lives, bool answerIsLost)
    {
        using var transport = new PipeTransport(lives, answerIsLost);
        var client = new ServerlessComputeClient(
            new InMemoryServerless().Workspace, new AnyToken(), new ServerlessComputeClientOptions { Transport = transport });
        CommandJob job = Command.Run("python train.py ${{inputs.data}}").WithCode("src").WithBuild("docker").WithInput("data", Input.UriFolder("data"));
        await client.SubmitAsync(job, new SubmitOptions { BaseFolder = folder, OperationId = "nightly" });
        return 0;
    }

    [SetUp]
    public void WriteFiles()
    {
        _folder = Directory.CreateTempSubdirectory("kill").FullName;
        foreach ((string path, string text) in new[] { ("src/train.py", "print(1)\n"), ("src/lib/util.py", "x = 1\n"), ("data/a.csv", "1,2\n"), ("docker/Dockerfile", "FROM x\n") })
        {
            string file = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    [TearDown]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Submit_KilledAfterAnyRequestAndRepeated_LeavesOneOfEach()
    {
        int steps;
        using (var whole = new InMemoryServerless())
        {
            (bool isDone, steps) = await RunAsync(whole, int.MaxValue, answerIsLost: false);
            Assert.That(isDone, Is.True);
        }

        Assert.That(steps, Is.GreaterThan(12));
        using (Assert.EnterMultipleScope())
        {
            // Before a request and in the middle of it by turns.
            for (int lives = 0; lives < steps; lives++)
            {
                await KillAndRepeatAsync(lives, answerIsLost: lives % 2 == 0);
            }
        }
    }

    private async Task KillAndRepeatAsync(int lives, bool answerIsLost)
    {
        using var serverless = new InMemoryServerless();
        string when = $"killed after {lives} requests{(answerIsLost ? ", in the middle of the next" : "")}";
        (bool isDone, _) = await RunAsync(serverless, lives, answerIsLost);
        Assert.That(isDone, Is.False, when);

        (isDone, _) = await RunAsync(serverless, int.MaxValue, answerIsLost: false);

        Assert.That(isDone, Is.True, when);
        Assert.That(serverless.Jobs, Has.Count.EqualTo(1), when);
        ServerlessComputeClient client = serverless.CreateClient();
        List<AssetSummary> codes = await client.GetCodesAsync().ToListAsync(), environments = await client.GetEnvironmentsAsync().ToListAsync();
        Assert.That(codes.Select(static code => code.Name), Has.Exactly(1).Items.And.All.Matches<string>(static name => Guid.TryParse(name, out _)), when);
        Assert.That(environments, Has.Count.EqualTo(1), when);
        string down = Path.Combine(_folder, $"down{lives}");
        await client.DownloadCodeAsync($"azureml:{codes[0].Name}:1", down);
        string[] files = [.. Directory.EnumerateFiles(down, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)} {File.ReadAllText(file)}")];
        Assert.That(files, Is.EquivalentTo(new[] { "train.py print(1)\n", "util.py x = 1\n" }), when);
        Assert.That((await client.GetRun(serverless.Jobs.Single().Name).WaitForCompletionAsync()).Status, Is.EqualTo(JobStatus.Completed), when);
    }

    /// <summary>Runs a process that submits, and answers it until it is done or dead.</summary>
    private async Task<(bool IsDone, int Requests)> RunAsync(InMemoryServerless serverless, int lives, bool answerIsLost)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillProcessTests).Assembly.Location, "submit", _folder, lives.ToString(CultureInfo.InvariantCulture), $"{answerIsLost}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(Patience));
        Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
        HttpPipeline pipeline = HttpPipelineBuilder.Build(new ServerlessComputeClientOptions { Transport = serverless.Transport, Resilience = ResilienceOptions.None });
        int requests = 0;
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            requests++;
            string answer = await AnswerAsync(pipeline, line, timeout.Token);
            try
            {
                await process.StandardInput.WriteLineAsync(answer.AsMemory(), timeout.Token);
                await process.StandardInput.FlushAsync(timeout.Token);
            }
            catch (IOException)
            {
                // It is dead.
            }
        }

        await process.WaitForExitAsync(timeout.Token);
        string said = await errors;
        Assert.That(said, Is.Empty);
        return (process.ExitCode == 0, requests);
    }

    private static async Task<string> AnswerAsync(HttpPipeline pipeline, string line, CancellationToken cancellationToken)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement asked = document.RootElement;
        using HttpMessage message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Parse(asked.GetProperty("method").GetString()!);
        message.Request.Uri.Reset(new Uri(asked.GetProperty("uri").GetString()!));
        foreach ((string name, string value) in PipedExchange.Headers(asked))
        {
            message.Request.Headers.SetValue(name, value);
        }

        byte[] body = PipedExchange.Body(asked);
        message.Request.Content = body.Length == 0 ? null : RequestContent.Create(body);
        await pipeline.SendAsync(message, cancellationToken);
        return PipedExchange.Answer(message.Response.Status, message.Response.Headers.Select(static header => (header.Name, header.Value)), message.Response.Content.ToArray());
    }

    private sealed class AnyToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
