#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Fine-tunes a Llama model three ways: with a component of the registry on one node, with the same component on several nodes, and with the
// fine-tuning job, which is a preview. The service in memory trains nothing: it takes the jobs, checks them, and says how they ended.
//
// Run it from the repository's root: dotnet run examples/11-finetune-llama.cs

using ServerlessCompute;

#pragma warning disable SCEXP001 // The fine-tuning job may still change in the service.

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

// The registry's components are pipelines of their own: they import the model, prepare the texts, train, and test what came out. Their
// inputs say on which machines, and on how many.
PipelineJob oneNode = Pipeline.Define("llama-2-7b, one node", p =>
{
    Port train = p.Input("train", Input.UriFile("azureml://datastores/workspaceblobstore/paths/emotion/train.jsonl"));
    StepHandle tune = p.Add("finetune", FineTune("Standard_ND40rs_v2", nodes: 1).WithInput("train_file_path", train));
    p.Output("model", tune["mlflow_model_folder"], Output.MlflowModel().RegisteredAs("llama-2-emotions"));
});

// What is the same stays as it is: steps are records, and a copy with other inputs is another pipeline.
PipelineJob severalNodes = oneNode
    .WithDisplayName("llama-2-7b, three nodes")
    .WithStep("finetune", ((SubPipelineStep)oneNode.Steps["finetune"]).WithInput("num_nodes_finetune", 3).WithInput("apply_deepspeed", "true"));

foreach (PipelineJob pipeline in new[] { oneNode, severalNodes })
{
    JobRun run = await client.SubmitAsync(pipeline);
    JobResult result = await run.WaitForCompletionAsync();
    var step = (SubPipelineStep)(await run.ToJobAsync<PipelineJob>()).Steps["finetune"];
    Console.WriteLine($"{pipeline.DisplayName}: {result.Status}");
    Console.WriteLine($"  asked for {Literal(step, "num_nodes_finetune")} x {Literal(step, "instance_type_finetune")}");
}

// The fine-tuning job says no more than the model, the task and the data; the service knows how.
CustomModelFineTuningJob tuning = FineTuning.CustomModel(
        "azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8",
        FineTuningTaskType.ChatCompletion,
        Input.UriFile("azureml://datastores/workspaceblobstore/paths/chat/train.jsonl"))
    .AddHyperParameter("num_train_epochs", "1")
    .AddHyperParameter("learning_rate", "0.00002")
    .WithResources("Standard_NC96ads_A100_v4")
    .RegisterModel("llama-3-chat");
JobRun tuned = await client.SubmitAsync(tuning);
Console.WriteLine($"Meta-Llama-3-8B: {(await tuned.WaitForCompletionAsync()).Status}");
await foreach (JobChild child in tuned.GetChildrenAsync())
{
    Console.WriteLine($"  on {child.InstanceType}");
}

static SubPipelineStep FineTune(string size, int nodes) => new SubPipelineStep { Component = "azureml://registries/azureml/components/text_classification_pipeline/labels/latest" }
    .WithInput("mlflow_model_path", Input.MlflowModel("azureml://registries/azureml-meta/models/Llama-2-7b/versions/9"))
    .WithInput("instance_type_finetune", size)
    .WithInput("num_nodes_finetune", nodes)
    .WithInput("number_of_gpu_to_use_finetuning", 8)
    .WithInput("num_train_epochs", 3)
    .WithInput("apply_lora", "true");

static string Literal(ComponentStep step, string name) => ((LiteralInput)step.Inputs[name]).Value;
