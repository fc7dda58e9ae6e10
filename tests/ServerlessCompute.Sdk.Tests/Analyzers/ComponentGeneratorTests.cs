using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>A component's YAML becomes a class with typed inputs and outputs.</summary>
internal sealed class ComponentGeneratorTests
{
    private const string File = "/project/components/train.yml";

    private const string Train =
        """
        $schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
        # Fits a line.
        name: train_fares
        type: command
        description: "Fits the fares: <one> line"
        inputs:
          rides: {type: uri_folder, description: A folder with train.csv}
          rate:
            type: number
            default: 0.01   # a small one
          epochs: {type: integer, optional: true}
          base:
            type: string
        outputs:
          model:
            type: mlflow_model
          is_good:
            type: boolean
        code: ./src
        environment: azureml:sklearn:1
        command: >-
          python train.py ${{inputs.rides}} ${{inputs.base}} --rate ${{inputs.rate}}
          $[[--epochs ${{inputs.epochs}}]] ${{outputs.model}} ${{outputs.is_good}}
        """;

    private const string Use =
        """
        using ServerlessCompute;
        using Taxi;

        public static class Program
        {
            public static PipelineJob Make() => Pipeline.Define("taxi", p =>
            {
                Port rides = p.Input("rides", Input.UriFolder("azureml:rides:1"));
                Port epochs = p.Input("epochs", 7);
                TrainFares first = TrainFares.Add(p, "first", rides: rides, @base: "tree", rate: 0.5);
                TrainFares second = TrainFares.Add(p, "second", Input.UriFolder("azureml:rides:2"), "tree", epochs: epochs, change: step => step with { QueueSettings = new QueueSettings { JobTier = JobTier.Spot } });
                Port<MlflowModel> chosen = first.Model;
                p.Add("score", Command.Run($"python score.py {chosen}").WithEnvironment("azureml:sklearn:1"));
                p.Output("model", second.Model);
            });
        }
        """;

