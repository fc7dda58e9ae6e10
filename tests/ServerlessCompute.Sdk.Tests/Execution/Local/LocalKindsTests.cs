namespace ServerlessCompute;

/// <summary>Every kind of job with real processes: trials, steps that pass folders, mini-batches in Python.</summary>
[TestFixture]
internal sealed class LocalKindsTests
{
    private const string LogMetric =
        """python3 -c \"import json,os,sys,urllib.request as u; u.urlopen(u.Request(os.environ['MLFLOW_TRACKING_URI']+'/api/2.0/mlflow/runs/log-metric', data=json.dumps(dict(run_id=os.environ['MLFLOW_RUN_ID'],key='accuracy',value=float(sys.argv[1]),timestamp=1,step=0)).encode(), headers=dict(Authorization='Bearer '+os.environ['MLFLOW_TRACKING_TOKEN'])))\" ${{search_space.x}}""";

    [Test]
    [Category("S47")]
    public async Task Sweep_Trials_AreProcessesWithTheirParameters()
    {
        using var service = new RawService();
        service.Serverless.UseLocalProcesses();

        RawAnswer put = await service.PutJobAsync("s", Bodies.Sweep(space: """{"x":["choice",[[0.2,0.9,0.5]]]}""", command: LogMetric, sampling: "Grid", total: 3, concurrent: 3));
        await service.EndAsync("s").WaitAsync(TimeSpan.FromMinutes(1));
        InMemoryJob sweep = service.Serverless.Jobs.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(201), put.Text);
            Assert.That(sweep.Status, Is.EqualTo(JobStatus.Completed), string.Join('\n', sweep.Children.Select(static c => c.ErrorMessage)));
            Assert.That(sweep.Children.Select(static c => c.Metrics.Single().Value), Is.EqualTo(new[] { 0.2, 0.9, 0.5 }));
            Assert.That(sweep.BestChild!.Name, Is.EqualTo("s_1"));
        }
    }

    [Test]
    [Category("S48")]
    public async Task Pipeline_Steps_PassRealFolders()
    {
        using var service = new PipelineService();
        service.Serverless.UseLocalProcesses();
        await service.ComponentAsync("make", "mkdir -p ${{outputs.o}}/sub && echo hello ${{inputs.who}} > ${{outputs.o}}/sub/a.txt", """{"who":{"type":"string"}}""", """{"o":{"type":"uri_folder"}}""");
        await service.ComponentAsync("count", "cat ${{inputs.i}}/sub/a.txt && wc -c < ${{inputs.i}}/sub/a.txt > ${{outputs.n}}", """{"i":{"type":"uri_folder"}}""", """{"n":{"type":"uri_file"}}""");

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"make":{{{{PipelineService.Step("make", "\"inputs\":{\"who\":\"world\"}")}}}},
             "count":{{{{PipelineService.Step("count", PipelineService.Input("i", "parent.jobs.make.outputs.o") + ",\"outputs\":{\"n\":{\"value\":\"${{parent.outputs.size}}\",\"type\":\"literal\"}}")}}}}}
            """, "\"outputs\":{\"size\":{\"jobOutputType\":\"uri_file\"}}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed), string.Join('\n', pipeline.Children.Select(static c => c.ErrorMessage)));
            Assert.That(pipeline.Children[1].Log, Does.Contain("hello world"));
            Assert.That(service.Raw.Engine.Data.ReadShortText("azureml://datastores/workspaceblobstore/paths/azureml/p/size"), Is.EqualTo("12"));
        }
    }

    [Test]
    [Category("S48")]
    public async Task Loop_OfProcesses_GoesOnAsLongAsTheFileSays()
    {
        using var service = new PipelineService();
        service.Serverless.UseLocalProcesses();
        await service.ComponentAsync("count", "n=${{inputs.n}}; echo $((n - 1)) > ${{outputs.next}}; [ $n -gt 1 ] && echo true > ${{outputs.more}} || echo false > ${{outputs.more}}", """{"n":{"type":"integer"}}""", """{"more":{"type":"boolean"},"next":{"type":"integer"}}""");

        InMemoryJob pipeline = await service.RunAsync($$$$"""
            {"body":{{{{PipelineService.Step("count", "\"inputs\":{\"n\":3}")}}}},"loop":{"type":"do_while","body":"${{parent.jobs.body}}","condition":"more","mapping":{"next":["n"]}} }
            """);

        Assert.That(pipeline.Status, Is.EqualTo(JobStatus.Completed), string.Join('\n', pipeline.Children.Select(static c => c.ErrorMessage)));
        Assert.That(pipeline.Children, Has.Count.EqualTo(3));
    }

    [Test]
    [Category("S48")]
    public async Task ParallelStep_EntryScript_IsCalledForEachMiniBatch()
    {
        using PipelineService service = await ScriptAsync("""
            import argparse, os, sys

            def init():
                parser = argparse.ArgumentParser()
                parser.add_argument("--out")
                global args
                args = parser.parse_args()
                print("init", os.path.isdir(args.out), flush=True)

            def run(mini_batch):
                return [os.path.basename(path) + "=" + open(path).read() for path in mini_batch]
            """);

        InMemoryJob step = (await service.RunAsync(ParallelStepTests.Jobs("\"mini_batch_size\":2,\"max_concurrency_per_instance\":1"))).Children.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Status, Is.EqualTo(JobStatus.Completed), step.ErrorMessage);
            Assert.That(ParallelStepTests.Rows(service, step), Is.EqualTo("f0.txt=0\nf1.txt=1\nf2.txt=2\nf3.txt=3\nf4.txt=4\n"));
            Assert.That(step.Log, Does.Contain("init True").And.Contain("3 mini-batch(es) done, 0 failed, 0 item(s) failed"));
        }
    }

    [Test]
    [Category("S48")]
    public async Task ParallelStep_MiniBatchesThatFail_AreTriedAgainAndThenCounted()
    {
        using PipelineService service = await ScriptAsync("""
            import os

            def run(mini_batch):
                if "f1.txt" in mini_batch[0]:
                    raise ValueError("cannot read")
                if "f2.txt" in mini_batch[0] and not os.path.exists("tried"):
                    open("tried", "w").close()
                    os._exit(3)
                return mini_batch
            """);

        InMemoryJob tolerant = (await service.RunAsync(ParallelStepTests.Jobs("\"mini_batch_size\":1,\"mini_batch_error_threshold\":1,\"retry_settings\":{\"max_retries\":1}"))).Children.Single();
        InMemoryJob strict = (await service.RunAsync(ParallelStepTests.Jobs("\"mini_batch_size\":1,\"mini_batch_error_threshold\":0,\"retry_settings\":{\"max_retries\":1}"), name: "q")).Children.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tolerant.Status, Is.EqualTo(JobStatus.Completed), tolerant.ErrorMessage);
            Assert.That(tolerant.Log, Does.Contain("Mini-batch 1, attempt 2 of 2:").And.Contain("cannot read").And.Contain("Mini-batch 2, attempt 1 of 2: its worker ended").And.Contain("4 mini-batch(es) done, 1 failed, 1 item(s) failed"));
            Assert.That(strict.Status, Is.EqualTo(JobStatus.Failed));
            Assert.That(strict.ErrorMessage, Does.Contain("1 mini-batch(es) failed, more than its mini_batch_error_threshold of 0 allows."));
        }
    }

    [Test]
    public async Task Spark_PythonFile_RunsWithItsArguments()
    {
        using PipelineService service = await ScriptAsync("import sys\nprint('spark', *sys.argv[1:])\n");
        string body = Bodies.Spark("\"inputs\":{\"n\":{\"jobInputType\":\"literal\",\"value\":\"5\"}},\"args\":\"--n ${{inputs.n}}\"")
            .Replace("/codes/a/versions/1", $"{service.Raw.Workspace}/codes/score/versions/1", StringComparison.Ordinal).Replace("main.py", "score.py", StringComparison.Ordinal);

        await service.Raw.PutJobAsync("sp", body);
        await service.Raw.EndAsync("sp").WaitAsync(TimeSpan.FromMinutes(1));
        InMemoryJob job = service.Serverless.Jobs.Single();

        Assert.That(job.Status, Is.EqualTo(JobStatus.Completed), job.ErrorMessage);
        Assert.That(job.Log, Does.Contain("spark --n 5"));
    }

    /// <summary>A service with local processes, five files, and a code folder that holds <c>score.py</c>.</summary>
    private static async Task<PipelineService> ScriptAsync(string script)
    {
        PipelineService service = await ParallelStepTests.ServiceAsync(files: 5);
        service.Serverless.UseLocalProcesses();
        WorkspaceFiles files = service.Raw.Engine.Files;
        DataLocation at = files.Uris.TryParse("azureml://datastores/workspaceblobstore/paths/code/")!;
        files.Store.Container(at.Account, at.Container).Put(at.Path + "score.py", BlobContent.FromBytes(System.Text.Encoding.UTF8.GetBytes(script)));
        await service.Raw.ArmAsync("PUT", "codes/score/versions/1", """{"properties":{"codeUri":"azureml://datastores/workspaceblobstore/paths/code/"}}""");
        service.Raw.Engine.Assets.Remove(AssetKind.Component, "score", "1");
        await service.SpecAsync("score", $$$$"""
            {"type":"parallel","inputs":{"images":{"type":"uri_folder"}},"outputs":{"scores":{"type":"uri_folder"}},"input_data":"${{inputs.images}}",
            "task":{"type":"run_function","code":"azureml:{{{{service.Raw.Workspace}}}}/codes/score/versions/1","entry_script":"score.py","program_arguments":"--out ${{outputs.scores}}","append_row_to":"${{outputs.scores}}","environment":"{{{{Bodies.Environment}}}}"} }
            """);
        return service;
    }
}
