namespace ServerlessCompute;

internal sealed class ComponentLoadTests
{
    private const string Schema = "https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json";

    private const string Train = $$$"""
        $schema: {{{Schema}}}
        name: train
        version: 3
        command: python train.py --data ${{inputs.data}} --out ${{outputs.model}}
        code: ./src
        additional_includes: [../shared]
        environment: azureml:sklearn:1
        inputs:
          data: {type: uri_folder, mode: ro_mount, description: The table.}
          trees: {type: integer, default: 100, min: 1, optional: true}
          rate: {type: number, default: 1, max: 1.5}
          kind: {type: string, enum: [forest, boost], default: forest}
          shuffle: {type: boolean, default: true}
        outputs:
          model: {type: mlflow_model}
        """;

    private static CommandComponent InCSharp => new()
    {
        Name = "train",
        Version = "3",
        Command = "python train.py --data ${{inputs.data}} --out ${{outputs.model}}",
        Code = "./src",
        AdditionalIncludes = ["../shared"],
        Environment = "azureml:sklearn:1",
        Inputs =
        [
            new("data", new ComponentInput { Type = PortType.UriFolder, Mode = InputMode.ReadOnlyMount, Description = "The table." }),
            new("trees", new ComponentInput { Type = PortType.Integer, Default = "100", Min = "1", Optional = true }),
            new("rate", new ComponentInput { Type = PortType.Number, Default = "1.0", Max = "1.5" }),
            new("kind", new ComponentInput { Type = PortType.String, Default = "forest", Enum = ["forest", "boost"] }),
            new("shuffle", new ComponentInput { Type = PortType.Boolean, Default = "True" }),
        ],
        Outputs = [new("model", ComponentOutput.MlflowModel())],
        AdditionalProperties = [new("$schema", Schema)],
    };

    [Test]
    public void Parse_ACommand_IsTheComponentInCSharp() => Assert.That(Component.Parse(Train), Is.EqualTo(InCSharp));

    [TestCase("type: pipeline", "pipeline")]
    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/pipelineComponent.schema.json", "pipeline")]
    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/dataTransferComponent.schema.json\ntask: copy_data", "data_transfer")]
    [TestCase("command: echo\nenvironment: azureml:e:1", "command")]
    public void Parse_AnyKind_IsKnownByTypeOrSchema(string yaml, string kind) => Assert.That(Component.Parse(yaml).Kind, Is.EqualTo(kind));

    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json", "This describes a job, not a component.")]
    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json", "This describes a schedule, not a component.")]
    [TestCase("type: comand", "Did you mean 'command'?")]
    [TestCase("command: echo", "'environment' is missing")]
    [TestCase("command: echo\nenvironment: azureml:e:1\ninputs: {a: {typ: integer}}", "'typ' is not known here. Did you mean 'type'?")]
    [TestCase("type: pipeline\njobs: {a: {type: command, component: {command: echo, environment: 'azureml:e:1', comand: x}}}", "Did you mean 'command'?")]
    public void Parse_WhatIsWrong_SaysSo(string yaml, string problem)
    {
        var told = new List<YamlProblem>();
        JobYamlException? refused = null;
        try
        {
            _ = Component.Parse(yaml, options: new YamlOptions { OnWarning = told.Add });
        }
        catch (JobYamlException e)
        {
            refused = e;
        }

        Assert.That(string.Join('\n', told.Concat(refused?.Problems ?? [])), Does.Contain(problem));
    }

    [Test]
    public void Load_APipeline_FollowsTheFilesOfItsSteps()
    {
        using var folder = new YamlFolder(
            ("whole.yml", "type: pipeline\ninputs: {data: {type: uri_folder}}\njobs:\n  one: {type: command, component: parts/train.yml, inputs: {data: '${{parent.inputs.data}}'}}"),
            ("parts/train.yml", Train));

        var pipeline = (PipelineComponent)Component.Load(folder["whole.yml"]);
        var train = (CommandComponent)((CommandStep)pipeline.Steps["one"]).Component!.Definition!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(train.Code!.ToAbsolute("/"), Is.EqualTo(folder["parts/src"]));
            Assert.That(train.AdditionalIncludes[0].ToAbsolute("/"), Is.EqualTo(folder["shared"]));
            Assert.That(train.AdditionalProperties["$schema"].Text, Is.EqualTo(Schema));
        }
    }

    [Test]
    public void Load_WithOverrides_ReplacesValues() =>
        Assert.That(((CommandComponent)Load(Train, ("inputs.trees.default", 5), ("resources.instance_count", 2))).Inputs["trees"].Default, Is.EqualTo("5"));

    [Test]
    public void ToYaml_AComponent_LoadsAgain() => Assert.That(Component.Parse(InCSharp.ToYaml()), Is.EqualTo(InCSharp));

    [Test]
    public void ToYaml_WithoutSchema_AddsNone() => Assert.That((InCSharp with { AdditionalProperties = [] }).ToYaml(), Does.StartWith("type: command\n"));

    [Test]
    public void ToYaml_ForAnotherFolder_LeadsToTheSameFiles()
    {
        using var folder = new YamlFolder(("parts/train.yml", Train), ("out/x", ""));

        string yaml = Component.Load(folder["parts/train.yml"]).ToYaml(folder["out"]);

        Assert.That(yaml, Does.Contain("code: ../parts/src\n").And.Contain("../shared").And.Not.Contain("parts/../shared"));
    }

    private static Component Load(string text, params (string Path, RawJson Value)[] overrides)
    {
        using var folder = new YamlFolder(("c.yml", text));
        return Component.Load(folder["c.yml"], overrides);
    }
}
