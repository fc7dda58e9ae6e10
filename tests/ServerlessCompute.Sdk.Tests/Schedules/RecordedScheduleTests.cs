using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What the real service was recorded to answer about schedules, played to the client.</summary>
internal sealed class RecordedScheduleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recorded").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task CreateOrUpdateScheduleAsync_RecordedAnswer_IsFollowedToItsEnd()
    {
        JsonNode put = Recordings.Exchange("096-");
        string name = Keep(put);
        JsonNode made = put["response"]!["body"]!;
        Keep("GET", (string)put["response"]!["headers"]!["azure-asyncoperation"]!, new JsonObject { ["status"] = "Succeeded" });
        made["properties"]!["provisioningState"] = "Succeeded";
        made["name"] = name;
        Keep("GET", Address(put), made);
        Schedule sent = Wired.ReadSchedule(put["request"]!["body"]!.ToJsonString()).WithName(name);

        Schedule schedule = await Client().CreateOrUpdateScheduleAsync(sent, new SubmitOptions { SkipValidation = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((schedule.Name, schedule.ProvisioningState), Is.EqualTo((name, ScheduleProvisioningState.Succeeded)));
            Assert.That(schedule.Trigger, Is.EqualTo(sent.Trigger));
            Assert.That(schedule.CreateJob, Is.TypeOf<PipelineJob>().With.Property("Status").EqualTo(JobStatus.NotStarted));
        }
    }

    [Test]
    public void DeleteScheduleAsync_RecordedRefusalOfAnActiveOne_ThrowsWhatItSays()
    {
        JsonNode delete = Recordings.Exchange("098-");
        string name = Keep(delete);
        Keep(Recordings.Exchange("099-"));

        Assert.That(
            async () => await Client().DeleteScheduleAsync(name),
            Throws.TypeOf<ServerlessRequestException>().With.Message.Contains($"Cannot delete an active trigger {name}").And.Property("ErrorCode").EqualTo("UserError"));
    }

    private static string Address(JsonNode exchange) => $"https://{exchange["request"]!["host"]}{exchange["request"]!["path"]}";

    private ServerlessComputeClient Client() => new(new WorkspaceId(Guid.Empty.ToString(), "rg", "ws"), new AnyCredential(), new ReplayTransport(_folder).CreateClientOptions());

    /// <summary>Keeps an exchange as it was, and gives the last name in its path.</summary>
    private string Keep(JsonNode exchange)
    {
        JsonNode response = exchange["response"]!;
        Keep((string)exchange["request"]!["method"]!, Address(exchange), response["body"], (int)response["status"]!, response["headers"]!);
        return Address(exchange).Split('/')[^1];
    }

    private void Keep(string method, string address, JsonNode? body, int status = 200, JsonNode? headers = null)
    {
        var exchange = new JsonObject
        {
            ["liveRequest"] = new JsonObject { ["method"] = method, ["url"] = address },
            ["liveResponse"] = new JsonObject
            {
                ["statusCode"] = $"{status}",
                ["headers"] = headers?.DeepClone() ?? new JsonObject { ["Content-Type"] = "application/json" },
                ["body"] = body is JsonValue ? null : body?.DeepClone(),
            },
        };

        // The recordings hide their workspace in another way than ours do, and have a zero too few in its subscription.
        string text = exchange.ToJsonString()
            .Replace("/subscriptions/00000000-0000-0000-0000-000000000/", "/subscriptions/00000000-0000-0000-0000-000000000000/", StringComparison.Ordinal)
            .Replace("/resourceGroups/00000/", "/resourceGroups/rg/", StringComparison.Ordinal)
            .Replace("/workspaces/00000/", "/workspaces/ws/", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, $"{Directory.GetFiles(_folder).Length:000}.json"), text);
    }
}
