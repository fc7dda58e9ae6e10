using ServerlessCompute;

CommandJob job = Command.Run("echo 'hello world'").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");
Console.WriteLine(job.Command.ToString());
