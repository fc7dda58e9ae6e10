namespace ServerlessCompute;

/// <summary>What training code learns about its job.</summary>
internal sealed class TrainingRunPlaceTests
{
    [Test]
    public void Inputs_OfTheJob_AreFoundByName()
    {
        using var tracking = new FakeTracking();
        TrainingRun run = tracking.Run(("AZURE_ML_INPUT_data", "in/data"), ("AZUREML_DATAREFERENCE_old", "in/old"), ("AZUREML_PARAMETER_rate", "0.1"), ("AZURE_ML_INPUT_UPPER", "in/upper"), ("AZURE_ML_OUTPUT_model", "out/model"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.GetInput("data"), Is.EqualTo("in/data"));
            Assert.That(run.GetInput("old"), Is.EqualTo("in/old"));
            Assert.That(run.GetInput("rate"), Is.EqualTo("0.1"));
            Assert.That(run.GetInput("upper"), Is.EqualTo("in/upper"));
            Assert.That(run.GetInput("nothing"), Is.Null);
            Assert.That(run.GetOutput("model"), Is.EqualTo("out/model"));
            Assert.That((run.RunId, run.ExperimentName, run.IsInsideJob), Is.EqualTo(("job-1", "iris", true)));
        }
    }

    [TestCase("RANK=5;WORLD_SIZE=8;LOCAL_RANK=1;NODE_RANK=2", 5, 8, 1, 2)]
    [TestCase("OMPI_COMM_WORLD_RANK=5;OMPI_COMM_WORLD_SIZE=8;OMPI_COMM_WORLD_LOCAL_RANK=1;OMPI_COMM_WORLD_LOCAL_SIZE=2", 5, 8, 1, 2)]
    [TestCase("TF_CONFIG={\"cluster\":{\"ps\":[\"c\"],\"worker\":[\"a\",\"b\"]},\"task\":{\"type\":\"worker\",\"index\":1}}", 1, 3, 0, 1)]
    [TestCase("TF_CONFIG={\"cluster\":{\"ps\":[\"c\"],\"worker\":[\"a\",\"b\"]},\"task\":{\"type\":\"ps\",\"index\":0}}", 2, 3, 0, 2)]
    [TestCase("TF_CONFIG={broken", 0, 1, 0, 0)]
    [TestCase("NODE_RANK=1;AZUREML_NODE_COUNT=2", 1, 2, 0, 1)]
    [TestCase("RANK=minus one", 0, 1, 0, 0)]
    [TestCase("", 0, 1, 0, 0)]
    public void Rank_OfEachLauncher_IsUnderstood(string variables, int rank, int worldSize, int localRank, int nodeRank)
    {
        using var tracking = new FakeTracking();
        TrainingRun run = tracking.Run([.. variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static pair => (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);

        Assert.That((run.Rank, run.WorldSize, run.LocalRank, run.NodeRank), Is.EqualTo((rank, worldSize, localRank, nodeRank)));
    }

    [Test]
    public async Task Preempted_NoticeAppears_IsCancelled()
    {
        int looks = 0;
        using var tracking = new FakeTracking
        {
            Answer = (_, _) => Interlocked.Increment(ref looks) switch
            {
                1 => FakeTracking.Json("""{"DocumentIncarnation":1,"Events":[]}"""),
                2 => FakeTracking.Json("not json"),
                3 => new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable),
                4 => throw new HttpRequestException("not yet"),
                5 => FakeTracking.Json("""{"Events":[{"EventType":"Freeze"}]}"""),
                _ => FakeTracking.Json("""{"Events":[{"EventType":"Preempt","NotBefore":"soon"}]}"""),
            },
        };
        await using TrainingRun run = tracking.Run(("AZUREML_LOCAL_SCHEDULED_EVENTS", "http://127.0.0.1:5000/scheduledevents/key?api-version=2020-07-01"));
        var evicted = new TaskCompletionSource();

        await using CancellationTokenRegistration registration = run.Preempted.Register(evicted.SetResult);
        await evicted.Task.WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(looks, Is.EqualTo(6));
            Assert.That(tracking.Calls.Select(static call => call.Uri), Is.All.EqualTo("http://127.0.0.1:5000/scheduledevents/key?api-version=2020-07-01"));
            Assert.That(tracking.Calls.Select(static call => call.Token), Is.All.Null, "the run's token is not for others");
        }
    }

    [Test]
    public async Task Preempted_InTheService_AsksAzuresOwnAddress()
    {
        using var tracking = new FakeTracking
        {
            Answer = static (request, _) => request.Headers.GetValues("Metadata").Single() is "true" ? FakeTracking.Json("""{"Events":[{"EventType":"Preempt"}]}""") : null,
        };
        await using TrainingRun run = tracking.Run(("AZUREML_RUN_ID", "job-1"));
        var evicted = new TaskCompletionSource();

        await using CancellationTokenRegistration registration = run.Preempted.Register(evicted.SetResult);
        await evicted.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(tracking.Calls[0].Uri, Is.EqualTo("http://169.254.169.254/metadata/scheduledevents?api-version=2020-07-01"));
    }

    [Test]
    public async Task Preempted_OutsideTheService_AsksNobody()
    {
        using var tracking = new FakeTracking();
        await using TrainingRun run = tracking.Run();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Preempted.CanBeCanceled, Is.False);
            Assert.That(tracking.Calls, Is.Empty);
        }
    }

    [Test]
    public void Current_OfTheTests_IsOutsideAnyJob() => Assert.That(TrainingRun.Current.IsInsideJob, Is.False);
}
