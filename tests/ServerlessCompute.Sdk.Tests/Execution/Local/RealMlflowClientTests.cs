namespace ServerlessCompute;

/// <summary>The real mlflow client in a local run.</summary>
[Category("S52")]
internal sealed class RealMlflowClientTests
{
    private const string Script = """
        import math, os, mlflow
        from mlflow import MlflowClient

        job = os.environ["MLFLOW_RUN_ID"]
        with mlflow.start_run() as run:
            assert run.info.run_id == job, run.info.run_id
            for step in range(3):
                mlflow.log_metric("loss", 1.0 / (step + 1), step=step)
            mlflow.log_metrics({"accuracy": 0.97, "nothing": math.nan})
            mlflow.log_param("lr", 0.01)
            mlflow.log_params({"layers": 3, "name": "größer"})
            mlflow.set_tag("stage", "test")
            mlflow.log_text("hello", "notes/hello.txt")
            with open("model file.bin", "wb") as f:
                f.write(bytes(range(256)) * 4096)
            mlflow.log_artifact("model file.bin", "model")

        client = MlflowClient()
        data = client.get_run(job).data
        print(sorted((k, v) for k, v in data.metrics.items() if v == v), sorted(data.params.items()), data.tags["stage"])
        print([(m.step, round(m.value, 3)) for m in client.get_metric_history(job, "loss")])
        print(sorted(f.path for f in client.list_artifacts(job)), [(f.path, f.file_size) for f in client.list_artifacts(job, "model")])
        print(open(client.download_artifacts(job, "notes/hello.txt")).read())
        print(mlflow.get_experiment_by_name(os.environ["MLFLOW_EXPERIMENT_NAME"]).experiment_id == os.environ["MLFLOW_EXPERIMENT_ID"])
        os.environ["MLFLOW_TRACKING_TOKEN"] = "stolen"
        os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0"
        try:
            client.log_metric(job, "forged", 1)
        except mlflow.exceptions.MlflowException as e:
            print("refused", "401" in str(e) or "UNAUTHENTICATED" in str(e))
        """;

    [Test]
    public async Task Mlflow_InALocalRun_LogsAndReadsBack()
    {
        string python = await PythonWithMlflow.Path;
        var host = new FakeHost($"'{python}' script.py") { CodeFiles = [FakeHost.File("script.py", Script)] };

        ExecutionOutcome outcome = await LocalRun.Once(host);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Succeeded, Is.True, outcome.ErrorMessage);
            Assert.That(host.Log, Does.EndWith(
                """
                [('accuracy', 0.97), ('loss', 0.3333333333333333)] [('layers', '3'), ('lr', '0.01'), ('name', 'größer')] test
                [(0, 1.0), (1, 0.5), (2, 0.333)]
                ['model', 'notes'] [('model/model file.bin', 1048576)]
                hello
                True
                refused True

                """));
            Assert.That(host.Tracking.Metrics("job-1"), Has.Count.EqualTo(5));
        }
    }
}
