namespace ServerlessCompute;

/// <summary>A service with components, for tests of pipelines.</summary>
internal sealed class PipelineService : IDisposable
{
    public PipelineService(InMemoryServerlessOptions? options = null) => Raw = new RawService(options);

    public RawService Raw { get; }

    public InMemoryServerless Serverless => Raw.Serverless;

    /// <summary>Registers a component of a command, version 1.</summary>
    public async Task ComponentAsync(string name, string command = "echo hi", string inputs = "{}", string outputs = "{}", string more = "")
    {
        RawAnswer answer = await Raw.ArmAsync("PUT", $"components/{name}/versions/1", Bodies.Component(command, inputs, outputs, more));
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
    }

    /// <summary>Registers a component whose specification is given whole, version 1.</summary>
    public async Task SpecAsync(string name, string spec)
    {
        RawAnswer answer = await Raw.ArmAsync("PUT", $"components/{name}/versions/1", $$$"""{"properties":{"componentSpec":{{{spec}}}}}""");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
    }

    /// <summary>Sends a pipeline and waits for its end.</summary>
    public async Task<InMemoryJob> RunAsync(string jobs, string more = "", string name = "p")
    {
        RawAnswer put = await Raw.PutJobAsync(name, Bodies.Pipeline(jobs, more));
        Assert.That(put.Status, Is.EqualTo(201), put.Text);
        await Raw.EndAsync(name);
        return Serverless.Jobs.Single(j => j.Name == name);
    }

    public static string Step(string component, string more = "", string type = "command") =>
        $$$"""{"type":"{{{type}}}","componentId":"azureml:{{{component}}}:1"{{{(more.Length == 0 ? "" : ",")}}}{{{more}}}}""";

    /// <summary>The member <c>inputs</c> with one binding.</summary>
    public static string Input(string name, string expression) => $$$$"""
        "inputs":{"{{{{name}}}}":{"job_input_type":"literal","value":"${{{{{{expression}}}}}}"}}
        """.Trim();

    public void Dispose() => Raw.Dispose();
}
