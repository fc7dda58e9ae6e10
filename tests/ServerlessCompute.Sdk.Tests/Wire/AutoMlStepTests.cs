using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>AutoML as a step of a pipeline: spelled as the reference client spells it, with the defaults that it fills in there.</summary>
internal sealed class AutoMlStepTests
{
    private static readonly DataInput _bound = new() { Type = InputType.MLTable, Path = "${{parent.inputs.d}}" };

    [Test]
    public void Write_Step_SpellsWhatYamlSpells()
    {
        AutoMlJob job = AutoMl.ImageObjectDetection(_bound, "y")
            .WithValidationData(Input.MLTable("azureml:t:1", InputMode.Direct))
            .WithSweepSettings(SamplingAlgorithmType.Random, new BanditPolicy { EvaluationInterval = 2, SlackFactor = 0.1 })
            .WithTrainingParameters(new ImageModelSettingsObjectDetection { Beta1 = 1, LearningRateScheduler = LearningRateScheduler.WarmupCosine, ModelSize = ModelSize.ExtraLarge, StepLRStepSize = 3 })
            .AddSearchSpace(new ImageObjectDetectionSearchSpace { AmsGradient = true, Beta2 = 1, LearningRate = 1e-5, ModelName = Search.Choice("yolov5", "a"), NumberOfEpochs = Search.QNormal(3, 1, 2), MinSize = 600 })
            .WithIdentity(new UserIdentityConfiguration())
            .WithQueueSettings(new QueueSettings { JobTier = JobTier.Spot, Priority = JobPriority.High })
            .WithCompute("/subscriptions/s/computes/cpu")
            .WithLimits(maxTrials: 4, timeout: TimeSpan.FromHours(1))
            .WithOutput("best_model", Output.MlflowModel());

        Assert.That(JsonNode.DeepEquals(InSteps(job), JsonNode.Parse("""
            {
              "type": "automl",
              "identity": { "type": "user_identity" },
              "compute": "azureml:/subscriptions/s/computes/cpu",
              "outputs": { "best_model": { "job_output_type": "mlflow_model" } },
              "queue_settings": { "job_tier": "spot", "priority": "high" },
              "task": "image_object_detection",
              "log_verbosity": "info",
              "training_data": "${{parent.inputs.d}}",
              "target_column_name": "y",
              "validation_data": { "type": "mltable", "path": "azureml:t:1", "mode": "direct" },
              "limits": { "max_trials": 4, "timeout_minutes": 60 },
              "sweep": { "sampling_algorithm": "random", "early_termination": { "type": "bandit", "evaluation_interval": 2, "slack_factor": 0.1 } },
              "training_parameters": { "learning_rate_scheduler": "warmup_cosine", "step_lr_step_size": 3, "beta1": 1, "model_size": "extra_large" },
              "search_space": [
                {
                  "model_name": "choice('yolov5','a')", "number_of_epochs": "qnormal(3,1,2)", "learning_rate": "0.00001", "beta2": "1.0", "ams_gradient": "True",
                  "min_size": "600"
                }
              ],
              "primary_metric": "mean_average_precision"
            }
            """)), InSteps(job).ToJsonString());
    }

    [Test]
    public void Write_StepOverTexts_KeepsItsSearchSpaceAsMaps()
    {
        AutoMlJob job = AutoMl.TextNer(_bound).AddSearchSpace(new NlpSearchSpace { GradientAccumulationSteps = 3, LearningRate = Search.Uniform(1e-5, 0.1) });

        Assert.That(JsonNode.DeepEquals(InSteps(job), JsonNode.Parse("""
            {
              "type": "automl",
              "task": "text_ner",
              "log_verbosity": "info",
              "training_data": "${{parent.inputs.d}}",
              "limits": { "max_trials": 1, "max_nodes": 1 },
              "search_space": [ { "gradient_accumulation_steps": 3, "learning_rate": { "type": "uniform", "min_value": 1e-05, "max_value": 0.1 } } ],
              "primary_metric": "accuracy"
            }
            """)), InSteps(job).ToJsonString());
    }

