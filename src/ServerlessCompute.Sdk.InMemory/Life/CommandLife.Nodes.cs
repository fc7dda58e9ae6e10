namespace ServerlessCompute;

/// <content>How a command job fares with its nodes.</content>
internal sealed partial class CommandLife
{
    public override void NodesFree(JobRecord job)
    {
        // Only nodes that are idle from a job before are there at once.
        bool isWarm = job.Claim!.WarmNodes == job.NodeCount;
        history.Add(job, isWarm ? HistoryEventKind.NodesReused : HistoryEventKind.NodesStarting, job.Size!.Name);
        job.Touch(pacemaker.Instant());
        After(job, isWarm ? TimeSpan.Zero : timings.NodeStart(job.Name), CommandStage.NodesReady);
    }

    public override void Reconsider(JobRecord job)
    {
        PlacementDecision decision = machines.Decide(job);
        if (decision.Refusal is { } refusal)
        {
            job.Placement = decision;
            Fail(job, refusal);
        }
        else if (decision.Size != job.Size && (decision.Candidates[0].StartsNow || !decision.Candidates.Any(c => c.IsSuitable && c.InstanceType == job.Size!.Name)))
        {
            // The size was not the job's own choice: another one is as good, and is free, or the one it waits for is out of reach now.
            machines.Leave(job);
            job.Placement = decision;
            Ask(job);
        }
    }

    public override void NodeNoticed(JobRecord job, Node node, long takenAt)
    {
        history.Add(job, HistoryEventKind.EvictionNoticed, node.Name);
        job.Execution?.Notice(takenAt);
        job.Touch(pacemaker.Instant());
    }

    public override void NoticeWithdrawn(JobRecord job, Node node)
    {
        history.Add(job, HistoryEventKind.EvictionWithdrawn, node.Name);
        job.Execution?.Notice(null);
        job.Touch(pacemaker.Instant());
    }

    public override void NodeLost(JobRecord job, Node node, NodeLoss loss)
    {
        history.Add(job, loss == NodeLoss.Evicted ? HistoryEventKind.Evicted : HistoryEventKind.NodeFailed, node.Name);
        if (loss == NodeLoss.Failed)
        {
            Fail(job, new RunError("ServiceError", $"The node {node.Name} ({node.Size.Name}) of the job failed.") { InnerCode = "NodeFailed" });
        }
        else if (job is { StopReason: StopReason.None, Kin.Role: StepRole { Parallel: { } parallel } } && machines.OnEviction != SpotEvictionPolicy.Cancel)
        {
            // S45: of parallel work only the mini-batches that were lost are done again.
            parallel.Interrupt(pacemaker.Instant() - job.StartedAt ?? 0);
            Requeue(job);
        }
        else if (machines.OnEviction == SpotEvictionPolicy.Fail)
        {
            Fail(
                job,
                new RunError("UserError", $"The Spot node {node.Name} ({node.Size.Name}) of the job was taken, because Azure needs the capacity back. Save checkpoints and send the job again, or use the Standard tier.") { InnerCode = "PreemptionError" },
                StopReason.Preempted);
        }
        else if (machines.OnEviction == SpotEvictionPolicy.Cancel)
        {
            Stop(job, StopReason.Preempted);
        }
        else if (job.StopReason == StopReason.None)
        {
            Requeue(job);
        }
    }

    /// <summary>Back into the queue, to run again from the beginning.</summary>
    private void Requeue(JobRecord job)
    {
        pacemaker.Cancel(job.Next);
        pacemaker.Cancel(job.TimeLimit);
        machines.Leave(job);
        job.Attempt++;
        job.StartedAt = null;
        Enter(job, JobPhase.Queued);
        work.Say(job, RunLogNames.Standard, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The Spot nodes were taken. The job is in the queue again, for attempt {job.Attempt}."));
        if (job.Execution is { } execution)
        {
            job.StopReason = StopReason.Preempted;
            pacemaker.AddEffect(execution.Stop);
        }
        else
        {
            Ask(job);
        }

        machines.StartWaiting();
    }
}
