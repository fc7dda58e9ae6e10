namespace ServerlessCompute;

/// <summary>What is wrong between the steps of a pipeline in YAML gets its place there.</summary>
internal sealed class PipelineYamlTests
{
    private const string Train =
        """
        type: command
        inputs:
          data: {type: uri_folder}
          rate: {type: number, default: 0.5}
        outputs:
          model: {type: mlflow_model}
        command: python train.py ${{inputs.data}} ${{inputs.rate}} ${{outputs.model}}
        environment: azureml:e:1
        """;

    private const string Head = "type: pipeline\nsettings: {default_compute: serverless}\njobs:\n";

    [TestCase("  train:\n    component: ./train.yml\n    inputs:\n      data: ${{parent.jobs.perp.outputs.clean}}", 7, 13, "jobs.train.inputs.data", "SC1421")]
    [TestCase("  train:\n    component: ./train.yml\n    inputs:\n      data: ${{parent.inputs.raw}}", 7, 13, "jobs.train.inputs.data", "SC1422")]
    [TestCase("  train:\n    component: ./train.yml", 4, 3, "jobs.train", "SC1431")]
    [TestCase("  Train:\n    component: azureml:train:1", 4, 3, "jobs.Train", "SC1411")]
    [TestCase("  a:\n    component: azureml:a:1\n    inputs: {x: '${{parent.jobs.b.outputs.y}}'}\n  b:\n    component: azureml:b:1\n    inputs: {x: '${{parent.jobs.a.outputs.y}}'}", 4, 3, "jobs.a", "SC1425")]
    [TestCase("  a:\n    component: azureml:a:1\n  again:\n    type: do_while\n    body: ${{parent.jobs.a}}\n    mapping: {}\n    limits: {max_iteration_count: 2000}", 10, 35, "jobs.again.limits.max_iteration_count", "SC1442")]
    [TestCase("  a:\n    type: command\n    command: echo ${{inputs.x}}\n    environment: azureml:e:1\n    inputs: {x: '${{parent.jobs.b.outputs.y}}'}", 8, 17, "jobs.a.inputs.x", "SC1421")]
    public void Load_PipelineWithAFault_SaysWhere(string jobs, int line, int column, string path, string id)
    {
        using var folder = new YamlFolder(("train.yml", Train), ("pipeline.yml", Head + jobs));

        YamlProblem[] errors = [.. Assert.Throws<JobYamlException>(() => Job.Load(folder["pipeline.yml"]))!.Problems.Where(problem => problem.Severity == JobDiagnosticSeverity.Error)];

        Assert.That(errors.Select(error => (error.Line, error.Column, error.Path, error.Message[..6])), Is.EqualTo(new[] { (line, column, path, id) }));
    }

    [TestCase("    inputs: {data: '${{parent.inputs.table}}'}", 7, 20, "SC1426")]
    [TestCase("    inputs: {data: '${{parent.inputs.raw}}', epochs: 3}", 7, 54, "SC1432")]
    [TestCase("    inputs: {data: '${{parent.inputs.raw}}', rate: fast}", 7, 52, "SC1434")]
    public void Load_WhatTheReferenceClientLetsPass_IsAWarning(string inputs, int line, int column, string id)
    {
        using var folder = new YamlFolder(
            ("train.yml", Train),
            ("pipeline.yml", "type: pipeline\nsettings: {default_compute: serverless}\ninputs: {raw: {type: uri_folder, path: 'azureml:raw:1'}, table: {type: mltable, path: 'azureml:t:1'}}\njobs:\n  train:\n    component: ./train.yml\n" + inputs));
        var warnings = new List<YamlProblem>();

        Job job = Job.Load(folder["pipeline.yml"], new YamlOptions { OnWarning = warnings.Add });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(warnings.Where(warning => !warning.Message.StartsWith("SC1405", StringComparison.Ordinal)).Select(warning => (warning.Line, warning.Column, warning.Message[..6])), Is.EqualTo(new[] { (line, column, id) }));
            Assert.That(job.Validate().Errors, Is.Empty);
        }
    }

    [Test]
    public void Load_FaultInAPipelineComponentOfAnotherFile_SaysWhereInThatFile()
    {
        using var folder = new YamlFolder(
            ("inner.yml", "type: pipeline\ninputs:\n  raw: {type: uri_folder}\njobs:\n  prep:\n    component: azureml:prep:1\n    inputs:\n      raw: ${{parent.inputs.rwa}}"),
            ("pipeline.yml", Head + "  inner:\n    type: pipeline\n    component: ./inner.yml\n    inputs:\n      raw: {type: uri_folder, path: 'azureml:raw:1'}"));

        YamlProblem error = Assert.Throws<JobYamlException>(() => Job.Load(folder["pipeline.yml"]))!.Problems.First(problem => problem.Severity == JobDiagnosticSeverity.Error);

        Assert.That((error.File, error.Line, error.Path, error.Message[..6]), Is.EqualTo((folder["inner.yml"], 8, "jobs.inner.component.jobs.prep.inputs.raw", "SC1422")));
    }

    [Test]
    public void Load_TwoStepsOfOneName_AreRefused()
    {
        var e = Assert.Throws<JobYamlException>(() => Job.Parse(Head + "  a: {component: 'azureml:a:1'}\n  a: {component: 'azureml:b:1'}"))!;

        Assert.That((e.Problems[0].Line, e.Problems[0].Message), Is.EqualTo((5, "'a' stands here twice.")));
    }

    [Test]
    public void Load_WithoutLookingAtSteps_LeavesItToValidation()
    {
        Job job = Job.Parse(Head + "  a: {component: 'azureml:a:1', inputs: {x: '${{parent.inputs.y}}'}}", options: new YamlOptions { ChecksSteps = false });

        Assert.That(job.Validate().Errors.Select(error => error.Id), Is.EqualTo(new[] { "SC1422" }));
    }

    [Test]
    public void Load_PipelineWithoutCompute_MayGetOneInCSharp() =>
        Assert.That(((PipelineJob)Job.Parse("type: pipeline\njobs:\n  a: {component: 'azureml:a:1'}")).WithDefaultCompute("serverless").Validate().Errors, Is.Empty);
}