    [Test]
    public void Class_OfAComponent_MakesAPipelineThatIsRight()
    {
        var program = new Generated(Use, (File, Train));
        Assert.That(program.Errors.Concat(program.Said), Is.Empty);
        using var image = new MemoryStream();
        Assert.That(program.All.Emit(image).Success, Is.True);

        var pipeline = (PipelineJob)Assembly.Load(image.ToArray()).GetType("Program")!.GetMethod("Make")!.Invoke(null, [])!;

        var first = (CommandStep)pipeline.Steps["first"];
        var second = (CommandStep)pipeline.Steps["second"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline.Validate().All, Is.Empty, pipeline.Validate().ToString());
            Assert.That(first.Inputs, Is.EqualTo((ValueMap<Input>)[new("rides", "${{parent.inputs.rides}}"), new("base", "tree"), new("rate", 0.5)]));
            Assert.That(second.Inputs["rides"], Is.EqualTo(Input.UriFolder("azureml:rides:2")));
            Assert.That(second.Inputs["epochs"], Is.EqualTo(Input.Literal("${{parent.inputs.epochs}}")));
            Assert.That(second.QueueSettings!.JobTier, Is.EqualTo(JobTier.Spot));
            Assert.That(second.Outputs["model"].Path, Is.EqualTo(new AssetPath("${{parent.outputs.model}}")));
            Assert.That(((CommandStep)pipeline.Steps["score"]).Inputs["chosen"], Is.EqualTo(Input.Literal("${{parent.jobs.first.outputs.model}}")));
            Assert.That(((CommandComponent)first.Component!.Definition!).Code!.BaseFolder, Does.EndWith("components"));
        }
    }

    [Test]
    public void Class_OfAComponent_TellsWhatItIsFor()
    {
        string source = new Generated(Use, (File, Train)).Source("TrainFares");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(source, Does.Contain("/// <summary>Fits the fares: &lt;one&gt; line</summary>"));
            Assert.That(source, Does.Contain("/// <param name=\"rate\">The input 'rate'. When it is not given: 0.01.</param>"));
            Assert.That(source, Does.Contain("Port<global::ServerlessCompute.MlflowModel> Model => Step[\"model\"];"));
            Assert.That(source, Does.Contain("global::ServerlessCompute.StepValue<double>? rate = null"));
            Assert.That(source, Does.Contain("global::ServerlessCompute.Port IsGood => Step[\"is_good\"];"));
        }
    }

    [TestCase("TrainFares.Add(p, \"a\", first.Model, \"tree\")", "CS1503", TestName = "A model where a folder belongs")]
    [TestCase("TrainFares.Add(p, \"a\", rides, 3)", "CS1503", TestName = "A number where a text belongs")]
    [TestCase("TrainFares.Add(p, \"a\", rides)", "CS7036", TestName = "An input that is needed, and not given")]
    [TestCase("TrainFares.Add(p, \"a\", rides, \"tree\", speed: 1)", "CS1739", TestName = "An input that the component does not know")]
    public void Step_GivenSomethingWrong_DoesNotCompile(string wrong, string error)
    {
        string program = Use.Replace("p.Output(\"model\", second.Model);", $"{wrong};", StringComparison.Ordinal);

        Assert.That(new Generated(program, (File, Train)).Errors.Select(found => found.Id), Is.EqualTo(new[] { error }));
    }

    [TestCase("  rate:\n    type: numbr", "  rate:\n    type: number", "SCA103", 9, 11)]
    [TestCase("  epochs: {optional: true}", "  epochs: {type: integer, optional: true}", "SCA103", 11, 3)]
    [TestCase("  base:\n\ttype: string", "  base:\n    type: string", "SCA101", 13, 1)]
    [TestCase("  rides: {type: uri_folder, description A folder}", "  rides: {type: uri_folder, description: A folder with train.csv}", "SCA101", 7, 49)]
    [TestCase("name: train_fares\nname: x", "name: train_fares", "SCA101", 4, 1)]
    [TestCase("code ./src", "code: ./src", "SCA101", 19, 1)]
    [TestCase("type: automl", "type: command", "SCA102", 4, 7)]
    [TestCase("  rate_: {type: integer, optional: true}", "  epochs: {type: integer, optional: true}", "SCA104", 11, 3)]
    [TestCase("  step:\n    type: boolean", "  is_good:\n    type: boolean", "SCA104", 17, 3)]
    public void Yaml_WithAFault_IsSaidAtItsLine(string fault, string right, string id, int line, int column)
    {
        string yaml = Train.Replace(right, fault, StringComparison.Ordinal);
        Assert.That(yaml, Is.Not.EqualTo(Train));

        Diagnostic[] said = [.. new Generated("", (File, yaml)).Said];

        FileLinePositionSpan place = said[0].Location.GetLineSpan();
        Assert.That((said.Length, said[0].Id, place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1), Is.EqualTo((1, id, File, line, column)), said[0].ToString());
    }

    [TestCase("type: command\ncommand: a\nenvironment: azureml:e:1\n$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json")]
    [TestCase("a: 1")]
    [TestCase("")]
    public void Yaml_ThatIsNoComponent_IsLeftAlone(string yaml)
    {
        var program = new Generated("", (File, yaml), ("/project/notes.txt", Train));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.Said, Is.Empty);
            Assert.That(program.All.SyntaxTrees, Has.Exactly(2).Items);
        }
    }

    [Test]
    public void Compiling_AfterAChangeOfCSharp_ReadsNoYamlAgain()
    {
        var program = new Generated(Use, (File, Train));

        program.Add("internal sealed class Other;");

        Assert.That(program.Reasons, Is.Not.Empty.And.All.EqualTo(IncrementalStepRunReason.Cached).Or.All.EqualTo(IncrementalStepRunReason.Unchanged));
    }

    [Test]
    public void Compiling_AfterAChangeOfYaml_ReadsItAgain()
    {
        var program = new Generated(Use, (File, Train), ("/project/b.yml", Train.Replace("train_fares", "b", StringComparison.Ordinal)));

        program.Change("/project/b.yml", Train.Replace("train_fares", "c", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.Reasons, Is.EquivalentTo(new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified }));
            Assert.That(program.Source("C"), Does.Contain("public sealed class C"));
        }
    }

    [Test]
    public void EveryComponentOfTheCorpus_BecomesAClassThatCompiles()
    {
        string corpus = SharedMaterial.Demand("corpus", "azureml-examples");
        (string Path, string Text)[] files =
        [
            .. Directory.EnumerateFiles(corpus, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => (path, System.IO.File.ReadAllText(path)))
                .Where(file => ComponentReader.IsComponent(file.Item2) && file.Item2.Contains("omponent.schema.json", StringComparison.OrdinalIgnoreCase)),
        ];

        Assert.That(files, Has.Length.GreaterThan(50));
        using (Assert.EnterMultipleScope())
        {
            foreach ((string path, string text) in files)
            {
                var program = new Generated("", (path, text));
                Assert.That(program.Said.Concat(program.Errors), Is.Empty, path);
                Assert.That(program.All.SyntaxTrees, Has.Exactly(3).Items, path);
            }
        }
    }
}
