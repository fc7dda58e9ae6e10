namespace ServerlessCompute;

/// <summary>
/// The life of a command job: Starting, Preparing while its image is built, Queued for quota and nodes, Running, Finalizing, and one of
/// the three ends. The order and the times are those of recorded jobs.
/// </summary>
internal sealed partial class CommandLife(
    Pacemaker pacemaker, CommandTimings timings, ImageBuilds images, Machines machines, RunWork work, HistoryLog history, JobRegistry jobs)
    : JobLife
{
    public override string JobType => Type.Name;

    public override RunKind Kind => Type.Kind;

    /// <summary>Other types of job live just so: Spark.</summary>
    public (string Name, RunKind Kind) Type { private get; init; } = ("Command", RunKind.Script);

    public override int NodeCount(ReadOnlySpan<byte> body) => Type.Kind == RunKind.Spark ? CommandFacts.SparkNodeCount(body) : CommandFacts.NodeCount(body);

    public override void Begin(JobRecord job)
    {
        history.Add(job, HistoryEventKind.Submitted);
        Enter(job, JobPhase.Starting);
        bool builds = images.NeedsBuild(CommandFacts.EnvironmentId(job));
        After(job, builds ? CommandTimings.AcceptanceBeforeBuild : CommandTimings.Acceptance, CommandStage.Accepted);
    }

    public override void Continue(JobRecord job, int stage)
    {
        switch ((CommandStage)stage)
        {
            case CommandStage.Accepted when images.Begin(CommandFacts.EnvironmentId(job), pacemaker.Instant()) is { } wait:
                Enter(job, JobPhase.Preparing);
                work.Say(job, RunLogNames.ImageBuild, "The image of the environment is being built.");
                After(job, wait, CommandStage.ImageReady);
                break;
            case CommandStage.ImageReady when images.Problem(CommandFacts.EnvironmentId(job), pacemaker.Instant()) is { } problem:
                work.Say(job, RunLogNames.ImageBuild, "The build failed.");
                Fail(job, problem);
                break;
            case CommandStage.Accepted:
            case CommandStage.ImageReady:
                FindNodes(job);
                break;
            case CommandStage.NodesReady:
                Run(job);
                break;
            case CommandStage.ScriptReports:
                ReportScripted(job, job.Kin!.Role!.Script!);
                break;
            case CommandStage.CommandDone:
                WorkDone(job, ExecutionOutcome.Success);
                break;
            case CommandStage.Finalized:
                End(job, job.Outcome is { Succeeded: false } ? JobPhase.Failed : JobPhase.Completed);
                break;
            case CommandStage.Stopped:
                End(job, JobPhase.Canceled);
                break;
            case CommandStage.TimeIsUp:
                job.TimeLimit = null;
                Stop(job, CommandFacts.TimeLimit(job) <= CommandFacts.Lifetime(job.Tier) ? StopReason.TimedOut : StopReason.TooOld);
                break;
        }
    }

    public override void Stop(JobRecord job, StopReason reason)
    {
        if (job.IsOver || job.StopReason != StopReason.None)
        {
            return;
        }

        job.StopReason = reason;
        pacemaker.Cancel(job.Next);
        pacemaker.Cancel(job.TimeLimit);
        Enter(job, JobPhase.CancelRequested);
        if (job.Execution is { } execution)
        {
            pacemaker.AddEffect(execution.Stop);
        }
        else
        {
            After(job, timings.Cancel(job.Name), CommandStage.Stopped);
        }
    }

    public override void WorkDone(JobRecord job, ExecutionOutcome outcome)
    {
        if (job.IsOver)
        {
            return;
        }

        job.Execution = null;
        pacemaker.Cancel(job.TimeLimit);
        if (job is { StopReason: StopReason.Preempted, Phase: JobPhase.Queued })
        {
            // It is to run again, and had to end first.
            job.StopReason = StopReason.None;
            Ask(job);
            return;
        }

        if (job.StopReason != StopReason.None)
        {
            After(job, timings.Cancel(job.Name), CommandStage.Stopped);
            return;
        }

        job.Outcome = outcome;
        if (!outcome.Succeeded)
        {
            job.Error = new RunError(outcome.ErrorCode ?? "UserError", outcome.ErrorMessage ?? "The command failed.");
        }

        Enter(job, JobPhase.Finalizing);
        After(job, timings.Finalizing(job.Name), CommandStage.Finalized);
    }

    public override void Fail(JobRecord job, RunError error) => Fail(job, error, StopReason.Canceled);

    private void Fail(JobRecord job, RunError error, StopReason reason)
    {
        if (job.IsOver)
        {
            return;
        }

        job.Error = error;
        pacemaker.Cancel(job.Next);
        pacemaker.Cancel(job.TimeLimit);
        End(job, JobPhase.Failed);
        if (job.Execution is { } execution)
        {
            job.StopReason = reason;
            job.Execution = null;
            pacemaker.AddEffect(execution.Stop);
        }
    }

    private void FindNodes(JobRecord job)
    {
        job.Placement = machines.Decide(job);
        if (job.Placement.Refusal is { } refusal)
        {
            job.Error = refusal;
            End(job, JobPhase.Failed);
            return;
        }

        Enter(job, JobPhase.Queued);
        Ask(job);
    }

    private void Ask(JobRecord job)
    {
        if (machines.Ask(job))
        {
            NodesFree(job);
        }
        else
        {
            history.Add(job, HistoryEventKind.Waiting, job.Cluster?.Name ?? job.Size!.Family.Name);
        }
    }

    private void Run(JobRecord job)
    {
        job.StartedAt = pacemaker.Instant();
        Enter(job, JobPhase.Running);
        TimeSpan? limit = CommandFacts.TimeLimit(job);
        if (limit is not null || work.HasExecutors)
        {
            // What nobody executes is over long before it is too old.
            TimeSpan lifetime = CommandFacts.Lifetime(job.Tier);
            job.TimeLimit = pacemaker.Schedule(pacemaker.Instant() + (limit < lifetime ? limit.Value : lifetime).Ticks, job, (int)CommandStage.TimeIsUp, isWork: false);
        }

        if (work.HasExecutors)
        {
            JobExecution execution = work.NewExecution(job);
            job.Execution = execution;
            pacemaker.AddEffect(execution.Start);
        }
        else
        {
            RunScripted(job);
        }
    }

    /// <summary>Under the lock: nobody does this job's work, so it takes a while and succeeds.</summary>
    public override void RunScripted(JobRecord job)
    {
        job.Execution = null;
        if (job.Kin?.Role?.Script is { } script)
        {
            work.Say(job, RunLogNames.Standard, script.Log);
            bool reports = script.Values.Count > 0;
            After(job, reports ? Pause(job, script) : script.Duration ?? timings.Run(job.Name), reports ? CommandStage.ScriptReports : CommandStage.CommandDone);
            return;
        }

        work.SayScripted(job);
        After(job, timings.Run(job.Name), CommandStage.CommandDone);
    }

    /// <summary>The next point of the curve.</summary>
    private void ReportScripted(JobRecord job, ScriptedRun script)
    {
        int step = job.Kin!.ScriptedPoints++;
        bool last = step + 1 == script.Values.Count;
        After(job, last ? TimeSpan.Zero : Pause(job, script), last ? CommandStage.CommandDone : CommandStage.ScriptReports);
        work.LogMetric(job, script.Metric, script.Values[step], step);
    }

    private TimeSpan Pause(JobRecord job, ScriptedRun script) =>
        TimeSpan.FromSeconds(Math.Max(1, (long)(script.Duration ?? timings.Run(job.Name)).TotalSeconds / script.Values.Count));

    private void End(JobRecord job, JobPhase phase)
    {
        job.EndedAt = pacemaker.Instant();
        (job.Next, job.TimeLimit, job.Outcome) = (null, null, null);
        if (phase == JobPhase.Completed)
        {
            work.RegisterOutputs(job);
        }

        Enter(job, phase);
        work.Seal(job);
        machines.Leave(job);
        if (job.IsDeleted)
        {
            jobs.Remove(job);
        }

        machines.StartWaiting();
        if (job.Kin?.Parent is { } parent)
        {
            parent.Life.ChildOver(parent, job);
        }
    }

    private void Enter(JobRecord job, JobPhase phase)
    {
        job.Phase = phase;
        job.StatusRevision++;
        history.Add(job, phase);
        job.Touch(pacemaker.Instant());
    }

    private void After(JobRecord job, TimeSpan delay, CommandStage stage) =>
        job.Next = pacemaker.Schedule(pacemaker.Instant() + delay.Ticks, job, (int)stage, isWork: true);
}
