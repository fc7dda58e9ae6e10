namespace ServerlessCompute;

/// <summary>Fine-tuning jobs in YAML's spellings, given as JSON, which is YAML too.</summary>
internal sealed class FineTuningTreeTests
{
    private const string Mini = "azureml://registries/azure-openai/models/gpt-4o-mini/versions/1";

    [TestCase("custom", "./train.jsonl")]
    [TestCase("custom", "azureml:chats:3")]
    [TestCase("Custom", "https://example.com/chats.jsonl")]
    public void Read_DataByItsPathAlone_IsAFile(string provider, string data) => Assert.That(
        Read($$"""{"type": "finetuning", "task": "chat_completion", "model_provider": "{{provider}}", "model": {"path": "{{Mini}}"}, "training_data": "{{data}}"}"""),
        Is.EqualTo(FineTuning.CustomModel(Mini, FineTuningTaskType.ChatCompletion, Input.UriFile(data))));

    [TestCase("azure_open_ai")]
    [TestCase("azure_openai")]
    [TestCase("AzureOpenAI")]
    public void Read_AzureOpenAI_TakesEverySpelling(string provider) => Assert.That(
        Read($$"""
            {"type": "finetuning", "task": "ChatCompletion", "model_provider": "{{provider}}", "model": {"type": "mlflow_model", "path": "{{Mini}}"},
             "training_data": {"type": "uri_file", "path": "azureml:chats:3"}, "validation_data": {"type": "mltable", "path": "./table", "mode": "direct"},
             "hyperparameters": {"batch_size": 2, "learning_rate_multiplier": 0.5, "n_epochs": 3},
             "outputs": {"registered_model": {"type": "mlflow_model", "name": "mini"} }, "queue_settings": {"job_tier": "standard"} }
            """),
        Is.EqualTo(FineTuning.AzureOpenAI(Mini, FineTuningTaskType.ChatCompletion, Input.UriFile("azureml:chats:3"))
            .WithValidationData(Input.MLTable("./table", InputMode.Direct))
            .WithHyperParameters(new AzureOpenAIHyperParameters { BatchSize = 2, LearningRateMultiplier = 0.5, NEpochs = 3 })
            .RegisterModel("mini")
            .WithQueueSettings(JobTier.Standard)));

    [TestCase("""{"type": "finetuning"}""", "'model_provider' has to say which kind this is")]
    [TestCase("""{"type": "finetuning", "model_provider": "costum"}""", "Did you mean 'custom'?")]
    [TestCase("""{"type": "finetuning", "model_provider": "custom"}""", "'task' is missing")]
    [TestCase("""{"type": "finetuning", "model_provider": "custom", "hyperparameters": {"n_epochs": 3}}""", "hyperparameters.n_epochs: A text belongs here, not the number 3.")]
    [TestCase("""{"type": "finetuning", "model_provider": "custom", "training_data": 3}""", "training_data: A path, or a map")]
    [TestCase("""{"type": "finetuning", "model_provider": "azure_openai", "hyperparameters": {"epochs": 3}}""", "'epochs' is not known here")]
    public void Read_WhatIsWrong_SaysSo(string yaml, string problem)
    {
        var reader = new ListeningReader(Dialect.Yaml);
        bool isRead = FineTuningTables.All.TryRead((TreeMap)TreeJson.Read(RawJson.Parse(yaml)), reader, out _);

        Assert.That(isRead, Is.False);
        Assert.That(reader.Problems, Has.Some.Contains(problem));
    }

    [Test]
    public void ReadRest_OfAProviderThatNobodyKnows_IsAnUnknownJob()
    {
        const string Body = """{"properties":{"jobType":"FineTuning","fineTuningDetails":{"modelProvider":"Oracle","taskType":"ChatCompletion"}}}""";

        Job job = Wired.Read(Body);

        Assert.That(job, Is.TypeOf<UnknownJob>());
        Assert.That(Wired.Write(job), Is.EqualTo(Body));
    }

    private static Job Read(string yaml)
    {
        var reader = new ListeningReader(Dialect.Yaml);
        bool isRead = FineTuningTables.All.TryRead((TreeMap)TreeJson.Read(RawJson.Parse(yaml)), reader, out Job? job);
        Assert.That(isRead, string.Join('\n', reader.Problems));
        return job!;
    }
}
