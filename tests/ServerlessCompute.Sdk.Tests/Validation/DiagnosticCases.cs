namespace ServerlessCompute;

/// <summary>At least one job for every diagnostic; the first of each id is the example in the documentation.</summary>
internal static partial class DiagnosticCases
{
    public static CommandJob Good { get; } = Command.Run("python train.py").WithEnvironment("sklearn-1.5@latest");

    public static IReadOnlyList<DiagnosticCase> All { get; } = [.. CommandCases(), .. FlowCases(), .. SoftwareCases(), .. MachineCases(), .. CommonCases(), .. SweepCases(), .. AutoMlCases(), .. PipelineCases(), .. SparkCases(), .. FineTuningCases(), .. ScheduleCases(), .. ComponentCases()];

    private static List<DiagnosticCase> CommandCases()
    {
        CommandJob job = Command.Run("python train.py").WithEnvironment("sklearn-1.5@latest");
        Input<double> learningRate = 0.01;
        Input<double>[] rates = [0.1, 0.2];
        var other = new { learningRate = (Input<double>)0.02 };
        Output model = Output.CustomModel();
        var another = new { model = Output.CustomModel() };
        return
        [
            DiagnosticCase.Of("SC0101", "Command", job.WithCommand("")),
            DiagnosticCase.Of("SC0101", "Command", job.WithCommand("--- \n")),
            DiagnosticCase.Of("SC0101", "Command", job with { Command = null! }),
            DiagnosticCase.Of("SC0102", "Command", job.WithCommand("python train.py --lr ${{inputs.learning_rat}} --seed ${{inputs.learning_rate}}").WithInput("learning_rate", 0.01)),
            DiagnosticCase.Of("SC0102", "Command", job.WithCommand("python train.py --lr ${{inputs.lr}}")),
            DiagnosticCase.Of("SC0102", "Command", job.WithCommand($"python train.py --out {model} --again ${{{{inputs.model}}}}")),
            DiagnosticCase.Of("SC0103", "Command", job.WithCommand("python train.py --out ${{outputs.model}}")),
            DiagnosticCase.Of("SC0103", "Command", job.WithCommand($"python train.py --lr {learningRate} --out ${{{{outputs.learningRate}}}}")),
            DiagnosticCase.Of("SC0104", "Inputs[\"seed\"]", job.WithInput("seed", 42)),
            DiagnosticCase.Of("SC0105", "Outputs[\"model\"]", job.WithOutput("model", Output.MlflowModel())),
            DiagnosticCase.Of("SC0106", "Command", job.WithCommand($"python train.py --lr {rates[0]}")),
            DiagnosticCase.Of("SC0107", "Command", job.WithCommand($"python train.py --lr {learningRate} --final-lr {other.learningRate}")),
            DiagnosticCase.Of("SC0107", "Command", job.WithCommand($"python train.py --out {model} --log {another.model}")),
            DiagnosticCase.Of("SC0108", "Inputs[\"learningRate\"]", job.WithCommand($"python train.py --lr {learningRate}").WithInput("learningRate", 0.1)),
            DiagnosticCase.Of("SC0108", "Outputs[\"model\"]", job.WithCommand($"python train.py --out {model}").WithOutput("model", Output.CustomModel())),
            DiagnosticCase.Of("SC0109", "Command", job.WithCommand("python train.py --lr " + learningRate)),
            DiagnosticCase.Of("SC0109", "Command", job.WithCommand(string.Concat("python train.py --out ", model))),
            DiagnosticCase.Of("SC0110", "Command", job.WithCommand($"python train.py --lr ${{inputs.lr}}")),
            DiagnosticCase.Of("SC0110", "Command", job.WithCommand("python train.py --out ${outputs.model}")),
            DiagnosticCase.Of("SC0111", "Command", job.WithCommand("python train.py --lr ${{search_space.lr}}")),
            DiagnosticCase.Of("SC0112", "Command", job.WithCommand("python train.py --lr ${{input.lr}}")),
            DiagnosticCase.Of("SC0112", "Command", job.WithCommand("python train.py --lr ${{lr}}")),
            DiagnosticCase.Of("SC0112", "Command", job.WithCommand("python train.py --lr ${{}}")),
            DiagnosticCase.Of("SC0112", "Command", job.WithCommand("python train.py --lr ${{inputs}}")),
            DiagnosticCase.Of("SC0112", "Command", job.WithCommand("python train.py --lr ${{outputs.}}")),
            DiagnosticCase.Of("SC0113", "Command", job.WithCommand("python train.py --lr ${{inputs.lr}")),
            DiagnosticCase.Of("SC0113", "Command", job.WithCommand("python train.py ${{inputs.lr ${{inputs.seed}}").WithInput("seed", 1)),
            DiagnosticCase.Of("SC0114", "Command", job.WithCommand("python train.py --lr {inputs.lr}")),
            DiagnosticCase.Of("SC0115", "Command", job.WithCommand("python train.py $[[--lr ${{inputs.lr}}")),
        ];
    }

