using System.ComponentModel;

namespace ServerlessCompute;

/// <summary>Starts pipelines.</summary>
public static class Pipeline
{
    private const string NoTasks = "A pipeline is described at once: what takes time has no place in it. Use a lambda without async, and await before or after.";

    /// <summary>
    /// A pipeline. Steps refer to variables of earlier steps, so that a circle cannot be written. It runs on serverless compute unless the
    /// builder or the job says something else.
    /// </summary>
    /// <param name="displayName">The name shown in the studio.</param>
    /// <param name="build">Adds inputs, steps and outputs.</param>
    /// <example>
    /// <code>
    /// PipelineJob pipeline = Pipeline.Define("nyc-taxi", p =&gt;
    /// {
    ///     Port raw = p.Input("raw", Input.UriFolder("azureml://datastores/workspaceblobstore/paths/taxi/"));
    ///     Output clean = Output.UriFolder();
    ///     StepHandle prep = p.Add("prep", Command.Run($"python prep.py --in {raw} --out {clean}").WithEnvironment("sklearn-1.5@latest"));
    ///     p.Output("clean", prep[clean]);
    /// });
    /// </code>
    /// </example>
    public static PipelineJob Define(string displayName, Action<PipelineBuilder> build)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        ArgumentNullException.ThrowIfNull(build);
        var builder = new PipelineBuilder();
        build(builder);
        return builder.Build() with { DisplayName = displayName };
    }

    /// <summary>Refused: a pipeline is described at once.</summary>
    [Obsolete(NoTasks, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static PipelineJob Define(string displayName, Func<PipelineBuilder, Task> build) => throw new NotSupportedException(NoTasks);
}
