using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The life of a pipeline: Preparing, Running after two seconds (recorded), each step as soon as what it uses is there, and the end when
/// no step can run any more. A step that fails makes the pipeline fail in the end; what does not depend on it runs all the same, unless
/// the pipeline says otherwise.
/// </summary>
internal sealed class PipelineLife(LifeTools tools, LifeTable lives, ServerlessEngine engine) : ParentLife(tools)
{
    private static readonly TimeSpan Acceptance = TimeSpan.FromSeconds(2);

    private static readonly string[] Logs = ["logs/azureml/executionlogs.txt", "logs/azureml/stderrlogs.txt", "logs/azureml/stdoutlogs.txt"];

    private readonly ReuseCache _finished = new();

    public override string JobType => "Pipeline";

    public override RunKind Kind => RunKind.Pipeline;

    public override void Begin(JobRecord job)
    {
        job.Kin ??= new JobKin(null);
        ReadOnlySpan<byte> steps = JsonScan.Value(job.Body, "jobs"u8);
        PipelineGraph graph = PipelineGraph.Read(JsonScan.IsNullOrAbsent(steps) ? default : JsonElement.Parse(steps), engine.Components);
        job.Kin.State = new PipelineState(graph, new PipelineMode(job.Body), StepValues.OfPipeline(job.Body));
        Tools.History.Add(job, HistoryEventKind.Submitted);
        Enter(job, JobPhase.Preparing);
        After(job, Acceptance, ParentStage.Accepted);
    }

    protected override void Start(JobRecord job)
    {
        Run(job);
        foreach (string log in Logs)
        {
            Tools.Work.Say(job, log, log == Logs[0] ? $"[{new DateTime(Now):yyyy-MM-dd HH:mm:ss}Z] Pipeline {job.Name} is running." : "");
        }

        var state = (PipelineState)job.Kin!.State!;
        foreach (PipelineNode node in state.Graph.Nodes)
        {
            if (node.Waiting == 0)
            {
                state.Ready.Enqueue(node);
            }
        }

        Advance(job);
    }

    protected override void Advance(JobRecord job)
    {
        var state = (PipelineState)job.Kin!.State!;
        while (state.Ready.TryDequeue(out PipelineNode? node))
        {
            if (node.IsSkipped || (state.HasFailure && !state.Settings.ContinuesOnFailure))
            {
                node.IsSkipped = true;
                Done(state, node, completed: false);
            }
            else
            {
                StartStep(job, state, node);
            }
        }

        if (state.Left == 0 && job.Kin.Live == 0)
        {
            if (state.HasFailure)
            {
                job.Error = new RunError("ServiceError", "Pipeline has some failed steps. See child run or execution logs for more details.") { InnerCode = "PipelineHasStepJobFailed" };
            }

            Enter(job, JobPhase.Finalizing);
            After(job, Tools.Timings.Finalizing(job.Name), ParentStage.Finalized);
        }
    }

    protected override void ChildEnded(JobRecord job, JobRecord child)
    {
        var state = (PipelineState)job.Kin!.State!;
        PipelineNode node = ((StepRole)child.Kin!.Role!).Node;
        bool completed = child.Phase == JobPhase.Completed;
        if (completed && node.ReuseKey is { } key)
        {
            _finished.Add(key, child);
        }

        Done(state, node, completed);
        if (!completed && !state.Settings.ContinuesOnFailure)
        {
            foreach (JobRecord other in job.Kin.Children)
            {
                other.Life.Stop(other, StopReason.Canceled);
            }
        }

        Advance(job);
        job.Touch(Now);
    }

    protected override void Ending(JobRecord job, JobPhase phase)
    {
        if (phase == JobPhase.Completed)
        {
            Tools.Work.RegisterOutputs(job);
        }
    }

    /// <summary>A step is over: those that use it come nearer.</summary>
    private static void Done(PipelineState state, PipelineNode node, bool completed)
    {
        node.IsOver = true;
        state.Left--;
        state.HasFailure |= !completed && !node.IsSkipped;
        foreach (PipelineNode dependent in node.Dependents)
        {
            dependent.IsSkipped |= !completed;
            if (--dependent.Waiting == 0)
            {
                state.Ready.Enqueue(dependent);
            }
        }
    }

    private void StartStep(JobRecord job, PipelineState state, PipelineNode node)
    {
        if (node.Type is "do_while" or "if_else" or "parallel_for")
        {
            Done(state, node, completed: true);
            return;
        }

        IReadOnlyDictionary<string, StepValue> inputs = new StepValues(state).Of(node);
        string name = Draw.Id(Tools.Seed, job.Name, "step " + node.Name).ToString();
        string nodeId = $"{Draw.Bits(Tools.Seed, job.Name, node.Name):x16}"[..8];
        if (!state.Settings.ForcesRerun && node is { Type: "command" or "parallel" or "spark" or "sweep", Component: { IsDeterministic: true, IsForeign: false } })
        {
            node.ReuseKey = ReuseCache.Key(node, inputs);
            if (_finished.Find(node.ReuseKey.Value) is { } finished)
            {
                Reuse(job, state, node, finished, name, nodeId);
                return;
            }
        }

        (JobLife life, byte[] body) = node.Type switch
        {
            "pipeline" => (lives.Pipeline, StepBody.Pipeline(job, state, node, inputs)),
            "sweep" => (lives.Sweep, StepBody.Sweep(job, state, node, inputs)),
            "automl" => (lives.AutoMl, StepBody.AutoMl(job, state, node)),
            "spark" => (lives.Spark, StepBody.Spark(job, state, node, inputs)),
            _ => (lives.Command, StepBody.Command(job, state, node, inputs)),
        };
        node.Run = StartChild(job, name, body, life, new StepRole(job, node, nodeId));
    }

    /// <summary>A finished run of the same making stands for the step: it is over at once, and its outputs are where the first run left them.</summary>
    private void Reuse(JobRecord job, PipelineState state, PipelineNode node, JobRecord finished, string name, string nodeId)
    {
        var run = new JobRecord
        {
            Name = name,
            Body = finished.Body,
            ExperimentName = job.ExperimentName,
            Life = finished.Life,
            Number = Tools.Jobs.NextNumber(),
            CreatedAt = Now,
            NodeCount = finished.NodeCount,
            Tier = finished.Tier,
            Kin = new JobKin(job) { Role = new StepRole(job, node, nodeId) { ReusedFrom = finished.Kin?.Role is StepRole { ReusedFrom: { } first } ? first : finished } },
            StartedAt = Now,
            EndedAt = Now,
        };
        job.Kin!.Children.Add(run);
        Tools.Jobs.Add(run);
        Tools.History.Add(run, HistoryEventKind.Submitted);
        Enter(run, JobPhase.Completed);
        node.Run = run;
        foreach ((string own, string pipelines) in StepOutputs.Bound(node))
        {
            if (StepOutputs.Of(run, own) is { } place)
            {
                state.Elsewhere[pipelines] = place;
            }
        }

        Done(state, node, completed: true);
    }
}
