using System.Text.Json;

namespace ServerlessCompute;

[TestFixture]
internal sealed class ClusterTests
{
    private const string Family = "standardDSv2Family";

    private static RawService Manual(int quota = 1000)
    {
        var service = new RawService(new InMemoryServerlessOptions { Clock = InMemoryClock.Manual, Quota = QuotaProfile.Generous.WithFamily(Family, quota) });
        service.Serverless.OnCommand(static ctx => ctx.DelayAsync(TimeSpan.FromHours(1)));
        return service;
    }

    private static string On(RawService service, string cluster, int nodes = 1) =>
        $"\"computeId\":\"{service.Workspace}/computes/{cluster}\",\"resources\":{{\"instanceCount\":{nodes}}}";

    private static Task<RawAnswer> SubmitAsync(RawService service, string job, string cluster, int nodes = 1) =>
        service.PutJobAsync(job, RawService.CommandBody(more: On(service, cluster, nodes)));

    private static string[] Statuses(RawService service) => [.. service.Serverless.Jobs.Select(static j => j.Status.ToString())];

    private static async Task<JsonElement> ComputeAsync(RawService service, string name) => (await service.ArmAsync("GET", $"computes/{name}")).Properties;

    [Test]
    [Category("S32")]
    public async Task Cluster_JobsBeyondItsNodes_WaitInTheirOrder()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 2);
        await SubmitAsync(service, "a", "cpu-cluster");
        await SubmitAsync(service, "b", "cpu-cluster", nodes: 2);
        await SubmitAsync(service, "c", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        string[] early = Statuses(service);
        string waiting = (await service.DetailsAsync("b")).Json.GetProperty("queueingInfo").GetProperty("message").GetString()!;
        service.Serverless.Advance(TimeSpan.FromHours(5));
        InMemoryJob[] jobs = [.. service.Serverless.Jobs];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.EqualTo(new[] { "Running", "Queued", "Queued" }), "c has a node to itself, and does not overtake");
            Assert.That(waiting, Is.EqualTo("Job needs 2 node(s) while currently the cluster only has 1 available node(s)"));
            Assert.That(jobs[1].StartedAt, Is.EqualTo(jobs[0].EndedAt));
            Assert.That(jobs[2].StartedAt, Is.EqualTo(jobs[1].EndedAt));
            Assert.That(jobs.Select(static j => j.InstanceType), Has.All.EqualTo("Standard_DS3_v2"));
        }
    }

    [Test]
    [Category("S32")]
    public async Task Cluster_NodesThatWereIdleForAWhile_GoAndNoneComeMeanwhile()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 4, TimeSpan.FromMinutes(2));
        await SubmitAsync(service, "a", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(61));
        while (service.Serverless.Clusters[0].LeavingNodes == 0)
        {
            service.Serverless.Advance(TimeSpan.FromSeconds(1));
        }

        await SubmitAsync(service, "b", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromSeconds(10));
        InMemoryCluster shrinking = service.Serverless.Clusters[0];
        while (service.Serverless.Clusters[0].LeavingNodes > 0)
        {
            service.Serverless.Advance(TimeSpan.FromSeconds(1));
        }

        InMemoryCluster growing = service.Serverless.Clusters[0];
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((shrinking.PreparingNodes, shrinking.WaitingJobs), Is.EqualTo((0, 1)));
            Assert.That((growing.PreparingNodes, growing.WaitingJobs), Is.EqualTo((1, 1)));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Completed", "Running" }));
            Assert.That(service.Serverless.Jobs[1].StartedAt - service.Serverless.Jobs[1].CreatedAt, Is.GreaterThan(TimeSpan.FromSeconds(45 + 10)));
        }
    }

    [Test]
    [Category("S32")]
    [Category("S50")]
    public async Task Cluster_LeastNodes_StayUseQuotaAndCostTheirTime()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 2, 4);
        await SubmitAsync(service, "a", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromHours(10));

        InMemoryCluster cluster = service.Serverless.Clusters.Single();
        InMemoryJob job = service.Serverless.Jobs.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((cluster.IdleNodes, cluster.RunningNodes), Is.EqualTo((2, 0)));
            Assert.That(service.Serverless.Quotas[Family].Used, Is.EqualTo(8));
            Assert.That(cluster.Cost.NodeTime, Is.EqualTo(TimeSpan.FromHours(20)));
            Assert.That(cluster.Cost.Dollars, Is.EqualTo(20 * 0.293m));
            Assert.That(job.Cost.NodeTime, Is.EqualTo(job.EndedAt - job.StartedAt), "a job has its share of them");
            Assert.That(cluster.ToString(), Is.EqualTo("cpu-cluster: 0 running, 2 idle, 0 preparing, 0 leaving of 2 to 4 x Standard_DS3_v2, 0 job(s) waiting"));
        }
    }

    [Test]
    [Category("S28")]
    [Category("S32")]
    public async Task Cluster_GrowingBeyondQuota_SaysSoAndGrowsWhenItFrees()
    {
        using RawService service = Manual(quota: 8);
        service.Serverless.Quotas.UseElsewhere(Family, 6);
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 3);
        await SubmitAsync(service, "a", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(10));
        JsonElement stuck = await ComputeAsync(service, "cpu-cluster");

        service.Serverless.Quotas.UseElsewhere(Family, 4);
        service.Serverless.Advance(TimeSpan.FromMinutes(10));

        JsonElement error = stuck.GetProperty("properties").GetProperty("errors")[0].GetProperty("error");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stuck.GetProperty("provisioningState").GetString(), Is.EqualTo("Succeeded"));
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo("ClusterCoreQuotaReached"));
            Assert.That(
                error.GetProperty("message").GetString(),
                Does.StartWith("Operation results in exceeding quota limits of Standard DSv2 Family Cluster Dedicated vCPUs. Maximum allowed: 8, Current in use: 6, Additional requested: 4. Click here"));
            Assert.That(Statuses(service), Is.EqualTo(new[] { "Running" }));
            Assert.That((await ComputeAsync(service, "cpu-cluster")).GetProperty("properties").GetProperty("errors").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    [Category("S28")]
    [Category("S32")]
    public async Task Cluster_QuotaNeverEnoughForItsLeast_IsFailedAndItsJobsAre()
    {
        using RawService service = Manual(quota: 2);
        InMemoryCluster cluster = service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 3);
        await SubmitAsync(service, "a", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        JsonElement answer = await ComputeAsync(service, "cpu-cluster");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.ErrorCode, Is.EqualTo("ClusterMinNodesExceedCoreQuota"));
            Assert.That(answer.GetProperty("provisioningState").GetString(), Is.EqualTo("Failed"));
            Assert.That(answer.GetProperty("provisioningErrors")[0].GetProperty("error").GetProperty("message").GetString(), Is.EqualTo(cluster.ErrorMessage));
            Assert.That(answer.GetProperty("properties").GetProperty("nodeStateCounts").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(service.Serverless.Jobs.Single().ErrorCode, Is.EqualTo("ClusterMinNodesExceedCoreQuota"));
        }
    }

    [Test]
    [Category("S32")]
    public async Task Cluster_JobWithMoreNodesThanItEverHas_Fails()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 2);
        await SubmitAsync(service, "a", "cpu-cluster", nodes: 3);
        service.Serverless.Advance(TimeSpan.FromMinutes(1));

        Assert.That(service.Serverless.Jobs.Single().ErrorMessage, Does.StartWith("The job's node count of 3 is more than the 2 node(s) that the compute cpu-cluster has at most."));
    }

    [Test]
    [Category("S32")]
    public async Task Cluster_JobCancelledWhileItWaits_GivesUpWhatWasAskedForIt()
    {
        using RawService service = Manual(quota: 4);
        service.Serverless.Quotas.UseElsewhere(Family, 4);
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 2);
        await SubmitAsync(service, "a", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));
        service.Serverless.Cancel("a");
        service.Serverless.Advance(TimeSpan.FromMinutes(1));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Engine.Machines.Scheduler.Queues.Sum(static q => q.Waiting.Count), Is.Zero);
            Assert.That(service.Serverless.Clusters[0].WaitingJobs, Is.Zero);
            Assert.That(service.Serverless.Jobs[0].Status, Is.EqualTo(JobStatus.Canceled));
        }
    }

    [Test]
    [Category("S32")]
    public async Task Computes_Get_HasTheRecordedMembers()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 1, 3);
        await SubmitAsync(service, "a", "cpu-cluster");
        await SubmitAsync(service, "b", "cpu-cluster");
        service.Serverless.Advance(TimeSpan.FromMinutes(5));

        RawAnswer answer = await service.ArmAsync("GET", "computes/CPU-cluster");
        JsonElement list = (await service.ArmAsync("GET", "computes")).Json.GetProperty("value");
        JsonElement inner = answer.Properties.GetProperty("properties");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RawAnswer.Names(answer.Json), Is.EqualTo(new[] { "id", "name", "type", "location", "tags", "properties" }));
            Assert.That(
                RawAnswer.Names(answer.Properties),
                Is.EqualTo(new[] { "createdOn", "modifiedOn", "disableLocalAuth", "description", "resourceId", "computeType", "computeLocation", "provisioningState", "provisioningErrors", "isAttachedCompute", "properties" }));
            Assert.That(
                RawAnswer.Names(inner),
                Is.EqualTo(new[] { "vmSize", "vmPriority", "scaleSettings", "subnet", "currentNodeCount", "targetNodeCount", "nodeStateCounts", "allocationState", "allocationStateTransitionTime", "errors", "remoteLoginPortPublicAccess", "osType", "virtualMachineImage", "isolatedNetwork", "enableBatchPrivateLink", "propertyBag" }));
            Assert.That(inner.GetProperty("vmSize").GetString(), Is.EqualTo("STANDARD_DS3_V2"));
            Assert.That(inner.GetProperty("scaleSettings").GetRawText(), Is.EqualTo("{\"maxNodeCount\":3,\"minNodeCount\":1,\"nodeIdleTimeBeforeScaleDown\":\"PT2M\"}"));
            Assert.That(inner.GetProperty("nodeStateCounts").GetProperty("runningNodeCount").GetInt32(), Is.EqualTo(2));
            Assert.That(inner.GetProperty("allocationState").GetString(), Is.EqualTo("Steady"));
            Assert.That(JsonElement.DeepEquals(list[0], answer.Json), "a list has what a read has");
        }
    }

    [Test]
    [Category("S32")]
    public async Task Job_OnACluster_NamesItWhereRecordingsDo()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 1);

        RawAnswer put = await SubmitAsync(service, "a", "cpu-cluster");
        RawAnswer serverless = await service.PutJobAsync("b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Properties.GetProperty("computeId").GetString(), Is.EqualTo($"{service.Workspace}/computes/cpu-cluster"));
            Assert.That(put.Properties.GetProperty("properties").GetProperty("_azureml.ClusterName").GetString(), Is.EqualTo("cpu-cluster"));
            Assert.That(serverless.Properties.GetProperty("properties").GetProperty("_azureml.ClusterName").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That((await service.DetailsAsync("a")).Json.GetProperty("target").GetString(), Is.EqualTo("cpu-cluster"));
        }
    }

    [Test]
    [Category("S32")]
    public async Task Computes_UnknownName_AnswersAsRecorded()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 0, 1);

        RawAnswer get = await service.ArmAsync("GET", "computes/cpu-cluster-non-existent");
        RawAnswer put = await SubmitAsync(service, "a", "cpu-cluster-non-existent");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((get.Status, get.Text), Is.EqualTo((404, "")));
            Assert.That((put.Status, put.InnerCode), Is.EqualTo((404, "ComputeNotFound")));
        }
    }

    [Test]
    [Category("S24")]
    [Category("S26")]
    public async Task Usages_AndUpdateQuotas_KnowTheClusters()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu-cluster", "Standard_DS3_v2", 2, 2);
        string location = $"https://management.azure.com{service.Engine.Workspace.LocationPrefix}";

        JsonElement usages = (await service.SendAsync("GET", $"{location}/usages?api-version=2024-04-01")).Json.GetProperty("value");
        JsonElement update = (await service.SendAsync("POST", $"{location}/updateQuotas?api-version=2024-04-01", $$"""{"value":[{"id":"{{service.Workspace}}/quotas/{{Family}}","limit":7}]}""")).Json.GetProperty("value");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(usages[0].GetProperty("currentValue").GetInt32(), Is.EqualTo(1));
            Assert.That(update[0].GetProperty("status").GetString(), Is.EqualTo("InvalidQuotaBelowClusterMinimum"));
        }
    }

    [TestCase("serverless", "Standard_DS3_v2", 0, 1)]
    [TestCase("9lives", "Standard_DS3_v2", 0, 1)]
    [TestCase("cpu", "Standard_X1", 0, 1)]
    [TestCase("cpu", "Standard_DS3_v2", -1, 1)]
    [TestCase("cpu", "Standard_DS3_v2", 0, 0)]
    [TestCase("cpu", "Standard_DS3_v2", 2, 1)]
    public void AddCluster_ThatCannotBe_SaysWhy(string name, string size, int min, int max)
    {
        using RawService service = Manual();

        Assert.That(() => service.Serverless.AddCluster(name, size, min, max), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void AddCluster_Twice_IsRefused()
    {
        using RawService service = Manual();
        service.Serverless.AddCluster("cpu", "Standard_DS3_v2", 0, 1);

        Assert.That(() => service.Serverless.AddCluster("CPU", "Standard_DS3_v2", 0, 1), Throws.ArgumentException.With.Message.Contains("already"));
    }
}
