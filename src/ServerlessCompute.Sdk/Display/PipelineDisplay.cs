namespace ServerlessCompute;

/// <summary>Pipelines as pictures.</summary>
public static class PipelineDisplay
{
    /// <summary>
    /// The graph of the steps, from the pipeline's inputs to its outputs: each step stands below those that it takes data from. Where there
    /// are more than twelve side by side or forty below each other, the rest is counted.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="run">A run of it, from <see cref="JobRun.GetTreeAsync"/>: each step has its status and time.</param>
    public static SvgImage ToSvg(this PipelineJob pipeline, JobTree? run = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return PipelinePicture.Draw(PipelineGraph.Of(pipeline), run);
    }
}
