#:project ../src/ServerlessCompute.Sdk
#:project ../src/ServerlessCompute.Sdk.InMemory
#:project ../src/ServerlessCompute.Sdk.Yaml

// A folder of YAML for the command line moves to C# without a change of what the service receives: load it, set values from outside, see
// every mistake at once, submit it, and get the C# to go on from.
//
// Run it from the repository's root: dotnet run examples/08-yaml.cs

using ServerlessCompute;

DirectoryInfo folder = Directory.CreateTempSubdirectory("yaml-");
string path = Path.Join(folder.FullName, "train.yml");
File.WriteAllText(path, """
    $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
    command: python train.py --rate ${{inputs.rate}} --data ${{inputs.flowers}}
    environment: azureml://registries/azureml/environments/sklearn-1.5/labels/latest
    inputs:
      rate: 0.1
      flowers: {type: uri_folder, path: azureml://datastores/workspaceblobstore/paths/iris/}
    queue_settings: {job_tier: spot}
    resources: {instance_count: 1}
    """);

// As the command line's --set, with values of C# or with text as it was typed.
var job = (CommandJob)Job.Load(path, ("inputs.rate", 0.05), ("resources.instance_type", "Standard_D4s_v3"));
var typed = (CommandJob)Job.Load(path, new YamlOptions().WithOverrides("resources.instance_count=2", "tags.team=botany"));
Console.WriteLine($"{((LiteralInput)job.Inputs["rate"]).Value} on {job.Resources!.InstanceType}; {typed.Resources!.InstanceCount} nodes for {typed.Tags["team"]}");

// What is wrong is said with its line, all of it at once, and with what was meant.
try
{
    Job.Parse("""
        command: echo hello
        environmet: azureml:e:1
        resources:
          instance_typ: Standard_D4s_v3
        tags: {epoch: 3}
        """);
}
catch (JobYamlException e)
{
    foreach (YamlProblem problem in e.Problems)
    {
        Console.WriteLine($"line {problem.Line}, {problem.Path}: {problem.Message}");
    }
}

// A pipeline may name components in files; a component can be registered by itself.
File.WriteAllText(Path.Join(folder.FullName, "count.yml"), """
    $schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
    name: count_petals
    version: 3
    type: command
    inputs: {flowers: {type: uri_folder}, limit: {type: integer, default: 100}}
    command: python count.py ${{inputs.flowers}} --limit ${{inputs.limit}}
    environment: azureml://registries/azureml/environments/sklearn-1.5/labels/latest
    """);
File.WriteAllText(Path.Join(folder.FullName, "pipeline.yml"), """
    type: pipeline
    settings: {default_compute: azureml:serverless}
    inputs: {flowers: {type: uri_folder, path: azureml://datastores/workspaceblobstore/paths/iris/}}
    jobs:
      count:
        type: command
        component: ./count.yml
        inputs: {flowers: "${{parent.inputs.flowers}}", limit: 20}
    """);
var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();
ComponentAsset registered = await client.RegisterComponentAsync(Component.Load(Path.Join(folder.FullName, "count.yml")));
Console.WriteLine($"Registered {registered.Reference}");
foreach (Job each in new[] { job, Job.Load(Path.Join(folder.FullName, "pipeline.yml")) })
{
    JobRun run = await client.SubmitAsync(each);
    Console.WriteLine($"{each.JobType}: {(await run.WaitForCompletionAsync()).Status}");
}

// From here on in C#; or back to YAML, which the command line and the Python client read, too.
Console.WriteLine(job.ToCSharp());
Console.WriteLine(job.WithTimeout(TimeSpan.FromHours(2)).ToYaml());
folder.Delete(recursive: true);
