namespace ServerlessCompute;

/// <summary>A text in a step that may refer to parts of the pipeline.</summary>
/// <param name="Place">Where it is, within the step.</param>
/// <param name="Text">The text.</param>
/// <param name="IsOutput">Whether it says where an output goes.</param>
internal readonly record struct PipelineEdge(string Place, string Text, bool IsOutput)
{
    /// <summary>All such texts of a step.</summary>
    public static IEnumerable<PipelineEdge> Of(PipelineStep step) => step switch
    {
        ComponentStep component => Of(component),
        AutoMlStep { Job: { } job } => Of(job),
        IfElseStep branch => [new(nameof(IfElseStep.Condition), branch.Condition.Text ?? "", false)],
        ParallelForStep loop => [new(nameof(ParallelForStep.Items), loop.Items ?? "", false), .. Of(loop.Outputs, nameof(ParallelForStep.Outputs))],
        _ => [],
    };

    /// <summary>The text of an input that may be a reference; null when it has none.</summary>
    public static string? TextOf(Input? input) => input switch
    {
        null or { AdditionalProperties: null } => null,
        DataInput data => data.Path?.Text,
        _ => (input.Plain as LiteralInput)?.Value ?? (input.Plain as DataInput)?.Path?.Text,
    };

    private static IEnumerable<PipelineEdge> Of(ComponentStep step)
    {
        foreach ((string name, Input? input) in step.Inputs ?? ValueMap<Input>.Empty)
        {
            if (TextOf(input) is { } text)
            {
                yield return new PipelineEdge(Shown.At(nameof(ComponentStep.Inputs), name), text, IsOutput: false);
            }
        }

        foreach (PipelineEdge edge in Of(step.Outputs, nameof(ComponentStep.Outputs)))
        {
            yield return edge;
        }

        if (step.Compute is { } compute)
        {
            yield return new PipelineEdge(nameof(ComponentStep.Compute), compute, IsOutput: false);
        }
    }

    private static IEnumerable<PipelineEdge> Of(AutoMlJob job)
    {
        const string At = nameof(AutoMlStep.Job);
        (string Name, DataInput? Data)[] data =
        [
            (nameof(AutoMlJob.TrainingData), job.TrainingData),
            (nameof(AutoMlJob.ValidationData), job.ValidationData),
            (nameof(AutoMlTabularJob.TestData), (job as AutoMlTabularJob)?.TestData),
        ];
        return data.Where(one => one.Data?.Path is not null)
            .Select(one => new PipelineEdge($"{At}.{one.Name}", one.Data!.Path!.Text, IsOutput: false))
            .Concat(Of(job.Outputs, $"{At}.{nameof(AutoMlJob.Outputs)}"));
    }

    private static IEnumerable<PipelineEdge> Of(ValueMap<Output>? outputs, string place)
    {
        foreach ((string name, Output? output) in outputs ?? ValueMap<Output>.Empty)
        {
            if (output?.Path is { } path)
            {
                yield return new PipelineEdge(Shown.At(place, name), path.Text, IsOutput: true);
            }
        }
    }
}
