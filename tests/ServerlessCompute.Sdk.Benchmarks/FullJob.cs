namespace ServerlessCompute;

/// <summary>A command job that says everything a command job can say, resolved as it is after its assets were registered.</summary>
internal static class FullJob
{
    public static CommandJob Create()
    {
        Input<double> learningRate = 0.01;
        Input<int> epochs = 90;
        DataInput images = Input.UriFolder("azureml://datastores/workspaceblobstore/paths/imagenet/train/", InputMode.ReadOnlyMount);
        DataInput labels = Input.MLTable("azureml:imagenet-labels:3", InputMode.Direct);
        Output model = Output.MlflowModel("azureml://datastores/workspaceblobstore/paths/models/resnet/").RegisteredAs("resnet", "7");
        Output checkpoints = Output.UriFolder(mode: OutputMode.ReadWriteMount);

        return Command.Run($"python train.py --images {images} --labels {labels} --lr {learningRate} --epochs {epochs} --out {model} --checkpoints {checkpoints}")
            .WithCode("/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/vision/providers/Microsoft.MachineLearningServices/workspaces/research/codes/3b1d6c52-7a0c-4b68-8a6c-2f5d1be7e0a4/versions/1")
            .WithEnvironment("azureml://registries/azureml/environments/acpt-pytorch-2.2-cuda12.1/versions/25")
            .WithDisplayName("ResNet on ImageNet, spot")
            .WithDescription("Trains a ResNet-50 from scratch; the checkpoints survive an eviction.")
            .WithExperimentName("imagenet")
            .WithTags([new("team", "vision"), new("dataset", "imagenet-1k"), new("purpose", "baseline")])
            .WithProperties([new("git.commit", "6dcd4ce23d88e2ee9568ba546c007c63d9131c1b"), new("git.branch", "main")])
            .WithIdentity(new ManagedIdentityConfiguration { ClientId = "11111111-2222-3333-4444-555555555555" })
            .WithServices([
                new("jupyter", JobService.JupyterLab()),
                new("board", JobService.TensorBoard("./outputs/logs")),
                new("shell", JobService.Ssh("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJvYXQgb24gYSByaXZlciB3aXRoIGEga2V5 me@example.com")),
                new("api", JobService.Custom(8080) with { OnEveryNode = true }),
            ])
            .WithNotificationSettings(new NotificationSettings
            {
                Emails = ["me@example.com", "team@example.com"],
                EmailOn = [NotificationEvent.JobCompleted, NotificationEvent.JobFailed],
            })
            .WithEnvironmentVariables([new("NCCL_DEBUG", "INFO"), new("OMP_NUM_THREADS", "4"), new("PYTHONUNBUFFERED", "1")])
            .WithResources(new ResourceConfiguration
            {
                InstanceType = "Standard_NC24ads_A100_v4",
                InstanceCount = 4,
                ShmSize = "16g",
                DockerArgs = "--ipc=host",
            })
            .WithQueueSettings(new QueueSettings { JobTier = JobTier.Spot })
            .WithDistribution(new PyTorchDistribution { ProcessCountPerInstance = 4 })
            .WithTimeout(TimeSpan.FromHours(12));
    }
}
