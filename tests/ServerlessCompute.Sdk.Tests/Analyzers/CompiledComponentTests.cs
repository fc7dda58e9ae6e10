namespace ServerlessCompute;

/// <summary>This project has a component among its <c>AdditionalFiles</c>: its class was made while the project was compiled.</summary>
internal sealed class CompiledComponentTests
{
    [Test]
    public async Task Pipeline_OfACompiledComponent_Runs()
    {
        await using var serverless = new InMemoryServerless();
        var words = new List<string>();
        serverless.OnCommand("wc -w", context =>
        {
            words.Add(context.Command);
            context.WriteOutput("counts", "words.txt", "7");
            return Task.CompletedTask;
        });
        PipelineJob pipeline = Pipeline.Define("count", p =>
        {
            Port text = p.Input("text", Input.UriFile("azureml://datastores/workspaceblobstore/paths/words.txt"));
            CountWords counted = CountWords.Add(p, "count", text, atMost: 20);
            p.Output("counts", counted.Counts);
        });

        JobRun run = await serverless.CreateClient().SubmitAsync(pipeline);
        JobResult result = await run.WaitForCompletionAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Status, Is.EqualTo(JobStatus.Completed));
            Assert.That(words, Has.Exactly(1).Items);
            Assert.That(words[0], Does.StartWith("head -n 20 "));
        }
    }

    [Test]
    public void Component_OfItsClass_IsWhatItsYamlSays()
    {
        var component = (CommandComponent)CountWords.Load();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(component.Name, Is.EqualTo("count_words"));
            Assert.That(component.Inputs["at_most"], Is.EqualTo(ComponentInput.Integer(1000)));
            Assert.That(component.Validate().All, Is.Empty);
        }
    }

    [Test]
    public void Port_OfAnotherKind_IsRefusedWhereItIsGiven()
    {
        var e = Assert.Throws<ArgumentException>(() => Pipeline.Define("count", p => CountWords.Add(p, "count", p.Input("text", Input.UriFolder("azureml:a:1")))))!;

        Assert.That(e.Message, Does.StartWith("The port 'text' is a uri_folder, and a uri_file belongs here."));
    }

    [Test]
    public void Value_OfData_IsRefusedWhereItIsGiven() => Assert.That(
        Assert.Throws<ArgumentException>(() => Pipeline.Define("count", p => CountWords.Add(p, "count", Input.UriFile("azureml:a:1"), atMost: p.Input("n", Input.UriFile("azureml:a:1")))))!.Message,
        Does.StartWith("The port 'n' is a uri_file, and a value belongs here."));
}
