#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory

// Lets the service find the model: AutoML tries algorithms on a table, and models on images. Which trials there are and how good they
// become is made up by the service in memory; the job, its checks and the way to its trials are those of the service in Azure.
//
// Run it from the repository's root: dotnet run examples/06-automl.cs

using System.Globalization;
using ServerlessCompute;

var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();

// A table: what is learned is a column of it. The metrics and algorithms of each task are a type of its own.
ClassificationJob job = AutoMl.Classification(
        trainingData: Input.MLTable("azureml://datastores/workspaceblobstore/paths/iris-table/"),
        targetColumn: "species")
    .WithPrimaryMetric(ClassificationPrimaryMetric.Accuracy)
    .WithNCrossValidations(5)
    .WithFeaturization(new TabularFeaturizationSettings { BlockedTransformers = [BlockedTransformer.HashOneHotEncoder] })
    .WithTraining(new ClassificationTrainingSettings { AllowedTrainingAlgorithms = [ClassificationModel.LightGBM, ClassificationModel.RandomForest, ClassificationModel.SVM] })
    .WithLimits(maxTrials: 6, maxConcurrentTrials: 3, timeout: TimeSpan.FromHours(1));

// What cannot work is found before anything is sent.
ClassificationJob wrong = job
    .WithTargetColumnName(null)
    .WithTraining(new ClassificationTrainingSettings { AllowedTrainingAlgorithms = [ClassificationModel.KNN], BlockedTrainingAlgorithms = [ClassificationModel.KNN] });
foreach (JobDiagnostic problem in wrong.Validate().Errors)
{
    Console.WriteLine(problem);
}

JobRun run = await client.SubmitAsync(job);
JobResult result = await run.WaitForCompletionAsync();
Console.WriteLine($"A table: {result.Status}");
await PrintBestAsync(run);

// Images: the models to try, and where to look for their settings. No size is named, so that the service takes one with GPUs.
ImageClassificationJob images = AutoMl.ImageClassification(Input.MLTable("azureml://datastores/workspaceblobstore/paths/boats/"), targetColumn: "label")
    .WithValidationDataSize(0.2)
    .WithLimits(maxTrials: 4, maxConcurrentTrials: 2)
    .WithSweepSettings(SamplingAlgorithmType.Random, new BanditPolicy { SlackFactor = 0.2, EvaluationInterval = 2, DelayEvaluation = 6 })
    .AddSearchSpace(new ImageClassificationSearchSpace
    {
        ModelName = Search.Choice("vitb16r224", "seresnext"),
        LearningRate = Search.Uniform(0.001, 0.01),
        NumberOfEpochs = Search.Choice(15, 30),
    });
JobRun imageRun = await client.SubmitAsync(images);
Console.WriteLine($"Images: {(await imageRun.WaitForCompletionAsync()).Status}");
await PrintBestAsync(imageRun);

// Each trial is a job of its own: the service notes on it which algorithm it was and how good it became.
static async Task PrintBestAsync(JobRun run)
{
    var trials = new List<JobChild>();
    await foreach (JobChild child in run.GetChildrenAsync())
    {
        trials.Add(child);
    }

    JobChild best = trials.Where(trial => trial.Properties.ContainsKey("score")).MaxBy(trial => double.Parse(trial.Properties["score"], CultureInfo.InvariantCulture))!;
    Console.WriteLine($"  {trials.Count} trials on {best.InstanceType}; the best is {best.Properties["run_algorithm"]} with {best.Properties["score"]}");
}
