using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The life of an AutoML job: NotStarted, Running after about a minute (recorded), trials of one algorithm after the other, each a job of
/// its own, and the best of them in the end. Models are not explained.
/// </summary>
internal sealed class AutoMlLife(LifeTools tools, LifeTable lives, Func<string, string, IReadOnlyList<double>> metric, Func<PlacementRequest, bool> canPlace, Action<JobRecord> leaveModel) : ParentLife(tools)
{
    private static readonly TimeSpan Acceptance = TimeSpan.FromSeconds(60);

    public override string JobType => "AutoML";

    public override RunKind Kind => RunKind.AutoMl;

    public override void Begin(JobRecord job)
    {
        job.Kin ??= new JobKin(null);
        job.Kin.State = new AutoMlState(AutoMlSpec.Read(job.Body));
        Tools.History.Add(job, HistoryEventKind.Submitted);
        Enter(job, JobPhase.NotStarted);
        After(job, Acceptance, ParentStage.Accepted);
    }

    protected override void Start(JobRecord job)
    {
        Run(job);
        LimitTime(job, ((AutoMlState)job.Kin!.State!).Spec.Timeout);
        Advance(job);
    }

    protected override void Advance(JobRecord job)
    {
        var state = (AutoMlState)job.Kin!.State!;
        int total = state.Spec.MaxTrials;
        while (!state.AllGenerated && job.Kin.Live < state.Spec.MaxConcurrent)
        {
            // An ensemble is made of models that are there.
            if (state.Trials.Count >= total - state.Spec.Ensembles && state.Trials.Count < total && job.Kin.Live > 0)
            {
                break;
            }

            StartTrial(job, state, AutoMlScript.Make(state.Spec, Tools.Seed, job.Name, state.Trials.Count, total, state.Best?.Score));
            state.AllGenerated = state.Trials.Count >= total;
        }

        if (state.AllGenerated && job.Kin.Live == 0)
        {
            if (state.Best is null && !job.Kin.Children.Any(static c => c.Phase == JobPhase.Completed))
            {
                job.Error = job.Kin.Children.Select(static c => c.Error).FirstOrDefault(static e => e is not null)
                    ?? new RunError("UserError", "No trial of the AutoML job completed. See the trials' own errors and logs.") { InnerCode = "AllTrialsFailed" };
            }

            After(job, Tools.Timings.Finalizing(job.Name), ParentStage.Finalized);
        }
    }

    protected override void ChildEnded(JobRecord job, JobRecord child)
    {
        var state = (AutoMlState)job.Kin!.State!;
        AutoMlTrial trial = ((AutoMlTrialRole)child.Kin!.Role!).Trial;
        IReadOnlyList<double> values = metric(child.Name, AutoMlState.Snake(state.Spec.Metric));
        if (child.Phase == JobPhase.Completed && values.Count > 0)
        {
            trial.Score = values[^1];
            leaveModel(child);
            if (state.Best is not { Score: { } best } || (state.Spec.Maximizes ? trial.Score > best : trial.Score < best))
            {
                state.Best = trial;
                Tools.History.Add(job, HistoryEventKind.BestChild, child.Name);
            }
        }

        state.AllGenerated |= ReachedGoal(state) || HasSettled(state);
        Advance(job);
        job.Touch(Now);
    }

    private static bool ReachedGoal(AutoMlState state) =>
        state.Spec.ExitScore is { } goal && state.Best?.Score is { } best && (state.Spec.Maximizes ? best >= goal : best <= goal);

    /// <summary>Early termination: twenty trials in a row that were no better (recorded as <c>early_stopping_n_iters</c>).</summary>
    private static bool HasSettled(AutoMlState state) =>
        state.Spec.EndsEarly && state.Best is { } best && state.Trials.Count(t => t.Score is not null && t.Number > best.Number) >= 20;

    private void StartTrial(JobRecord job, AutoMlState state, AutoMlTrial trial)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{job.Name}_{trial.Number}");
        state.Trials.Add(trial);
        trial.Job = StartChild(job, name, AutoMlTrialBody.Write(job.Body, state.Spec, trial, name, InstanceType(state.Spec)), lives.Command, new AutoMlTrialRole(state.Spec, trial));
    }

    /// <summary>S06: images and text take a GPU when no size is named.</summary>
    private string? InstanceType(AutoMlSpec spec) => spec.InstanceType
        ?? (spec.NeedsGpu ? AutoMlTrialBody.GpuSizes.FirstOrDefault(size => canPlace(new PlacementRequest(size, 1, JobTierWords.Canonical(spec.JobTier) == "Spot" ? ComputeTier.LowPriority : ComputeTier.Dedicated))) ?? AutoMlTrialBody.GpuSizes[0] : null);
}
