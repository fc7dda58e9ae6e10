using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The life of a pipeline: Preparing, Running after two seconds (recorded), each step as soon as what it uses is there, and the end when
/// no step can run any more. A step that fails makes the pipeline fail in the end; what does not depend on it runs all the same, unless
/// the pipeline says otherwise.
/// </summary>
internal sealed partial class PipelineLife(LifeTools tools, LifeTable lives, ServerlessEngine engine) : ParentLife(tools)
{
    /// <summary>S46.</summary>
    public const int MostSteps = 30_000;

    private const int DeepestNesting = 32;

    private static readonly TimeSpan Acceptance = TimeSpan.FromSeconds(2);

    private static readonly string[] Logs = ["logs/azureml/executionlogs.txt", "logs/azureml/stderrlogs.txt", "logs/azureml/stdoutlogs.txt"];

    private readonly ReuseCache _finished = new();

    public override string JobType => "Pipeline";

    public override RunKind Kind => RunKind.Pipeline;

    public override void Begin(JobRecord job)
    {
        job.Kin ??= new JobKin(null);
        job.Kin.State = new PipelineState(job.Name, job.Body, PipelineGraph.OfJob(job.Body, engine.Components), new PipelineMode(job.Body), engine.Components);
        Tools.History.Add(job, HistoryEventKind.Submitted);
        Enter(job, JobPhase.Preparing);
        After(job, Acceptance, ParentStage.Accepted);
    }

    protected override void Start(JobRecord job)
    {
        Run(job);
        LimitTime(job, null);
        foreach (string log in Logs)
        {
            Tools.Work.Append(job, log, []);
        }

        Tools.Work.Say(job, Logs[0], $"[{new DateTime(Now):yyyy-MM-dd HH:mm:ss}Z] Pipeline {job.Name} is running.");

        var state = (PipelineState)job.Kin!.State!;
        if (state.First is { } first)
        {
            state.Ready.Enqueue(first);
        }
        else
        {
            EnqueueRoots(state);
        }

        Advance(job);
    }

