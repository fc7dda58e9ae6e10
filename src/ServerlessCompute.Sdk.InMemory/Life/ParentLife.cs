namespace ServerlessCompute;

/// <summary>
/// The life of a job that does its work through children: it has no nodes of its own. Stopping it stops them, and it is over when the
/// last of them is.
/// </summary>
internal abstract class ParentLife(LifeTools tools) : JobLife
{
    protected LifeTools Tools => tools;

    protected long Now => tools.Pacemaker.Instant();

    public override int NodeCount(ReadOnlySpan<byte> body) => 0;

    public override void Continue(JobRecord job, int stage)
    {
        switch ((ParentStage)stage)
        {
            case ParentStage.Accepted:
                Start(job);
                break;
            case ParentStage.Advance:
                Advance(job);
                break;
            case ParentStage.Finalized:
                End(job, job.Error is null ? JobPhase.Completed : JobPhase.Failed);
                break;
            case ParentStage.Stopped:
                End(job, JobPhase.Canceled);
                break;
            case ParentStage.TimeIsUp:
                job.TimeLimit = null;
                Stop(job, Now - job.StartedAt < CommandFacts.Lifetime(job.Tier).Ticks ? StopReason.TimedOut : StopReason.TooOld);
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
        tools.Pacemaker.Cancel(job.Next);
        tools.Pacemaker.Cancel(job.TimeLimit);
        Enter(job, JobPhase.CancelRequested);
        StopChildren(job, reason);
        if (job.Kin!.Live == 0)
        {
            After(job, tools.Timings.Cancel(job.Name), ParentStage.Stopped);
        }
    }

    public override void Fail(JobRecord job, RunError error)
    {
        if (job.IsOver)
        {
            return;
        }

        job.Error = error;
        tools.Pacemaker.Cancel(job.Next);
        tools.Pacemaker.Cancel(job.TimeLimit);
        End(job, JobPhase.Failed);
        StopChildren(job, StopReason.Canceled);
    }

    public override void ChildOver(JobRecord job, JobRecord child)
    {
        job.Kin!.Live--;
        if (job.IsOver)
        {
            return;
        }

        if (job.StopReason != StopReason.None)
        {
            if (job.Kin.Live == 0)
            {
                After(job, tools.Timings.Cancel(job.Name), ParentStage.Stopped);
            }

            return;
        }

        ChildEnded(job, child);
    }

    /// <summary>The service begins with the job.</summary>
    protected abstract void Start(JobRecord job);

    /// <summary>Starts what can be started, and ends the job when nothing is left.</summary>
    protected abstract void Advance(JobRecord job);

    /// <summary>A child is over, while the job itself goes on.</summary>
    protected abstract void ChildEnded(JobRecord job, JobRecord child);

    /// <summary>What remains to be done before the job is over.</summary>
    protected virtual void Ending(JobRecord job, JobPhase phase)
    {
    }

    protected void Run(JobRecord job)
    {
        job.StartedAt = Now;
        Enter(job, JobPhase.Running);
    }

    /// <summary>Ends the job after a time: its own limit, or what any job may live at most.</summary>
    protected void LimitTime(JobRecord job, TimeSpan? limit)
    {
        TimeSpan lifetime = CommandFacts.Lifetime(job.Tier);
        job.TimeLimit = tools.Pacemaker.Schedule(Now + (limit < lifetime ? limit.Value : lifetime).Ticks, job, (int)ParentStage.TimeIsUp, isWork: false);
    }

    protected JobRecord StartChild(JobRecord job, string name, byte[] body, JobLife life, ChildRole role)
    {
        var child = new JobRecord
        {
            Name = tools.Jobs.Free(name),
            Body = body,
            ExperimentName = job.ExperimentName,
            Life = life,
            Number = tools.Jobs.NextNumber(),
            CreatedAt = Now,
            Tier = CommandFacts.Tier(body),
            NodeCount = life.NodeCount(body),
            Kin = new JobKin(job) { Role = role },
        };
        job.Kin!.Children.Add(child);
        job.Kin.Live++;
        tools.Jobs.Add(child);
        life.Begin(child);
        return child;
    }

    protected void Enter(JobRecord job, JobPhase phase)
    {
        job.Phase = phase;
        job.StatusRevision++;
        tools.History.Add(job, phase);
        job.Touch(Now);
    }

    protected void After(JobRecord job, TimeSpan delay, ParentStage stage) =>
        job.Next = tools.Pacemaker.Schedule(Now + delay.Ticks, job, (int)stage, isWork: true);

    protected void End(JobRecord job, JobPhase phase)
    {
        tools.Pacemaker.Cancel(job.TimeLimit);
        job.EndedAt = Now;
        Ending(job, phase);
        Enter(job, phase);
        tools.Work.Seal(job);
        if (job.IsDeleted)
        {
            tools.Jobs.Remove(job);
        }

        if (job.Kin!.Parent is { } parent)
        {
            parent.Life.ChildOver(parent, job);
        }
    }

    private static void StopChildren(JobRecord job, StopReason reason)
    {
        // A child that is over at once changes the list's counters, never the list.
        foreach (JobRecord child in job.Kin!.Children)
        {
            child.Life.Stop(child, reason);
        }
    }
}
