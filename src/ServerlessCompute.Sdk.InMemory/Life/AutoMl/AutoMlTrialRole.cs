using System.Globalization;

namespace ServerlessCompute;

/// <summary>An AutoML job's trial: one algorithm on one way of preparing the data.</summary>
internal sealed class AutoMlTrialRole(AutoMlSpec spec, AutoMlTrial trial) : ChildRole
{
    public AutoMlTrial Trial => trial;

    public override RunKind Kind => RunKind.AutoMlTrial;

    public override ScriptedRun? Script => trial.Script;

    public override bool HasCommand => false;

    public override IEnumerable<KeyValuePair<string, string?>> Tags(JobRecord job) => [new("model_explain", "False")];

    public override IEnumerable<KeyValuePair<string, string?>> Properties(JobRecord job)
    {
        yield return new("runTemplate", "automl_child");
        yield return new("run_algorithm", trial.Algorithm);
        yield return new("run_preprocessor", trial.Preprocessor);
        yield return new("iteration", trial.Number.ToString(CultureInfo.InvariantCulture));
        yield return new("primary_metric", AutoMlState.Snake(spec.Metric));
        if (trial.Score is { } score)
        {
            yield return new("score", Dimension.Text(score));
        }
    }
}
