using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>Jobs that the service took, and jobs that the Python client sends, are not refused here.</summary>
internal sealed class KnownJobsTests
{
    private const string Workspace = "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w";

    [Test]
    public void Validate_JobsOfRecordedTraffic_FindsNoErrors()
    {
        Recordings.Demand();

        using (Assert.EnterMultipleScope())
        {
            foreach ((string name, string json) in Recordings.Jobs().Where(job => !IsRefused(job.Name)))
            {
                Assert.That(Wired.Read(json).Validate().Errors, Is.Empty, name);
            }
        }
    }

    [Test]
    public void Validate_PipelineWhoseReferenceTheServiceRefused_RefusesItToo()
    {
        Recordings.Demand();
        (string _, string json) = Recordings.Jobs().Single(job => job.Name.Contains("invalid-expression request", StringComparison.Ordinal));

        Assert.That(Wired.Read(json).Validate().Errors.Select(error => error.Id), Is.EqualTo(new[] { "SC1424" }));
    }

    private static bool IsRefused(string recording) => recording.Contains("invalid-expression", StringComparison.Ordinal);

    [Test]
    public void Validate_CommandJobsOfThePythonClient_FindsNoErrors()
    {
        string corpus = SharedMaterial.Demand("corpus", "golden");
        (string Name, string Json)[] requests =
        [
            .. from file in Directory.EnumerateFiles(corpus, "*.json", SearchOption.AllDirectories)
               let body = JsonNode.Parse(File.ReadAllText(file))?["request"]?["body"]
               where (string?)body?["properties"]?["jobType"] == "Command"
               select (Path.GetFileName(file), body!.ToJsonString().Replace("{workspace}", Workspace, StringComparison.Ordinal)),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(requests, Has.Length.GreaterThan(50));
            foreach ((string name, string json) in requests)
            {
                Assert.That(Wired.Read(json).Validate().Errors, Is.Empty, name);
            }
        }
    }
}