    private static List<DiagnosticCase> FlowCases()
    {
        CommandJob job = Good;
        Input<double> größe = 0.1;
        CommandJob reads = job.WithCommand("python train.py --data ${{inputs.data}}");
        CommandJob prints = job.WithCommand("echo ${{inputs.text}}");
        CommandJob writes = job.WithCommand("python train.py --out ${{outputs.model}}");
        return
        [
            DiagnosticCase.Of("SC0201", "Inputs[\"learning-rate\"]", job.WithCommand("python train.py --lr ${{inputs.learning-rate}}").WithInput("learning-rate", 0.01)),
            DiagnosticCase.Of("SC0201", "Inputs[\"größe\"]", job.WithCommand($"python train.py --size {größe}")),
            DiagnosticCase.Of("SC0202", "Inputs[\"LR\"]", job.WithCommand("echo ${{inputs.lr}} ${{inputs.LR}}").WithInput("lr", 1).WithInput("LR", 2)),
            DiagnosticCase.Of("SC0203", "Inputs[\"text\"].Value", prints.WithInput("text", "")),
            DiagnosticCase.Of("SC0203", "Inputs[\"text\"].Value", prints.WithInput("text", "-")),
            DiagnosticCase.Of("SC0204", "Inputs[\"text\"].Value", prints.WithInput("text", "iris; rm -r data")),
            DiagnosticCase.Of("SC0204", "Inputs[\"text\"].Value", job.WithCommand("echo \"${{inputs.text}}\"").WithInput("text", "$HOME")),
            DiagnosticCase.Of("SC0204", "Inputs[\"text\"].Value", job.WithCommand("echo '${{inputs.text}}'").WithInput("text", "it's")),
            DiagnosticCase.Of("SC0205", "Inputs[\"data\"].Path", reads.WithInput("data", new DataInput())),
            DiagnosticCase.Of("SC0206", "Inputs[\"data\"].Type", reads.WithInput("data", new DataInput { Type = "uri_floder", Path = "./data" })),
            DiagnosticCase.Of("SC0206", "Inputs[\"data\"].Type", reads.WithInput("data", new DataInput { Type = InputType.Literal, Path = "./data" })),
            DiagnosticCase.Of("SC0206", "Inputs[\"data\"].Type", reads.WithInput("data", new DataInput { Type = default, Path = "./data" })),
            DiagnosticCase.Of("SC0207", "Inputs[\"data\"].Mode", reads.WithInput("data", Input.UriFolder("./data", mode: "ReadOnlyMuont"))),
            DiagnosticCase.Of("SC0208", "Inputs[\"data\"].Mode", reads.WithInput("data", Input.UriFolder("./data", InputMode.EvalMount))),
            DiagnosticCase.Of("SC0208", "Inputs[\"data\"].Mode", reads.WithInput("data", Input.MlflowModel("azureml:m:1", InputMode.EvalDownload))),
            DiagnosticCase.Of("SC0209", "Inputs[\"data\"].Mode", reads.WithInput("data", Input.UriFolder("azureml:iris:1", InputMode.ReadWriteMount))),
            DiagnosticCase.Of("SC0210", "Inputs[\"data\"].Path", reads.WithInput("data", Input.UriFolder("azureml:iris"))),
            DiagnosticCase.Of("SC0210", "Inputs[\"data\"].Path", reads.WithInput("data", Input.UriFolder("azureml:iris:"))),
            DiagnosticCase.Of("SC0210", "Inputs[\"data\"].Path", reads.WithInput("data", Input.UriFolder("azureml:iris@newest"))),
            DiagnosticCase.Of("SC0211", "Inputs[\"data\"].Path", reads.WithInput("data", Input.UriFolder("s3://bucket/iris"))),
            DiagnosticCase.Of("SC0211", "Inputs[\"data\"].Path", reads.WithInput("data", Input.MlflowModel("runs:/abc/model"))),
            DiagnosticCase.Of("SC0212", "Inputs[\"data\"].Path", reads.WithInput("data", Input.UriFile("https://account.blob.core.windows.net/c/iris.csv?sv=2024&sig=abc"))),
            DiagnosticCase.Of("SC0301", "Outputs[\"my-model\"]", job.WithCommand("python train.py --out ${{outputs.my-model}}").WithOutput("my-model", Output.MlflowModel())),
            DiagnosticCase.Of("SC0302", "Outputs[\"Model\"]", job.WithCommand("train ${{outputs.model}} ${{outputs.Model}}").WithOutput("model", Output.UriFile()).WithOutput("Model", Output.UriFile())),
            DiagnosticCase.Of("SC0303", "Outputs[\"default\"]", job.WithCommand("python train.py --out ${{outputs.default}}").WithOutput("default", Output.UriFolder())),
            DiagnosticCase.Of("SC0304", "Outputs[\"model\"].Type", writes.WithOutput("model", new Output { Type = "ml_flow_model" })),
            DiagnosticCase.Of("SC0304", "Outputs[\"model\"].Type", writes.WithOutput("model", new Output { Type = default })),
            DiagnosticCase.Of("SC0305", "Outputs[\"model\"].Mode", writes.WithOutput("model", Output.UriFolder(mode: "Mount"))),
            DiagnosticCase.Of("SC0306", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFolder("azureml://datastores/workspaceblobstore/paths/models/../../secret"))),
            DiagnosticCase.Of("SC0306", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFolder("azureml://datastores/workspaceblobstore/paths/%2e%2e/secret"))),
            DiagnosticCase.Of("SC0306", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFolder("https://account.blob.core.windows.net/../x"))),
            DiagnosticCase.Of("SC0307", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFolder("./model"))),
            DiagnosticCase.Of("SC0307", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFolder("azureml:model:1"))),
            DiagnosticCase.Of("SC0212", "Outputs[\"model\"].Path", writes.WithOutput("model", Output.UriFile("https://account.blob.core.windows.net/c/m.pkl?sig=abc"))),
            DiagnosticCase.Of("SC0308", "Outputs[\"model\"].AssetVersion", writes.WithOutput("model", Output.MlflowModel() with { AssetVersion = "1" })),
            DiagnosticCase.Of("SC0309", "Outputs[\"model\"].AssetName", writes.WithOutput("model", Output.MlflowModel().RegisteredAs("iris model"))),
            DiagnosticCase.Of("SC0309", "Outputs[\"model\"].AssetVersion", writes.WithOutput("model", Output.MlflowModel().RegisteredAs("iris", ""))),
        ];
    }

    private static List<DiagnosticCase> SoftwareCases()
    {
        CommandJob job = Good;
        CommandJob bare = Command.Run("python train.py");
        return
        [
            DiagnosticCase.Of("SC0401", "Environment", Command.Run("python train.py")),
            DiagnosticCase.Of("SC0401", "Environment", bare with { Environment = new JobEnvironment() }),
            DiagnosticCase.Of("SC0402", "Environment", job with { Environment = new JobEnvironment { Reference = "sklearn:1", Image = "python:3.12" } }),
            DiagnosticCase.Of("SC0403", "Environment.Reference", job.WithEnvironment("sklearn")),
            DiagnosticCase.Of("SC0403", "Environment.Reference", job.WithEnvironment("azureml:sklearn:")),
            DiagnosticCase.Of("SC0403", "Environment.Reference", job.WithEnvironment("python")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment("azureml://registries/azureml/environments/sklearn-1.5")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment("azureml://registries/azureml/models/bert/versions/1")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment("azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/environments/e")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment(" ")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment("my environment:1")),
            DiagnosticCase.Of("SC0404", "Environment.Reference", job.WithEnvironment("sklearn:1:2")),
            DiagnosticCase.Of("SC0405", "Environment.Reference", job.WithEnvironment("sklearn@newest")),
            DiagnosticCase.Of("SC0406", "Environment.Reference", job.WithEnvironment("mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest")),
            DiagnosticCase.Of("SC0406", "Environment.Reference", job.WithEnvironment("docker://pytorch/pytorch")),
            DiagnosticCase.Of("SC0407", "Environment.Reference", job.WithEnvironment("python:3.12")),
            DiagnosticCase.Of("SC0408", "Environment.Reference", job.WithEnvironment("./conda.yml")),
            DiagnosticCase.Of("SC0408", "Environment.Reference", job.WithEnvironment("docker/Dockerfile")),
            DiagnosticCase.Of("SC0409", "Environment", job with { Environment = new JobEnvironment { Image = "python:3.12", BuildContext = "./docker" } }),
            DiagnosticCase.Of("SC0410", "Environment.CondaFile", job with { Environment = new JobEnvironment { CondaFile = "conda.yml" } }),
            DiagnosticCase.Of("SC0411", "Environment.Image", job.WithImage("python 3.12")),
            DiagnosticCase.Of("SC0411", "Environment.Image", job.WithImage("https://mcr.microsoft.com/azureml/base:1")),
            DiagnosticCase.Of("SC0411", "Environment.Image", job.WithImage("azureml:sklearn-1.5@latest")),
            DiagnosticCase.Of("SC0412", "Environment.CondaFile", job.WithConda("python:3.12", "https://example.com/conda.yml")),
            DiagnosticCase.Of("SC0412", "Environment.BuildContext", job.WithBuild("azureml:docker:1")),
            DiagnosticCase.Of("SC0413", "Environment.DockerfilePath", job.WithBuild("./docker", "../Dockerfile")),
            DiagnosticCase.Of("SC0413", "Environment.DockerfilePath", job with { Environment = new JobEnvironment { Image = "python:3.12", DockerfilePath = "Dockerfile" } }),
            DiagnosticCase.Of("SC0421", "Code", job.WithCode("https://github.com/contoso/training")),
            DiagnosticCase.Of("SC0421", "Code", job.WithCode("git+https://example.com/training")),
            DiagnosticCase.Of("SC0421", "Code", job.WithCode("git@example.com:contoso/training.git")),
            DiagnosticCase.Of("SC0422", "Code", job.WithCode("azureml://registries/azureml/codes/c/versions/1")),
            DiagnosticCase.Of("SC0422", "Code", job.WithCode("https://example.com/code.zip")),
            DiagnosticCase.Of("SC0422", "Code", job.WithCode("/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/data/d/versions/1")),
            DiagnosticCase.Of("SC0431", "EnvironmentVariables[\"A=B\"]", job.AddEnvironmentVariable("A=B", "c")),
            DiagnosticCase.Of("SC0431", "EnvironmentVariables[\"A\\u0000\"]", job.AddEnvironmentVariable("A\0", "c")),
            DiagnosticCase.Of("SC0432", "EnvironmentVariables[\"my-switch\"]", job.AddEnvironmentVariable("my-switch", "on")),
            DiagnosticCase.Of("SC0433", "EnvironmentVariables[\"MLFLOW_RUN_ID\"]", job.AddEnvironmentVariable("MLFLOW_RUN_ID", "abc")),
            DiagnosticCase.Of("SC0433", "EnvironmentVariables[\"AZURE_ML_INPUT_data\"]", job.AddEnvironmentVariable("AZURE_ML_INPUT_data", "abc")),
            DiagnosticCase.Of("SC0434", "EnvironmentVariables[\"HUB_TOKEN\"]", job.AddEnvironmentVariable("HUB_TOKEN", "abc")),
            DiagnosticCase.Of("SC0003", "EnvironmentVariables[\"A\"]", job.AddEnvironmentVariable("A", "b\0c")),
            DiagnosticCase.Of("SC0109", "EnvironmentVariables[\"DATA\"]", job.AddEnvironmentVariable("DATA", $"{Input.UriFolder("./data")}")),
        ];
    }

    private static List<DiagnosticCase> MachineCases()
    {
        CommandJob job = Good;
        return
        [
            DiagnosticCase.Of("SC0501", "Resources.InstanceCount", job.WithResources("Standard_E4s_v3", instanceCount: 0)),
            DiagnosticCase.Of("SC0501", "Resources.InstanceCount", job.WithResources("Standard_E4s_v3", -2)),
            DiagnosticCase.Of("SC0502", "Resources.InstanceType", job.WithResources(" ")),
            DiagnosticCase.Of("SC0503", "Resources.InstanceType", job.WithResources("E4s_v3")),
            DiagnosticCase.Of("SC0503", "Resources.InstanceType", job.WithResources("Standard E4s v3")),
            DiagnosticCase.Of("SC0504", "Resources.ShmSize", job.WithResources(new ResourceConfiguration { ShmSize = "8 GB" })),
            DiagnosticCase.Of("SC0504", "Resources.ShmSize", job.WithResources(new ResourceConfiguration { ShmSize = "g" })),
            DiagnosticCase.Of("SC0504", "Resources.ShmSize", job.WithResources(new ResourceConfiguration { ShmSize = "" })),
            DiagnosticCase.Of("SC0505", "Resources.DockerArgsList", job.WithResources(new ResourceConfiguration { DockerArgs = "--ipc host", DockerArgsList = ["--cpus=2"] })),
            DiagnosticCase.Of("SC0511", "QueueSettings.JobTier", job.WithQueueSettings("Spott")),
            DiagnosticCase.Of("SC0511", "QueueSettings.JobTier", job.WithQueueSettings("")),
            DiagnosticCase.Of("SC0512", "QueueSettings.JobTier", job.WithQueueSettings(JobTier.Premium)),
            DiagnosticCase.Of("SC0512", "QueueSettings.JobTier", job.WithQueueSettings("basic")),
            DiagnosticCase.Of("SC0513", "QueueSettings.Priority", job.WithQueueSettings(new QueueSettings { Priority = (JobPriority)9 })),
            DiagnosticCase.Of("SC0514", "QueueSettings.JobTier", job.WithQueueSettings(JobTier.Spot).WithCompute("cpu-cluster")),
            DiagnosticCase.Of("SC0521", "Limits.Timeout", job.WithTimeout(TimeSpan.Zero)),
            DiagnosticCase.Of("SC0521", "Limits.Timeout", job.WithTimeout(TimeSpan.MinValue)),
            DiagnosticCase.Of("SC0522", "Limits.Timeout", job.WithTimeout(TimeSpan.FromMilliseconds(1500))),
            DiagnosticCase.Of("SC0523", "Limits.Timeout", job.WithTimeout(TimeSpan.FromDays(8)).WithQueueSettings(JobTier.Spot)),
            DiagnosticCase.Of("SC0523", "Limits.Timeout", job.WithTimeout(TimeSpan.FromDays(22))),
            DiagnosticCase.Of("SC0531", "Distribution.ProcessCountPerInstance", job.WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 0 })),
            DiagnosticCase.Of("SC0531", "Distribution.ProcessCountPerInstance", job.WithDistribution(new MpiDistribution { ProcessCountPerInstance = -1 })),
            DiagnosticCase.Of("SC0532", "Resources.InstanceCount", job.WithResources("Standard_NC6s_v3", 101).WithDistribution(new MpiDistribution())),
            DiagnosticCase.Of("SC0533", "Distribution.WorkerCount", job.WithDistribution(new TensorFlowDistribution { WorkerCount = 0 })),
            DiagnosticCase.Of("SC0534", "Distribution.ParameterServerCount", job.WithDistribution(new TensorFlowDistribution { ParameterServerCount = -1 })),
            DiagnosticCase.Of("SC0535", "Distribution", job.WithDistribution(new UnknownDistribution("Horovod"))),
            DiagnosticCase.Of("SC0004", "Distribution.Port", job.WithDistribution(new RayDistribution { Port = 0 })),
            DiagnosticCase.Of("SC0004", "Distribution.DashboardPort", job.WithDistribution(new RayDistribution { DashboardPort = 65536 })),
            DiagnosticCase.Of("SC0541", "Compute", job.WithCompute("")),
            DiagnosticCase.Of("SC0541", "Compute", job.WithCompute("cpu cluster")),
            DiagnosticCase.Of("SC0541", "Compute", job.WithCompute("/subscriptions/s/resourceGroups/g")),
            DiagnosticCase.Of("SC0542", "Compute", job.WithCompute("Standard_E4s_v3")),
            DiagnosticCase.Of("SC0543", "Compute", job.WithCompute("local")),
        ];
    }

    private static List<DiagnosticCase> CommonCases()
    {
        CommandJob job = Good;
        return
        [
            DiagnosticCase.Of("SC0001", "Tags[\"team\"]", job.AddTag("team", null!)),
            DiagnosticCase.Of("SC0001", "Tags", job with { Tags = null! }),
            DiagnosticCase.Of("SC0001", "Inputs", job with { Inputs = null! }),
            DiagnosticCase.Of("SC0001", "Inputs[\"lr\"]", job with { Inputs = [new("lr", null!)] }),
            DiagnosticCase.Of("SC0001", "Outputs[\"model\"]", job with { Outputs = [new("model", null!)] }),
            DiagnosticCase.Of("SC0001", "Inputs[\"lr\"].Value", job.WithCommand("echo ${{inputs.lr}}").WithInput("lr", new LiteralInput { Value = null! })),
            DiagnosticCase.Of("SC0001", "Inputs[\"lr\"].AdditionalProperties", job.WithCommand("echo ${{inputs.lr}}").WithInput("lr", new Input<int>(1) { AdditionalProperties = null! })),
            DiagnosticCase.Of("SC0001", "Resources.AdditionalProperties", job.WithResources(new ResourceConfiguration { AdditionalProperties = null! })),
            DiagnosticCase.Of("SC0001", "Resources.DockerArgsList[0]", job.WithResources(new ResourceConfiguration { DockerArgsList = [null!] })),
            DiagnosticCase.Of("SC0001", "Resources.Properties", job.WithResources(new ResourceConfiguration { Properties = null! })),
            DiagnosticCase.Of("SC0001", "NotificationSettings.Webhooks[\"a\"]", job.WithNotificationSettings(new NotificationSettings { Webhooks = [new("a", null!)] })),
            DiagnosticCase.Of("SC0001", "NotificationSettings.Webhooks[\"a\"].Type", job.WithNotificationSettings(new NotificationSettings { Webhooks = [new("a", new JobWebhook { Type = null! })] })),
            DiagnosticCase.Of("SC0002", "Tags", job with { Tags = [new("", "vision")] }),
            DiagnosticCase.Of("SC0002", "Inputs", job with { Inputs = [new(" ", "vision")] }),
            DiagnosticCase.Of("SC0002", "AdditionalProperties", job with { AdditionalProperties = [new("", "vision")] }),
            DiagnosticCase.Of("SC0002", "Resources.Properties", job.WithResources(new ResourceConfiguration { Properties = [new("", true)] })),
            DiagnosticCase.Of("SC0003", "Command", job.WithCommand("python train.py\0")),
            DiagnosticCase.Of("SC0004", "Services[\"app\"].Port", job.AddService("app", JobService.Custom(port: 80000))),
            DiagnosticCase.Of("SC0601", "Identity", job.WithIdentity(new ManagedIdentityConfiguration { ClientId = "00000000-0000-0000-0000-000000000001", ObjectId = "00000000-0000-0000-0000-000000000002" })),
            DiagnosticCase.Of("SC0602", "Identity.ClientId", job.WithIdentity(new ManagedIdentityConfiguration { ClientId = "my-identity" })),
            DiagnosticCase.Of("SC0602", "Identity.ObjectId", job.WithIdentity(new ManagedIdentityConfiguration { ObjectId = "" })),
            DiagnosticCase.Of("SC0603", "Identity.ResourceId", job.WithIdentity(new ManagedIdentityConfiguration { ResourceId = "my-identity" })),
            DiagnosticCase.Of("SC0603", "Identity.ResourceId", job.WithIdentity(new ManagedIdentityConfiguration { ResourceId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v" })),
            DiagnosticCase.Of("SC0604", "Identity", job.WithIdentity(new UnknownIdentityConfiguration("Workload"))),
            DiagnosticCase.Of("SC0701", "Services[\"studio\"]", job.AddService("studio", JobService.JupyterLab())),
            DiagnosticCase.Of("SC0702", "Services[\"my notebook\"]", job.AddService("my notebook", JobService.JupyterLab())),
            DiagnosticCase.Of("SC0703", "Services[\"lab\"].Type", job.AddService("lab", new JobService { Type = "JupiterLab" })),
            DiagnosticCase.Of("SC0703", "Services[\"lab\"].Type", job.AddService("lab", new JobService())),
            DiagnosticCase.Of("SC0704", "Services[\"page\"].Type", job.AddService("page", new JobService { Type = JobServiceType.Studio })),
            DiagnosticCase.Of("SC0705", "Services[\"shell\"].Properties", job.AddService("shell", new JobService { Type = JobServiceType.Ssh })),
            DiagnosticCase.Of("SC0706", "Services[\"shell\"].Properties", job.AddService("shell", JobService.Ssh("-----BEGIN OPENSSH PRIVATE KEY-----"))),
            DiagnosticCase.Of("SC0707", "Services[\"app\"].Port", job.AddService("app", new JobService { Type = JobServiceType.Custom })),
            DiagnosticCase.Of("SC0708", "Services[\"lab\"].Endpoint", job.AddService("lab", JobService.JupyterLab() with { Endpoint = "https://example.com" })),
            DiagnosticCase.Of("SC0801", "NotificationSettings.Emails", job.WithNotificationSettings(new NotificationSettings { Emails = [.. Enumerable.Range(0, 40).Select(i => $"person{i}@contoso.com")], EmailOn = [NotificationEvent.JobFailed] })),
            DiagnosticCase.Of("SC0802", "NotificationSettings.Emails[0]", job.WithNotificationSettings(new NotificationSettings { Emails = ["a@contoso.com;b@contoso.com"], EmailOn = [NotificationEvent.JobFailed] })),
            DiagnosticCase.Of("SC0802", "NotificationSettings.Emails[0]", job.WithNotificationSettings(new NotificationSettings { Emails = ["me"], EmailOn = [NotificationEvent.JobFailed] })),
            DiagnosticCase.Of("SC0803", "NotificationSettings.EmailOn", job.WithNotificationSettings(new NotificationSettings { Emails = ["me@contoso.com"] })),
            DiagnosticCase.Of("SC0804", "NotificationSettings.Emails", job.WithNotificationSettings(new NotificationSettings { EmailOn = [NotificationEvent.JobFailed] })),
            DiagnosticCase.Of("SC0805", "NotificationSettings.EmailOn[0]", job.WithNotificationSettings(new NotificationSettings { Emails = ["me@contoso.com"], EmailOn = ["JobFinished"] })),
            DiagnosticCase.Of("SC0806", "NotificationSettings.Webhooks[\"build\"].Type", job.WithNotificationSettings(new NotificationSettings { Webhooks = [new("build", new JobWebhook { Type = "Slack" })] })),
            DiagnosticCase.Of("SC0901", "Name", job.WithName("train iris")),
            DiagnosticCase.Of("SC0901", "Name", job.WithName("")),
            DiagnosticCase.Of("SC0901", "Name", job.WithName("-train")),
            DiagnosticCase.Of("SC0901", "Name", job.WithName(new string('a', 256))),
            DiagnosticCase.Of("SC0902", "ExperimentName", job.WithExperimentName(" ")),
            DiagnosticCase.Of("SC0902", "ExperimentName", job.WithExperimentName(new string('a', 257))),
            DiagnosticCase.Of("SC0903", "ExperimentName", job.WithExperimentName("iris, second try")),
            DiagnosticCase.Of("SC0904", "DisplayName", job.WithDisplayName("")),
            DiagnosticCase.Of("SC0905", "Tags[\"_aml_system_x\"]", job.AddTag("_aml_system_x", "1")),
            DiagnosticCase.Of("SC0906", "Properties[\"azureml.runsource\"]", job.AddProperty("azureml.runsource", "me")),
        ];
    }
}
