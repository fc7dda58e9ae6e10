namespace ServerlessCompute;

/// <summary>Parallel steps by mini-batch, with C# delegates.</summary>
[TestFixture]
[Category("S48")]
internal sealed class ParallelStepTests
{
    private const string Data = "azureml://datastores/workspaceblobstore/paths/images/";

    [Test]
    public async Task MiniBatches_OfFiles_RunOnAllPlacesAndTheirRowsAreAppended()
    {
        using PipelineService service = await ServiceAsync(files: 7);
        service.Serverless.OnMiniBatch("score.py", static async batch =>
        {
            await batch.Job.DelayAsync(TimeSpan.FromSeconds(50));
            foreach (string item in batch.Items)
            {
                batch.Return($"{item}:{batch.ReadItem(item)}");
            }
        });

        InMemoryJob step = (await service.RunAsync(Jobs("\"mini_batch_size\":2,\"max_concurrency_per_instance\":1,\"resources\":{\"instance_count\":2}"))).Children.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Status, Is.EqualTo(JobStatus.Completed), step.ErrorMessage);
            Assert.That(step.EndedAt - step.StartedAt, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(100)).And.LessThan(TimeSpan.FromSeconds(120)), "four mini-batches, two at once");
            Assert.That(Rows(service, step), Is.EqualTo(string.Concat(Enumerable.Range(0, 7).Select(static i => $"f{i}.txt:{i}\n"))));
        }
    }

    [TestCase(2, 0, "Completed", Description = "The third try goes well.")]
    [TestCase(1, 0, "Failed", Description = "Two tries are not enough.")]
    [TestCase(1, 1, "Completed", Description = "One mini-batch may fail.")]
    [TestCase(0, -1, "Completed", Description = "Any number may fail.")]
    public async Task MiniBatch_ThatFailsTwice_CountsByRetriesAndThreshold(int retries, int threshold, string status)
    {
        using PipelineService service = await ServiceAsync(files: 3);
        service.Serverless.OnMiniBatch("score.py", static batch =>
        {
            if (batch is { Number: 1, Attempt: < 2 })
            {
                throw new InvalidOperationException("bad luck");
            }

            foreach (string item in batch.Items)
            {
                batch.Return(item);
            }
        });

        InMemoryJob step = (await service.RunAsync(Jobs($"\"mini_batch_size\":1,\"mini_batch_error_threshold\":{threshold},\"retry_settings\":{{\"max_retries\":{retries},\"timeout\":60}}"))).Children.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Status.ToString(), Is.EqualTo(status));
            Assert.That(step.Log, Does.Contain($"Mini-batch 1, attempt 1 of {retries + 1}: bad luck"));
            Assert.That(step.ErrorMessage, status == "Failed" ? Does.Contain("more than its mini_batch_error_threshold of 0 allows") : Is.Null);
        }
    }

    [Test]
    public async Task Items_WithoutARow_CountAgainstTheErrorThreshold()
    {
        using PipelineService service = await ServiceAsync(files: 4);
        service.Serverless.OnMiniBatch("score.py", static batch => batch.Return("only one"));

        InMemoryJob step = (await service.RunAsync(Jobs("\"mini_batch_size\":4,\"error_threshold\":2"))).Children.Single();

        Assert.That(step.ErrorMessage, Is.EqualTo("The parallel step ended because 3 item(s) failed, more than its error_threshold of 2 allows."));
    }

    [Test]
    public async Task Timeout_OfAMiniBatch_IsAFailureOfIt()
    {
        using PipelineService service = await ServiceAsync(files: 1);
        service.Serverless.OnMiniBatch("score.py", static batch => batch.Job.DelayAsync(TimeSpan.FromSeconds(90)));

        InMemoryJob step = (await service.RunAsync(Jobs("\"mini_batch_size\":1,\"mini_batch_error_threshold\":0,\"retry_settings\":{\"max_retries\":0,\"timeout\":60}"))).Children.Single();

        Assert.That((step.Status, step.Log), Is.EqualTo((JobStatus.Failed, "Mini-batch 0, attempt 1 of 1: it took longer than its retry_settings.timeout of 60 s\n")));
    }

    [TestCase("\"mini_batch_size\":\"1kb\"", new[] { "a.bin", "b.bin c.bin" })]
    [TestCase("\"partition_keys\":\"[\\\"s\\\"]\"", new[] { "a.bin b.bin c.bin" })]
    public async Task MiniBatches_BySize_HoldSoManyBytes(string setting, string[] batches)
    {
        using PipelineService service = await ServiceAsync(files: 0);
        foreach ((string name, int size) in new[] { ("a.bin", 800), ("b.bin", 500), ("c.bin", 500) })
        {
            Put(service, name, new string('x', size));
        }

        var seen = new List<string>();
        service.Serverless.OnMiniBatch("score.py", batch => seen.Add(string.Join(' ', batch.Items)));

        await service.RunAsync(Jobs(setting + ",\"max_concurrency_per_instance\":1"));

        Assert.That(seen, Is.EqualTo(batches));
    }

    [Test]
    [Category("S45")]
    public async Task Eviction_OfASpotNode_RepeatsOnlyTheMiniBatchesThatWereLost()
    {
        using PipelineService service = await ServiceAsync(files: 6);
        var ran = new List<int>();
        service.Serverless.OnMiniBatch("score.py", async batch =>
        {
            ran.Add(batch.Number);
            await batch.Job.DelayAsync(TimeSpan.FromMinutes(10));
            batch.Return($"{batch.Number}");
        });
        await service.Raw.PutJobAsync("p", Bodies.Pipeline(Jobs("\"mini_batch_size\":1,\"max_concurrency_per_instance\":1,\"queue_settings\":{\"job_tier\":\"Spot\"},\"retry_settings\":{\"timeout\":3600}")));
        service.Serverless.Advance(TimeSpan.FromMinutes(30));

        service.Serverless.Evict(service.Serverless.Jobs.Single().Children.Single().Name);
        await service.Raw.EndAsync("p");
        InMemoryJob step = service.Serverless.Jobs.Single().Children.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Status, Is.EqualTo(JobStatus.Completed), step.ErrorMessage);
            Assert.That(ran, Is.EqualTo(new[] { 0, 1, 2, 2, 3, 4, 5 }));
            Assert.That(Rows(service, step), Is.EqualTo("0\n1\n2\n3\n4\n5\n"));
        }
    }

    [Test]
    public async Task Scripted_Step_TakesTimeForEachMiniBatch()
    {
        using PipelineService service = await ServiceAsync(files: 20);

        InMemoryJob step = (await service.RunAsync(Jobs("\"mini_batch_size\":1"))).Children.Single();

        Assert.That((step.Status, step.Log), Is.EqualTo((JobStatus.Completed, "In-memory run: the entry script is not executed; 20 mini-batch(es) take their time and succeed.\n")));
    }

    internal static async Task<PipelineService> ServiceAsync(int files)
    {
        var service = new PipelineService();
        await service.SpecAsync("score", """
            {"type":"parallel","inputs":{"images":{"type":"uri_folder"}},"outputs":{"scores":{"type":"uri_folder"}},"input_data":"${{inputs.images}}",
            "task":{"type":"run_function","entry_script":"score.py","program_arguments":"--out ${{outputs.scores}}","append_row_to":"${{outputs.scores}}","environment":"azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33"}}
            """);
        for (int i = 0; i < files; i++)
        {
            Put(service, $"f{i}.txt", $"{i}");
        }

        return service;
    }

    internal static void Put(PipelineService service, string path, string text)
    {
        WorkspaceFiles files = service.Raw.Engine.Files;
        DataLocation at = files.Uris.TryParse(Data)!;
        files.Store.Container(at.Account, at.Container).Put(at.Path + path, BlobContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    internal static string Jobs(string more) =>
        $$$"""{"score":{{{PipelineService.Step("score", $"\"inputs\":{{\"images\":{{\"uri\":\"{Data}\",\"job_input_type\":\"uri_folder\"}}}},{more}", "parallel")}}}}""";

    internal static string Rows(PipelineService service, InMemoryJob step) =>
        service.Raw.Engine.Data.ReadShortText($"azureml://datastores/workspaceblobstore/paths/azureml/{step.Name}/scores/parallel_run_step.txt") + "\n";
}
