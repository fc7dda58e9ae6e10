namespace ServerlessCompute;

internal sealed class LocalDistributionTests
{
    private const string PyTorch = ",\"distribution\":{\"distributionType\":\"PyTorch\",\"processCountPerInstance\":2}";

    [Test]
    public async Task PyTorch_TwoNodesOfTwo_EachRankKnowsItsPlace()
    {
        var host = new FakeHost("echo $RANK/$WORLD_SIZE local $LOCAL_RANK/$LOCAL_WORLD_SIZE node $NODE_RANK/$AZUREML_NODE_COUNT at $MASTER_ADDR; [ $MASTER_PORT -gt 0 ]", PyTorch) { NodeCount = 2 };

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome, Is.EqualTo(ExecutionOutcome.Success));
            Assert.That(host.LogPaths, Is.EqualTo(Enumerable.Range(0, 4).Select(static i => $"user_logs/std_log_process_{i:D2}.txt")));
            Assert.That(host.LogOf("user_logs/std_log_process_00.txt"), Does.EndWith("0/4 local 0/2 node 0/2 at 127.0.0.1\n"));
            Assert.That(host.LogOf("user_logs/std_log_process_03.txt"), Is.EqualTo("3/4 local 1/2 node 1/2 at 127.0.0.1\n"));
        }
    }

    [Test]
    public async Task Mpi_EachRank_SeesOpenMpisVariables()
    {
        var host = new FakeHost(
            "echo $OMPI_COMM_WORLD_RANK/$OMPI_COMM_WORLD_SIZE local $OMPI_COMM_WORLD_LOCAL_RANK/$OMPI_COMM_WORLD_LOCAL_SIZE master $AZ_BATCHAI_MPI_MASTER_NODE ${RANK-none}",
            ",\"distribution\":{\"distributionType\":\"Mpi\",\"processCountPerInstance\":3}");

        await LocalRun.Once(host);

        Assert.That(host.LogOf("user_logs/std_log_process_02.txt"), Is.EqualTo("2/3 local 2/3 master 127.0.0.1 none\n"));
    }

    [Test]
    public async Task TensorFlow_WorkersAndServers_ShareOneCluster()
    {
        var host = new FakeHost(
            "echo $TF_CONFIG; case $TF_CONFIG in *'\"type\":\"ps\"'*) touch ready; while :; do sleep 0.02; done;; esac; until [ -e ready ]; do sleep 0.02; done",
            ",\"distribution\":{\"distributionType\":\"TensorFlow\",\"workerCount\":2,\"parameterServerCount\":1}")
        { NodeCount = 2 };

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome, Is.EqualTo(ExecutionOutcome.Success), "a parameter server runs until the workers are done");
            Assert.That(host.LogOf("user_logs/std_log_process_01.txt"), Does.Match("""^\{"cluster":\{"worker":\["127\.0\.0\.1:\d+","127\.0\.0\.1:\d+"\],"ps":\["127\.0\.0\.1:\d+"\]\},"task":\{"type":"worker","index":1\}\}\n$"""));
            Assert.That(host.LogOf("user_logs/std_log_process_02.txt"), Does.Contain("""{"type":"ps","index":0}"""));
        }
    }

    [Test]
    public async Task Ray_SeveralNodes_RunsTheHeadOnce()
    {
        var host = new FakeHost("echo head $NODE_RANK", ",\"distribution\":{\"distributionType\":\"Ray\"}") { NodeCount = 3 };

        await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.LogPaths, Is.EqualTo(["user_logs/std_log.txt"]));
            Assert.That(host.Log, Does.Contain("no Ray cluster is started").And.EndWith("head 0\n"));
        }
    }

    [Test]
    public async Task NoDistribution_TwoNodes_RunsOnceOnEach()
    {
        var host = new FakeHost("echo node $NODE_RANK of $AZUREML_NODE_COUNT") { NodeCount = 2 };

        await LocalRun.Once(host);

        Assert.That(host.LogOf("user_logs/std_log_process_01.txt"), Is.EqualTo("node 1 of 2\n"));
    }

    [Test]
    public async Task Rank_Fails_TheOthersAreEndedAndItIsNamed()
    {
        var host = new FakeHost("if [ $RANK = 1 ]; then echo broken; exit 7; fi; while :; do sleep 0.02; done", PyTorch);
        await using var run = new LocalRun();

        ExecutionOutcome outcome = await run.Execute(host).WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.ExitCode, Is.EqualTo(7));
            Assert.That(outcome.ErrorMessage, Is.EqualTo("One process failed and the others were ended: rank 1 ended with exit code 7. The last lines of user_logs/std_log_process_01.txt:\nbroken"));
        }
    }

    [Test]
    public async Task Distribution_Unknown_IsRefused()
    {
        ExecutionOutcome outcome = await LocalRun.Once(new FakeHost("echo", ",\"distribution\":{\"distributionType\":\"Horovod\"}"));

        Assert.That(outcome.ErrorMessage, Does.Contain("PyTorch, Mpi, TensorFlow and Ray, not 'Horovod'"));
    }
}
