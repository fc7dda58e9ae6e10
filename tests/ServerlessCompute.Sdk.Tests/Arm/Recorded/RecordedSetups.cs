using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>What has to be there before a recorded request is sent, for each exchange.</summary>
internal static class RecordedSetups
{
    private const string Blocked = "standardESv3Family";

    /// <summary>Exchanges whose answers are compared value for value in <see cref="RecordedAnswersTests"/>.</summary>
    public static IReadOnlyList<string> ComparedByValue { get; } =
        ["001", "003", "005", "007", "008", "009", "010", "011", "012", "013", "026", "029", "030", "031", "032", "033", "034", "035", "096"];

    /// <summary>The others.</summary>
    public static IReadOnlyDictionary<string, Func<RecordedReplay, Task>> All { get; } = new Dictionary<string, Func<RecordedReplay, Task>>
    {
        ["002"] = static r => PutOfAsync(r, "001-"),
        ["004"] = static async r =>
        {
            await PutOfAsync(r, "003-");
            r.Service.Serverless.Advance(TimeSpan.FromSeconds(5));
        },
        ["014"] = static r => CommandThatEndsAsync(r, "commandjob01"),
        ["016"] = static r => CommandThatEndsAsync(r, "commandjob01"),
        ["017"] = static async r =>
        {
            r.Service.Serverless.OnCommand(static work => work.DelayAsync(TimeSpan.FromHours(1)));
            await r.ArmAsync("PUT", $"jobs/{r.Name}", r.Body);
            r.Service.Serverless.Advance(TimeSpan.FromMinutes(10));
            r.Service.Serverless.Cancel(r.Name);
            await r.Service.Serverless.RunUntilIdleAsync();
        },
        ["020"] = static r => CommandAsync(r, r.Url.Split('/')[^2]),
        ["021"] = static async r =>
        {
            await CommandAsync(r, "job");
            r.Url = (await r.ArmAsync("POST", "jobs/job/cancel")).Header("Location")!;
        },
        ["022"] = static async r =>
        {
            await CommandAsync(r, "job");
            r.Url = (await r.ArmAsync("POST", "jobs/job/cancel")).Header("Location")!;
            await r.Service.Serverless.RunUntilIdleAsync();
        },
        ["023"] = static r => PipelineAsync(r, r.Url.Split('/')[^2], ends: true),
        ["024"] = static async r =>
        {
            await PipelineAsync(r, r.Name, ends: false);
            await r.ArmAsync("POST", $"jobs/{r.Name}/cancel");
        },
        ["028"] = static async r =>
        {
            r.Service.Serverless.OnCommand(static work => work.Fail("broken"));
            await r.ArmAsync("PUT", $"jobs/{r.Name}", RawService.CommandBody());
            await r.Service.Serverless.RunUntilIdleAsync();
        },
        ["036"] = static async r =>
        {
            await PipelineAsync(r, "pipeline", ends: true);
            r.Url = r.Url.Replace(r.Name, r.Service.Serverless.Jobs[0].Children[0].Name, StringComparison.Ordinal);
        },
        ["040"] = Nothing,
        ["041"] = Nothing,
        ["042"] = Nothing,
        ["043"] = Components,
        ["045"] = static r =>
        {
            r.RegisterComponents();
            r.Service.Serverless.Faults.Throttle(FaultPlan.Always);
            return Task.CompletedTask;
        },
        ["046"] = static r =>
        {
            r.RegisterComponents();
            r.Service.Serverless.Faults.FailRequests(FaultPlan.Always);
            return Task.CompletedTask;
        },
        ["049"] = static r => r.ArmAsync("PUT", $"components/{r.Url.Split('/')[^3]}/versions/1", r.Body!.Replace("/codes/", "/codes/another-", StringComparison.Ordinal)),
        ["050"] = Nothing,
        ["051"] = Nothing,
        ["052"] = Nothing,
        ["053"] = Nothing,
        ["054"] = static r =>
        {
            r.Service.Serverless.Quotas.SetFamily("standardNDSv2Family", 0);
            r.Service.Serverless.AddCluster("gpu-cluster", "Standard_ND40rs_v2", 1, 2);
            return Task.CompletedTask;
        },
        ["055"] = static async r =>
        {
            r.Service.Serverless.Quotas.SetFamily("standardDSv2Family", 8);
            r.Service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 1, 3);
            r.Service.Serverless.OnCommand(static work => work.DelayAsync(TimeSpan.FromHours(5)));
            for (int i = 0; i < 3; i++)
            {
                await r.ArmAsync("PUT", $"jobs/job{i}", RawService.CommandBody(more: $"\"computeId\":\"{r.Service.Workspace}/computes/cpu-cluster\""));
            }

            r.Service.Serverless.Advance(TimeSpan.FromMinutes(10));
        },
        ["060"] = Nothing,
        ["061"] = static r => r.ArmAsync("PUT", "codes/code/versions/1", $$$$"""
            {"properties":{"codeUri":"https://a.blob.core.windows.net/c","properties":{"hash_sha256":"{{{{r.Request["query"]!["hash"]}}}}","hash_version":"202208"}}}
            """),
        ["062"] = Nothing,
        ["064"] = static async r =>
        {
            r.Url = await UploadUrlAsync(r, "entry.py");
            r.Body = "print()";
        },
        ["065"] = static async r =>
        {
            string url = await UploadUrlAsync(r, "entry.py");
            await r.Service.SendAsync("PUT", url, "print()", CancellationToken.None, ("x-ms-blob-type", "BlockBlob"));
            r.Url = url + "&comp=metadata";
        },
        ["066"] = Nothing,
        ["068"] = Nothing,
        ["070"] = Nothing,
        ["071"] = static async r =>
        {
            for (int i = 0; i < 60; i++)
            {
                await r.ArmAsync("PUT", $"components/c{i:00}/versions/1", Bodies.Component("echo"));
            }
        },
        ["072"] = Nothing,
        ["074"] = Nothing,
        ["075"] = Nothing,
        ["080"] = static async r =>
        {
            await PipelineAsync(r, "000000000000000000000", ends: false);
            r.Service.Serverless.Advance(TimeSpan.FromSeconds(30));
        },
        ["081"] = static async r =>
        {
            r.Service.Serverless.OnCommand(static work => work.Fail("broken"));
            await PipelineAsync(r, "000000000000000000000", ends: true);
        },
        ["082"] = static async r =>
        {
            r.Service.Serverless.Quotas.SetFamily(Blocked, 4);
            r.Service.Serverless.Quotas.UseElsewhere(Blocked, 4);
            await PipelineAsync(r, "000000000000000000000", ends: false, more: ",\"resources\":{\"instance_type\":\"Standard_E4s_v3\"}");
            r.Service.Serverless.Advance(TimeSpan.FromMinutes(2));
        },
        ["084"] = static r => LogAsync(r, "executionlogs.txt"),
        ["085"] = static r => LogAsync(r, "stderrlogs.txt"),
        ["086"] = Nothing,
        ["088"] = Nothing,
        ["090"] = Nothing,
        ["091"] = Nothing,
        ["092"] = Nothing,
        ["093"] = Nothing,
        ["094"] = Nothing,
        ["098"] = static r => ScheduleAsync(r, r.Name),
        ["099"] = static async r =>
        {
            await ScheduleAsync(r, "weekly");
            r.Url = (await r.ArmAsync("DELETE", "schedules/weekly")).Header("Azure-AsyncOperation")!;
        },
    };

    private static Task Nothing(RecordedReplay replay) => Task.CompletedTask;

    private static Task Components(RecordedReplay replay)
    {
        replay.RegisterComponents();
        return Task.CompletedTask;
    }

    private static Task<RawAnswer> CommandAsync(RecordedReplay replay, string name) => replay.ArmAsync("PUT", $"jobs/{name}", RawService.CommandBody(more: "\"limits\":{\"jobLimitsType\":\"Command\"}"));

    /// <summary>Makes the job as the recorded client made it.</summary>
    private static Task<RawAnswer> PutOfAsync(RecordedReplay replay, string exchange) =>
        replay.ArmAsync("PUT", $"jobs/{replay.Name}", Recordings.Exchange(exchange)["request"]!["body"]!.ToJsonString());

    private static async Task CommandThatEndsAsync(RecordedReplay replay, string name)
    {
        await CommandAsync(replay, name);
        await replay.Service.Serverless.RunUntilIdleAsync();
    }

    private static async Task PipelineAsync(RecordedReplay replay, string name, bool ends, string more = "")
    {
        await replay.ArmAsync("PUT", "components/c/versions/1", Bodies.Component("echo"));
        RawAnswer put = await replay.ArmAsync("PUT", $"jobs/{name}", Bodies.Pipeline($$$"""{"a":{"type":"command","componentId":"azureml:c:1"{{{more}}}}}"""));
        Assert.That(put.Status, Is.EqualTo(201), put.Text);
        if (ends)
        {
            await replay.Service.Serverless.RunUntilIdleAsync();
        }
    }

    private static Task<RawAnswer> ScheduleAsync(RecordedReplay replay, string name) => replay.ArmAsync("PUT", $"schedules/{name}", """
        {"properties":{"trigger":{"triggerType":"Cron","expression":"0 9 * * 1"},"action":{"actionType":"CreateJob","jobDefinition":{"jobType":"Command","command":"echo","environmentId":"azureml:e:1"}}}}
        """);

    private static async Task<string> UploadUrlAsync(RecordedReplay replay, string file)
    {
        JsonNode place = JsonNode.Parse((await replay.ArmAsync("POST", "codes/code/versions/1/startPendingUpload", """{"pendingUploadType":"TemporaryBlobReference"}""")).Text)!["blobReferenceForConsumption"]!;
        string[] sas = ((string)place["credential"]!["sasUri"]!).Split('?');
        return $"{sas[0]}/{file}?{sas[1]}";
    }

    private static async Task LogAsync(RecordedReplay replay, string log)
    {
        await PipelineAsync(replay, "pipeline", ends: true);
        JsonNode details = JsonNode.Parse((await replay.Service.DetailsAsync("pipeline")).Text)!;
        replay.Url = (string)details["logFiles"]![$"logs/azureml/{log}"]!;
    }
}
