#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Why serverless jobs start sooner than jobs on a cluster of one's own: the three claims of the service's how-to page, as numbers. Each
// scene is played on the in-memory service with 50 seeds (they decide how long machines take to start), each time twice with the same jobs at
// the same times: on a cluster, and without one.
//
// Run it from the repository's root: dotnet run examples/09b-cluster-or-serverless.cs

using System.Globalization;
using ServerlessCompute;

Scene[] scenes =
[
    // A cluster is made for one VM size. Where its family has no quota for it jobs fail; serverless takes a size that has some.
    new("quota is too small", QuotaProfile.FreshSubscription, "Standard_DS4_v2", _ => Task.CompletedTask),

    // The second job comes just when the cluster lets its node go: it waits for that, and then for a new one. Serverless starts one at once.
    new("cluster scales down", QuotaProfile.Generous, "Standard_DS3_v2", UntilNodesLeaveAsync),

    // The second job comes while the first one has the cluster's only node.
    new("cluster is busy", QuotaProfile.Generous, "Standard_DS3_v2", serverless => Task.Delay(TimeSpan.FromMinutes(10), serverless.TimeProvider)),
];

Console.WriteLine($"{"",-21}{"on the cluster",-44}serverless");
foreach (Scene scene in scenes)
{
    var onCluster = new List<Outcome>();
    var without = new List<Outcome>();
    for (int seed = 0; seed < 50; seed++)
    {
        onCluster.Add(await PlayAsync(scene, seed, secondArrival: null));
        without.Add(await PlayAsync(scene, seed, onCluster[^1].SecondArrival));
    }

    Console.WriteLine($"{scene.Name,-21}{Tell(onCluster),-44}{Tell(without)}");
}

// Plays a scene: on a cluster, where the scene says when the second job comes; without one, it comes at the time of the first play.
static async Task<Outcome> PlayAsync(Scene scene, int seed, TimeSpan? secondArrival)
{
    await using var serverless = new InMemoryServerless(new InMemoryServerlessOptions { Seed = seed, Quota = scene.Quota });
    serverless.OnCommand(training => training.DelayAsync(TimeSpan.FromMinutes(30)));
    CommandJob job = Command.Run("python train.py").WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5/labels/latest");
    if (secondArrival is null)
    {
        serverless.AddCluster("cpu-cluster", scene.ClusterSize, minNodes: 0, maxNodes: 1, idleTimeBeforeScaleDown: TimeSpan.FromMinutes(2.5));
        job = job.WithCompute("cpu-cluster");
    }

    ServerlessComputeClient client = serverless.CreateClient();
    DateTimeOffset start = serverless.Now;
    await client.SubmitAsync(job);
    await (secondArrival is { } later ? Task.Delay(later, serverless.TimeProvider) : scene.SecondComes(serverless));
    TimeSpan arrived = serverless.Now - start;
    await client.SubmitAsync(job);
    await serverless.RunUntilIdleAsync();

    InMemoryJob second = serverless.Jobs[1];
    return new Outcome(arrived, second.StartedAt - second.CreatedAt, second.InstanceType, second.ErrorCode);
}

static async Task UntilNodesLeaveAsync(InMemoryServerless serverless)
{
    while (serverless.Clusters[0].LeavingNodes == 0)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), serverless.TimeProvider);
    }
}

static string Tell(List<Outcome> outcomes) => outcomes[0].Wait is null
    ? $"fails: {outcomes[0].Error}"
    : string.Create(CultureInfo.InvariantCulture, $"waits {outcomes.Average(static o => o.Wait!.Value.TotalMinutes):0.0} min for {outcomes[0].InstanceType}");

/// <summary>A subscription, a cluster, and when the second job comes.</summary>
internal sealed record Scene(string Name, QuotaProfile Quota, string ClusterSize, Func<InMemoryServerless, Task> SecondComes);

/// <summary>How the second job fared.</summary>
internal sealed record Outcome(TimeSpan SecondArrival, TimeSpan? Wait, string? InstanceType, string? Error);
