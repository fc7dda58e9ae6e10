namespace ServerlessCompute;

/// <summary>
/// The life of a fine-tuning job: Running from the first answer on (recorded), one child that takes the first of the named sizes that
/// quota can hold, and logs a loss that falls.
/// </summary>
internal sealed class FineTuningLife(LifeTools tools, LifeTable lives, Func<PlacementRequest, bool> canPlace) : ParentLife(tools)
{
    private static readonly TimeSpan FirstStep = TimeSpan.FromSeconds(10);

    /// <summary>What catalogue models are tuned on when nobody names a size.</summary>
    private static readonly string[] Sizes = ["Standard_NC24ads_A100_v4", "Standard_NC96ads_A100_v4", "Standard_ND96amsr_A100_v4", "Standard_NC6s_v3"];

    public override string JobType => "FineTuning";

    public override RunKind Kind => RunKind.FineTuning;

    public override void Begin(JobRecord job)
    {
        job.Kin ??= new JobKin(null);
        job.Kin.State = new FineTuningState();
        Tools.History.Add(job, HistoryEventKind.Submitted);
        Run(job);
        LimitTime(job, null);
        After(job, FirstStep, ParentStage.Advance);
    }

    protected override void Start(JobRecord job) => Advance(job);

    protected override void Advance(JobRecord job)
    {
        string[] named = JsonScan.Texts(JsonScan.Value(JsonScan.Value(job.Body, "resources"u8), "instanceTypes"u8));
        string[] sizes = named.Length > 0 ? named : Sizes;
        string size = Array.Find(sizes, s => canPlace(new PlacementRequest(s, 1, CommandFacts.Tier(job.Body)))) ?? sizes[0];
        string name = Draw.Id(Tools.Seed, job.Name, "fine-tune").ToString();
        StartChild(job, name, FineTuningBody.Write(job.Body, size), lives.Command, new FineTuningRole(FineTuningScript.For(Tools.Seed, job)));
    }

    protected override void ChildEnded(JobRecord job, JobRecord child)
    {
        if (child.Phase != JobPhase.Completed)
        {
            job.Error = child.Error ?? new RunError("UserError", "The run that tunes the model was cancelled.");
        }

        After(job, Tools.Timings.Finalizing(job.Name), ParentStage.Finalized);
    }

    protected override void Ending(JobRecord job, JobPhase phase)
    {
        if (phase == JobPhase.Completed)
        {
            Tools.Work.RegisterOutputs(job);
        }
    }
}
