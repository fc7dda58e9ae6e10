using ServerlessCompute;

// The shortest way through the whole house: client, pipeline, service, and back. Compiled ahead of time it proves that nothing on the way
// asks for code at run time; its time from start to end is the figure 'hello'.
await using var serverless = new InMemoryServerless();
ServerlessComputeClient client = serverless.CreateClient();
CommandJob job = Command.Run("echo 'hello world'").WithEnvironment("AzureML-sklearn-1.0-ubuntu20.04-py38-cpu@latest");
JobRun run = await client.SubmitAsync(job);
JobResult result = await run.WaitForCompletionAsync();
Console.WriteLine(result.Status);
