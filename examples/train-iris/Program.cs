// What runs inside the job: trains a classifier on iris.csv, logs how good it is, and leaves the model in the output folder.
// Arguments: --data <csv> --model <folder> --seed <number>

using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using ServerlessCompute;
using TrainIris;

Dictionary<string, string> options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
int seed = int.Parse(options["--seed"], CultureInfo.InvariantCulture);

await using TrainingRun run = TrainingRun.Current;
run.LogParameter("trainer", "L-BFGS maximum entropy");
run.LogParameter("seed", options["--seed"]);

var ml = new MLContext(seed);
IDataView all = ml.Data.LoadFromTextFile<Flower>(options["--data"], separatorChar: ',', hasHeader: true);
DataOperationsCatalog.TrainTestData split = ml.Data.TrainTestSplit(all, testFraction: 0.2, seed: seed);
Console.WriteLine($"{Count(split.TrainSet)} flowers to learn from, {Count(split.TestSet)} held out");

var learner = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Flower.Species))
    .Append(ml.Transforms.Concatenate("Features", nameof(Flower.SepalLength), nameof(Flower.SepalWidth), nameof(Flower.PetalLength), nameof(Flower.PetalWidth)))
    .Append(ml.Transforms.NormalizeMinMax("Features"))
    .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: 0.01f, l2Regularization: 0.01f))
    .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

int fold = 0;
foreach (var result in ml.MulticlassClassification.CrossValidate(split.TrainSet, learner, numberOfFolds: 5, seed: seed))
{
    double accuracy = result.Metrics.MicroAccuracy;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fold {fold}: accuracy {accuracy:F2}"));
    run.LogMetric("fold_accuracy", accuracy, fold++);
}

var model = learner.Fit(split.TrainSet);
MulticlassClassificationMetrics heldOut = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
run.LogMetric("accuracy", heldOut.MicroAccuracy);
run.LogMetric("log_loss", heldOut.LogLoss);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out: accuracy {heldOut.MicroAccuracy:F2}"));

Directory.CreateDirectory(options["--model"]);
ml.Model.Save(model, all.Schema, Path.Combine(options["--model"], "iris.zip"));

int Count(IDataView data) => ml.Data.CreateEnumerable<Flower>(data, reuseRowObject: true).Count();
