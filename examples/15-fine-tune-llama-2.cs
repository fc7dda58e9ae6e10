#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// The cells of 15-fine-tune-llama-2.ipynb as a program.
//
// Run it from the repository's root: dotnet run examples/15-fine-tune-llama-2.cs

using ServerlessCompute;

// LLAMA 2 learns from examples of yours
//
// The same training on one node and on several, compared before and after: what it costs, how long it takes, how it learns. Then the managed way,
// where the service brings the training and you bring the data.

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

// What finetune.py does, told in C#: 48 GPU hours of work; each further node adds a little less than itself, since nodes talk to each other.
serverless.OnCommand("finetune.py", async work =>
{
    double speed = 4 * work.NodeCount * (work.NodeCount == 1 ? 1 : 0.9);
    for (int step = 100; step <= 1000; step += 100)
    {
        await work.DelayAsync(TimeSpan.FromHours(48 / speed / 10));
        work.LogMetric("loss", 1.1 + (1.4 * Math.Exp(-step / 300.0)), step);
    }

    work.Log($"saved the adapter, {work.NodeCount} x 4 GPUs");
    work.WriteOutput("adapter", "adapter_config.json", "{\"r\": 16}");
});

// One node
//
// `torchrun` starts a process for each of the four GPUs. The model is mounted from the registry, the examples are uploaded from this machine
// or lie in a datastore; the adapter that is learned is an output.

DataInput model = Input.MlflowModel("azureml://registries/azureml-meta/models/Llama-2-7b/versions/13", InputMode.Download);
DataInput examples = Input.UriFile("azureml://datastores/workspaceblobstore/paths/chats/train.jsonl");
Output adapter = Output.CustomModel();
CommandJob one = Command.Run($"torchrun --nproc_per_node 4 finetune.py --model {model} --data {examples} --bf16 --lora --out {adapter}")
    .WithEnvironment("azureml://registries/azureml/environments/acft-hf-nlp-gpu/labels/latest")
    .WithResources("Standard_NC96ads_A100_v4")
    .WithTimeout(TimeSpan.FromHours(24))
    .WithDisplayName("llama-2 on one node");
display(one);

// Several nodes
//
// With the PyTorch distribution the service starts the processes on every node and tells each its rank and where the first one is: no `torchrun`.
// The job is the same but for that.

CommandJob several = one
    .WithCommand($"python finetune.py --model {model} --data {examples} --bf16 --lora --out {adapter}")
    .WithResources("Standard_NC96ads_A100_v4", 4)
    .WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 4 })
    .WithDisplayName("llama-2 on four nodes");
display(await client.PreflightAsync(one));
display(await client.PreflightAsync(several));

var losses = new List<KeyValuePair<string, ValueList<MetricPoint>>>();
foreach (CommandJob job in new[] { one, several })
{
    JobRun run = await client.SubmitAsync(job);
    JobResult result = await run.WaitForCompletionAsync();
    ValueMap<ValueList<MetricPoint>> metrics = await run.GetMetricsAsync();
    losses.Add(new(job.DisplayName!, metrics["loss"]));
    display(result);
    Console.WriteLine($"{job.DisplayName}: {result.Duration!.Value.TotalHours:F1} hours, {serverless.FindJob(run.Name)!.Cost.Dollars:F2} USD");
}

display(losses.ToOneChart("loss"));

// The managed way
//
// A fine-tuning job (a preview of the service) needs no training code: model, task, data, settings. The machines are those it may choose from.

#pragma warning disable SCEXP001 // a preview
CustomModelFineTuningJob managed = FineTuning.CustomModel("azureml://registries/azureml-meta/models/Llama-2-7b/versions/13", FineTuningTaskType.TextCompletion, examples with { Mode = default })
    .AddHyperParameter("num_train_epochs", "3")
    .AddHyperParameter("learning_rate", "2e-5")
    .WithResources("Standard_NC96ads_A100_v4")
    .RegisterModel("llama-2-of-chats");
display(managed);

JobRun learning = await client.SubmitAsync(managed);
display(await learning.WaitForCompletionAsync());
display(await learning.GetTreeAsync());

static void display(object value) => Console.WriteLine(value switch
{
    Job job => job.ToTable(),
    IEnumerable<TrialResult> trials => trials.ToTable(),
    IEnumerable<KeyValuePair<string, ValueList<MetricPoint>>> metrics => metrics.ToTable(),
    SvgImage picture => $"[{picture.Title}]",
    HtmlFragment html => $"[{html.Title}]",
    _ => value,
});
