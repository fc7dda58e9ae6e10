using System.Text;

namespace ServerlessCompute;

internal sealed class JobLoadTests
{
    private const string Hello = """
        $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
        command: echo ${{inputs.greeting}}
        environment: azureml:trees@latest
        inputs:
          greeting: hello
        """;

    private static readonly CommandJob HelloJob = Command.Run("echo ${{inputs.greeting}}").WithEnvironment("azureml:trees@latest").WithInput("greeting", "hello");

    [Test]
    public void Parse_ACommand_IsTheJobInCSharp() => Assert.That(Job.Parse(Hello), Is.EqualTo(HelloJob));

    [TestCase("type: sweep")]
    [TestCase("type: Sweep")]
    [TestCase("$schema: https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json")]
    public void Parse_ASweep_IsKnownByTypeOrSchema(string kind)
    {
        Job job = Job.Parse($$$"""
            {{{kind}}}
            trial:
              command: python train.py --lr ${{search_space.lr}}
              environment: azureml:trees:12
            search_space:
              lr: {type: uniform, min_value: 0.1, max_value: 1}
            objective: {goal: Maximize, primary_metric: accuracy}
            limits: {max_total_trials: 20, timeout: 3600}
            """);

        Assert.That(
            job,
            Is.EqualTo(Sweep.Over(Command.Run("python train.py --lr ${{search_space.lr}}").WithEnvironment("azureml:trees:12"))
                .WithSearchSpace([new("lr", Search.Uniform(0.1, 1))])
                .Maximize("accuracy")
                .WithLimits(new SweepJobLimits { MaxTotalTrials = 20, Timeout = TimeSpan.FromHours(1) })));
    }

    [Test]
    public void Load_AStream_ReadsItToItsEnd()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Hello.ReplaceLineEndings("\r\n"))]);

        Assert.That(Job.Load(stream), Is.EqualTo(HelloJob));
    }

    [Test]
    public void Load_WithOverrides_PutsThemInTheirPlaces()
    {
        using var folder = new YamlFolder(("job.yml", Hello));

        var job = (CommandJob)Job.Load(folder["job.yml"], ("inputs.greeting", 0.5), ("resources.instance_count", 2), ("tags.team", "vision"), ("environment", "azureml:trees:3"));

        Assert.That(
            job,
            Is.EqualTo(HelloJob.WithInput("greeting", 0.5).WithResources(new ResourceConfiguration { InstanceCount = 2 }).AddTag("team", "vision").WithEnvironment("azureml:trees:3")));
    }

    [Test]
    public void Load_ARelativePath_StartsAtTheFilesFolder()
    {
        using var folder = new YamlFolder(("deep/job.yml", Hello + "\ncode: ../src"));

        var job = (CommandJob)Job.Load(folder["deep/job.yml"]);

        Assert.That(job.Code!.ToAbsolute("elsewhere"), Is.EqualTo(folder["src"]));
    }

    [Test]
    public void Load_AnEnvironmentInAFile_IsReadFromThere()
    {
        using var folder = new YamlFolder(
            ("job.yml", "command: echo\nenvironment: file:env/env.yml"),
            ("env/env.yml", "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\nimage: docker.io/library/python:3.12\nconda_file: conda.yml"));

        JobEnvironment environment = ((CommandJob)Job.Load(folder["job.yml"])).Environment!;

        Assert.That(environment.CondaFile!.ToAbsolute("elsewhere"), Is.EqualTo(folder["env/conda.yml"]));
    }

    [Test]
    public void ToYaml_AJob_IsWrittenAsPeopleWriteIt()
    {
        string yaml = Command.Run("python train.py \\\n  --fast")
            .WithEnvironment("azureml:trees:12")
            .WithInput("rate", 1e-5)
            .WithInput("yes", "no")
            .WithInput("data", Input.UriFolder("./data"))
            .WithResources("Standard_D4s_v5", 2)
            .ToYaml();

        Assert.That(yaml, Is.EqualTo("""
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            type: command
            command: |-
              python train.py \
                --fast
            environment: azureml:trees:12
            inputs:
              rate: 1.0e-05
              'yes': 'no'
              data:
                type: uri_folder
                path: ./data
            resources:
              instance_count: 2
              instance_type: Standard_D4s_v5

            """));
    }

    [Test]
    public void ToYaml_ForAnotherFolder_KeepsWhatPathsMean()
    {
        using var folder = new YamlFolder(("a/job.yml", Hello + "\ncode: src"));
        Job job = Job.Load(folder["a/job.yml"]);

        string yaml = job.ToYaml(folder["b"]);

        Assert.That(((CommandJob)Job.Parse(yaml, folder["b"])).Code!.ToAbsolute("elsewhere"), Is.EqualTo(folder["a/src"]));
    }
}