    [TestCase("""{ "task": "classification" }""", "primary_metric", "accuracy")]
    [TestCase("""{ "task": "classification", "primary_metric": "auc_weighted" }""", "primary_metric", "auc_weighted")]
    [TestCase("""{ "task": "regression" }""", "primary_metric", "normalized_root_mean_squared_error")]
    [TestCase("""{ "task": "image_classification" }""", "log_verbosity", "info")]
    [TestCase("""{ "task": "text_classification" }""", "log_verbosity", null)]
    [TestCase("""{ "task": "text_classification", "log_verbosity": "info" }""", "log_verbosity", "info")]
    [TestCase("""{ "task": "regression", "featurization": { "dataset_language": "eng" } }""", "featurization", """{"dataset_language":"eng"}""")]
    public void TryReadStep_Yaml_FillsInWhatTheReferenceDoes(string said, string member, string? sent)
    {
        JsonNode yaml = JsonNode.Parse(said)!;
        yaml["training_data"] = "${{parent.inputs.d}}";
        yaml["target_column_name"] = "y";
        var reader = new ListeningReader(Dialect.Yaml);
        bool isRead = JobTables.AutoMl.TryReadStep((TreeMap)TreeJson.Read(RawJson.Parse(yaml.ToJsonString())), reader, out Job? job);

        Assert.That(isRead, string.Join('\n', reader.Problems));
        Assert.That(InSteps((AutoMlJob)job!)[member]?.ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), Is.EqualTo(sent));
    }

    [Test]
    public void TryRead_YamlOfAJobByItself_SendsItsOutputsAsFolders()
    {
        var yaml = (TreeMap)TreeJson.Read(RawJson.Parse("""
            { "task": "regression", "training_data": { "path": "azureml:t:1" }, "target_column_name": "y", "outputs": { "best_model": { "type": "mlflow_model", "mode": "upload" } } }
            """));
        var reader = new ListeningReader(Dialect.Yaml);
        Assert.That(JobTables.AutoMl.TryRead(yaml, reader, out Job? job), string.Join('\n', reader.Problems));
        Assert.That(JobTables.AutoMl.TryReadStep(yaml, reader, out Job? step), Is.True);

        Assert.That(((AutoMlJob)job!).Outputs["best_model"], Is.EqualTo(Output.UriFolder(mode: OutputMode.Upload)));
        Assert.That(((AutoMlJob)step!).Outputs["best_model"], Is.EqualTo(Output.MlflowModel(mode: OutputMode.Upload)));
    }

    [TestCase("""{ "task": "clasification" }""", "AutoML has no task 'clasification'. Did you mean 'classification'?")]
    [TestCase("""{ }""", "'task' has to say what is learned.")]
    [TestCase("""{ "task": "regression", "primary_metric": "accuracy" }""", "primary_metric: 'accuracy' is not known here.")]
    [TestCase("""{ "task": "text_ner", "primary_metric": "auc_weighted" }""", "primary_metric: Only accuracy belongs here")]
    [TestCase("""{ "task": "regression", "training_data": { "type": "uri_folder", "path": "azureml:t:1" } }""", "training_data: AutoML reads data of type mltable, not uri_folder.")]
    [TestCase("""{ "task": "regression", "training_data": "azureml:t:1" }""", "training_data: A map belongs here")]
    [TestCase("""{ "task": "regression", "target_column_name": null }""", "'target_column_name' has no value.")]
    [TestCase("""{ "task": "regression", "n_cross_validations": [5] }""", "n_cross_validations: A whole number or auto belongs here")]
    [TestCase("""{ "task": "regression", "resources": "Standard_E4s_v3" }""", "resources: A map belongs here")]
    [TestCase("""{ "task": "regression", "featurization": { "transformer_params": { "imputr": [] } } }""", "'imputr' is not known here. Did you mean 'imputer'?")]
    [TestCase("""{ "task": "regression", "sweep": { "sampling_algorithm": "random" } }""", "sweep: 'sweep' is not known here.")]
    [TestCase("""{ "task": "image_classification", "search_space": [ { "layers_to_freeze": { "type": "uniform", "min_value": 1, "max_value": 2 } } ] }""", "'uniform' is no distribution for this setting.")]
    [TestCase("""{ "task": "image_classification", "search_space": [ { "optimizer": "lion" } ] }""", "One of none, sgd, adam, adamw, or a map with 'type: choice' belongs here")]
    [TestCase("""{ "task": "image_classification", "search_space": [ { "model_name": 5 } ] }""", "A text, or a map with 'type: choice' belongs here")]
    [TestCase("""{ "task": "image_classification", "search_space": [ { "min_size": 5 } ] }""", "'min_size' is not known here.")]
    [TestCase("""{ "task": "image_classification", "search_space": [ { "nesterov": { "type": "choice", "values": ["maybe"] } } ] }""", "true or false, or a map with 'type: choice' belongs here")]
    [TestCase("""{ "task": "image_classification", "sweep": { "early_termination": { "type": "median_stopping" } } }""", "'sampling_algorithm' is missing.")]
    public void TryRead_WrongYaml_SaysWhatBelongsThere(string said, string problem)
    {
        JsonNode yaml = JsonNode.Parse(said)!;
        yaml["training_data"] ??= new JsonObject { ["path"] = "azureml:t:1" };
        if (!yaml.AsObject().ContainsKey("target_column_name"))
        {
            yaml["target_column_name"] = "y";
        }

        var reader = new ListeningReader(Dialect.Yaml);

        Assert.That(JobTables.AutoMl.TryRead((TreeMap)TreeJson.Read(RawJson.Parse(yaml.ToJsonString())), reader, out _), Is.False);
        Assert.That(reader.Problems, Has.Some.Contains(problem));
    }

    private static JsonNode InSteps(AutoMlJob job) => JsonNode.Parse(TreeJson.ToRaw(JobTables.AutoMl.Write(job, Dialect.Step)).ToString())!;
}
