namespace ServerlessCompute;

internal sealed class FineTuningJobTests
{
    private const string Llama = "azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8";

    private static readonly Func<FineTuningJob, FineTuningJob>[] _verbs =
    [
        job => job.WithTaskType(FineTuningTaskType.TextTranslation),
        job => job.WithModel(Input.MlflowModel("azureml:m:1")),
        job => job.WithTrainingData(Input.MLTable("./table")),
        job => job.WithValidationData(Input.UriFile("./other.jsonl")),
        job => job.WithOutputs([new("o", Output.UriFolder())]),
        job => job.RegisterModel("new"),
        job => job.WithResources(new FineTuningResources { InstanceTypes = ["new"] }),
        job => job.WithResources("one", "two"),
        job => job.WithQueueSettings(new QueueSettings { JobTier = "new" }),
        job => job.WithQueueSettings(JobTier.Spot),
    ];

    [Test]
    public void Verbs_EachPublicOne_GivesAChangedCopyOfTheSameKind()
    {
        FineTuningJob[] jobs =
        [
            FineTuning.CustomModel(Llama, FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl")),
            FineTuning.AzureOpenAI("azureml://registries/azure-openai/models/gpt-4o-mini/versions/1", FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl")),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_verbs, Has.Length.EqualTo(typeof(FineTuningVerbs).GetMethods().Count(method => method.IsStatic)));
            foreach (FineTuningJob job in jobs)
            {
                Assert.That(_verbs.Select(verb => verb(job)), Has.None.EqualTo(job).And.All.TypeOf(job.GetType()));
            }
        }
    }

    [Test]
    public void HyperParameters_OfEachProvider_AreItsOwn()
    {
        CustomModelFineTuningJob llama = FineTuning.CustomModel(Llama, FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl"))
            .WithHyperParameters([new("learning_rate", "0.00002")]).AddHyperParameter("num_train_epochs", "1");
        AzureOpenAIFineTuningJob mini = FineTuning.AzureOpenAI("azureml://registries/azure-openai/models/gpt-4o-mini/versions/1", FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl"))
            .WithHyperParameters(new AzureOpenAIHyperParameters { NEpochs = 3 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(llama.HyperParameters, Is.EqualTo((ValueMap<string>)[new("learning_rate", "0.00002"), new("num_train_epochs", "1")]));
            Assert.That(mini.HyperParameters!.NEpochs, Is.EqualTo(3));
            Assert.That(llama.Model, Is.EqualTo(Input.MlflowModel(Llama)));
        }
    }

    [Test]
    public void RegisterModel_OnTopOfOtherOutputs_KeepsThem() => Assert.That(
        FineTuning.CustomModel(Llama, FineTuningTaskType.ChatCompletion, Input.UriFile("./train.jsonl")).WithOutputs([new("logs", Output.UriFolder())]).RegisterModel("llama").Outputs,
        Is.EqualTo((ValueMap<Output>)[new("logs", Output.UriFolder()), new("registered_model", Output.MlflowModel().RegisteredAs("llama"))]));
}