    protected override void Advance(JobRecord job)
    {
        var state = (PipelineState)job.Kin!.State!;
        while (Next(job, state) is { } node)
        {
            if (node.IsOver || (node.Run is not null && node.Loop is null))
            {
                // It came first of all, and now what it would have waited for is there.
                continue;
            }

            if (node.IsNotChosen)
            {
                Tools.History.Add(job, HistoryEventKind.StepNotChosen, node.Name);
                Done(state, node, completed: true);
            }
            else if (node.IsSkipped || (state.HasFailure && !state.Settings.ContinuesOnFailure && node != state.Last))
            {
                node.IsSkipped = true;
                Tools.History.Add(job, HistoryEventKind.StepSkipped, node.Name);
                Done(state, node, completed: false);
            }
            else
            {
                StartStep(job, state, node);
            }
        }

        if (job.Kin.Live == 0 && !state.IsEnding)
        {
            state.IsEnding = true;
            if (state.Left > 0)
            {
                // Only in a nested pipeline: what is sent is looked through when it is sent.
                job.Error = new RunError("UserError", $"The steps of pipeline {job.Name} wait for each other in a circle.") { InnerCode = "CyclicDependency" };
            }
            else if (state.HasFailure)
            {
                job.Error = new RunError("ServiceError", "Pipeline has some failed steps. See child run or execution logs for more details.")
                {
                    ReferenceCode = "PipelineHasStepJobFailed",
                    MessageFormat = "Pipeline has some failed steps. {0}",
                };
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

        if (completed && StepOutputs.IsSearch(node))
        {
            KeepPlaces(state, node, child);
        }

        if (completed && node.Type == "data_transfer")
        {
            engine.Data.Transfer(child);
        }

        StepOver(job, state, node, completed, child);
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

    /// <summary>The next step that can start; when all others are over the one that comes last.</summary>
    private static PipelineNode? Next(JobRecord job, PipelineState state)
    {
        if (state.Ready.TryDequeue(out PipelineNode? node))
        {
            return node;
        }

        return state is { Left: 1, Last: { IsOver: false, Run: null } last } && job.Kin!.Live == 0 ? last : null;
    }

    private static void EnqueueRoots(PipelineState state)
    {
        foreach (PipelineNode node in state.Graph.Nodes)
        {
            if (node is { Waiting: 0, Loop: null, IsOver: false } && node != state.Last)
            {
                state.Ready.Enqueue(node);
            }
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
            dependent.IsNotChosen |= node.IsNotChosen && !dependent.IsOver;
            dependent.IsSkipped |= !completed && !IsOptional(state, dependent, node);
            if (--dependent.Waiting == 0 && dependent.Loop is null && dependent != state.Last)
            {
                state.Ready.Enqueue(dependent);
            }
        }

        if (state.First == node)
        {
            state.First = null;
            foreach (PipelineNode other in state.Graph.Nodes)
            {
                other.IsSkipped |= !completed && !other.IsOver && other != state.Last;
            }

            EnqueueRoots(state);
        }
    }

    /// <summary>Whether a step uses another only for inputs that its component can do without, and the pipeline lets it.</summary>
    private static bool IsOptional(PipelineState state, PipelineNode node, PipelineNode source)
    {
        if (!state.Settings.ContinuesOnOptionalInput || node.Component is null || ComponentFacts.Part(node.Json, "inputs") is not { ValueKind: JsonValueKind.Object } inputs)
        {
            return false;
        }

        string reference = $"parent.jobs.{source.Name}.outputs.";
        JsonProperty[] uses = [.. inputs.EnumerateObject().Where(i => i.Value.GetRawText().Contains(reference, StringComparison.Ordinal))];
        return uses.Length > 0
            && uses.All(i => node.Component.Inputs.TryGetValue(i.Name, out JsonElement spec) && ComponentFacts.Says(spec, "optional", "true"));
    }

    private StepValues Values(PipelineState state) => new(state, uri => engine.Data.ReadShortText(uri));

    private void StartStep(JobRecord job, PipelineState state, PipelineNode node)
    {
        switch (node.Type)
        {
            case "do_while" or "parallel_for":
                StartLoop(job, state, node);
                break;
            case "if_else":
                Choose(state, node);
                break;
            default:
                StartRun(job, state, node, null);
                break;
        }
    }

    /// <summary>Runs a step, or finds a finished run that stands for it.</summary>
    private void StartRun(JobRecord job, PipelineState state, PipelineNode node, IReadOnlyDictionary<string, StepValue>? overrides)
    {
        if (!MayMakeMore(job, node))
        {
            StepOver(job, state, node, completed: false, null);
            return;
        }

        StepValues values = Values(state);
        IReadOnlyDictionary<string, StepValue> inputs = values.Of(node, overrides);
        int iteration = node.Loop?.Iterations?.Started ?? 0;
        string what = iteration == 0 ? node.Name : $"{node.Name} {iteration}";
        string name = Draw.Id(Tools.Seed, job.Name, "step " + what).ToString();
        string nodeId = $"{Draw.Bits(Tools.Seed, job.Name, what):x16}"[..8];
        node.ReuseKey = null;
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
            "pipeline" => (lives.Pipeline, StepBody.Pipeline(state, node, inputs)),
            "sweep" => (lives.Sweep, StepBody.Sweep(state, node, inputs)),
            "automl" => (lives.AutoMl, StepBody.AutoMl(state, node, values)),
            "spark" => (lives.Spark, StepBody.Spark(state, node, inputs)),
            _ => (lives.Command, StepBody.Command(state, node, inputs)),
        };
        var role = new StepRole(job, node, nodeId)
        {
            Iteration = iteration,
            Parallel = node.Type == "parallel" ? ParallelWork.Read(body, uri => engine.Data.Read(uri)) : null,
        };
        node.Run = StartChild(job, name, body, life, role);
    }

    /// <summary>A finished run of the same making stands for the step: it is over at once, and its outputs are where the first run left them.</summary>
    private void Reuse(JobRecord job, PipelineState state, PipelineNode node, JobRecord finished, string name, string nodeId)
    {
        var run = new JobRecord
        {
            Name = Tools.Jobs.Free(name),
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
        Tools.History.Add(run, HistoryEventKind.Reused, finished.Name);
        Enter(run, JobPhase.Completed);
        node.Run = run;
        KeepPlaces(state, node, run);
        StepOver(job, state, node, completed: true, run);
    }

    /// <summary>The pipeline's outputs are where another run than its own wrote them.</summary>
    private static void KeepPlaces(PipelineState state, PipelineNode node, JobRecord run)
    {
        foreach ((string own, string pipelines) in StepOutputs.Bound(node))
        {
            if (StepOutputs.Of(run, own) is { } place)
            {
                state.Elsewhere[pipelines] = place;
            }
        }
    }

    private void StepOver(JobRecord job, PipelineState state, PipelineNode node, bool completed, JobRecord? run)
    {
        if (node.Loop is { } loop)
        {
            RoundOver(job, state, loop, run, completed);
        }
        else
        {
            Done(state, node, completed);
        }
    }

    /// <summary>S46: so many steps a pipeline, nested ones and loops counted; and pipelines in pipelines only so deep.</summary>
    private static bool MayMakeMore(JobRecord job, PipelineNode node)
    {
        JobRecord root = job;
        int depth = 0;
        while (root.Kin!.Parent is { } parent)
        {
            root = parent;
            depth++;
        }

        return ++((PipelineState)root.Kin.State!).Made <= MostSteps && (node.Type != "pipeline" || depth < DeepestNesting);
    }
}
