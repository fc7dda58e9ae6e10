using System.Globalization;

namespace ServerlessCompute;

/// <summary>
/// The life of a sweep: Running from the first answer on (recorded), then trials, each a command job of its own that draws its own quota,
/// so many at a time, until all are made and over. The best child by the primary metric is known then.
/// </summary>
internal sealed class SweepLife(LifeTools tools, LifeTable lives, Func<string, string, IReadOnlyList<double>> metric) : ParentLife(tools)
{
    private static readonly TimeSpan FirstTrials = TimeSpan.FromSeconds(10);

    public override string JobType => "Sweep";

    public override RunKind Kind => RunKind.Sweep;

    public override void Begin(JobRecord job)
    {
        job.Kin ??= new JobKin(null);
        SweepSpec? spec = SweepSpec.Read(job.Body, out string? problem);
        job.Kin.State = spec is null ? null : new SweepState(spec, TrialSamplers.Of(spec, Tools.Seed, job.Name));
        Tools.History.Add(job, HistoryEventKind.Submitted);
        Run(job);
        if (spec is null)
        {
            // A step of a pipeline: what is sent on its own is refused when it is sent.
            job.Error = new RunError("UserError", problem!) { InnerCode = "InvalidSweepJob" };
            After(job, FirstTrials, ParentStage.Finalized);
            return;
        }

        LimitTime(job, spec.Timeout);
        After(job, FirstTrials, ParentStage.Advance);
    }

    public override void ChildReported(JobRecord job, JobRecord child)
    {
        var state = (SweepState)job.Kin!.State!;
        SweptTrial trial = ((TrialRole)child.Kin!.Role!).Trial;
        int seen = trial.Reports.Count;
        if (child.IsOver || trial.WasEndedEarly || trial.Job is null)
        {
            return;
        }

        Read(state, trial);
        for (int interval = seen + 1; interval <= trial.Reports.Count; interval++)
        {
            if (state.Spec.Policy.Ends(trial, interval, state.Trials, state.Spec.Maximizes))
            {
                trial.WasEndedEarly = true;
                Tools.History.Add(child, HistoryEventKind.EndedEarly, state.Spec.Policy.Name);
                child.Life.Stop(child, StopReason.EndedEarly);
                return;
            }
        }
    }

    protected override void Start(JobRecord job) => Advance(job);

    protected override void Advance(JobRecord job)
    {
        var state = (SweepState)job.Kin!.State!;
        while (!state.AllGenerated && job.Kin.Live < state.Spec.MaxConcurrent)
        {
            if (state.Trials.Count >= state.Spec.MaxTotal || state.Sampler.Next(state.Trials.Count, state.Trials) is not { } point)
            {
                state.AllGenerated = true;
                break;
            }

            StartTrial(job, state, new SweptTrial(state.Trials.Count, point, state.Spec.Space.Decode(point)));
            state.AllGenerated = state.Trials.Count >= state.Spec.MaxTotal;
        }

        if (state.AllGenerated && job.Kin.Live == 0)
        {
            if (!job.Kin.Children.Any(static c => c.Phase == JobPhase.Completed || c is { Kin.Role: TrialRole { Trial.WasEndedEarly: true } }))
            {
                job.Error = new RunError("UserError", $"None of the {state.Trials.Count} trial(s) of the sweep completed. See the trials' own errors and logs.") { InnerCode = "AllTrialsFailed" };
            }

            After(job, Tools.Timings.Finalizing(job.Name), ParentStage.Finalized);
        }
    }

    protected override void ChildEnded(JobRecord job, JobRecord child)
    {
        var state = (SweepState)job.Kin!.State!;
        SweptTrial trial = ((TrialRole)child.Kin!.Role!).Trial;
        Read(state, trial);
        if (child.Phase == JobPhase.Completed || trial.WasEndedEarly)
        {
            trial.Result = trial.Best(state.Spec.Maximizes);
            if (trial.Result is { } result && (state.Best is not { Result: { } best } || (state.Spec.Maximizes ? result > best : result < best)))
            {
                state.Best = trial;
                Tools.History.Add(job, HistoryEventKind.BestChild, child.Name);
            }
        }

        Advance(job);
        job.Touch(Now);
    }

    /// <summary>What was reported of the primary metric since the last look.</summary>
    private void Read(SweepState state, SweptTrial trial)
    {
        IReadOnlyList<double> values = metric(trial.Job!.Name, state.Spec.Metric);
        for (int i = trial.Reports.Count; i < values.Count; i++)
        {
            trial.Reports.Add(values[i]);
        }
    }

    private void StartTrial(JobRecord job, SweepState state, SweptTrial trial)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{job.Name}_{trial.Number}");
        state.Trials.Add(trial);
        trial.Job = StartChild(
            job,
            name,
            TrialBody.Write(job.Body, name, trial.Values),
            lives.Command,
            new TrialRole(trial, TrialScript.For(state.Spec, Tools.Seed, job.Name, trial)));
    }
}
