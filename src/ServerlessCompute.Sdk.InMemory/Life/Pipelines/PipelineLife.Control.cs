namespace ServerlessCompute;

/// <content>Control flow: loops and conditions.</content>
internal sealed partial class PipelineLife
{
    /// <summary>A condition is known: the steps of the other branch are not run.</summary>
    private void Choose(PipelineState state, PipelineNode node)
    {
        bool holds = ControlFlow.IsTrue(Values(state).Fill(ComponentFacts.Text(node.Json, "condition") ?? "")?.Value);
        foreach (string name in ControlFlow.Steps(node.Json, holds ? "false_block" : "true_block"))
        {
            if (state.Graph.Find(name) is { } other)
            {
                other.IsNotChosen = true;
            }
        }

        Done(state, node, completed: true);
    }

    private void StartLoop(JobRecord job, PipelineState state, PipelineNode node)
    {
        if (ControlFlow.Steps(node.Json, "body").Select(state.Graph.Find).OfType<PipelineNode>().FirstOrDefault() is not { } body)
        {
            Done(state, node, completed: false);
            return;
        }

        bool counted = node.Type == "parallel_for";
        node.Iterations = new LoopState(
            body,
            counted ? ControlFlow.Items(node.Json, Values(state)) : [],
            counted ? ControlFlow.MostAtOnce(node.Json) : ControlFlow.MostRounds(node.Json));
        if (counted)
        {
            StartRounds(job, state, node);
        }
        else
        {
            StartRound(job, state, node.Iterations, null);
        }
    }

    private void StartRound(JobRecord job, PipelineState state, LoopState loop, IReadOnlyDictionary<string, StepValue>? inputs)
    {
        loop.Live++;
        StartRun(job, state, loop.Body, inputs);
    }

    /// <summary>Starts as many iterations of a <c>parallel_for</c> as may run at once. A reused one is over before this returns.</summary>
    private void StartRounds(JobRecord job, PipelineState state, PipelineNode node)
    {
        LoopState loop = node.Iterations!;
        while (!loop.IsStarting && loop.Started < loop.Items.Count && loop.Live < loop.Most && !(loop.HasFailure && !state.Settings.ContinuesOnFailure))
        {
            loop.IsStarting = true;
            StartRound(job, state, loop, loop.Items[loop.Started]);
            loop.Started++;
            loop.IsStarting = false;
        }

        if (loop is { Live: 0, IsStarting: false } && !loop.IsOver && (loop.Started == loop.Items.Count || loop.HasFailure))
        {
            LoopOver(state, node, !loop.HasFailure);
        }
    }

    /// <summary>An iteration is over: a <c>do_while</c> looks whether it goes on, a <c>parallel_for</c> whether more can start.</summary>
    private void RoundOver(JobRecord job, PipelineState state, PipelineNode node, JobRecord? run, bool completed)
    {
        LoopState loop = node.Iterations!;
        loop.Live--;
        loop.HasFailure |= !completed;
        if (node.Type == "parallel_for")
        {
            StartRounds(job, state, node);
            return;
        }

        StepValues values = Values(state);
        loop.Started++;
        bool goesOn = completed
            && run is not null
            && loop.Started < loop.Most
            && ControlFlow.ConditionPort(node.Json) is { } port
            && StepOutputs.Of(run, port) is { } place
            && ControlFlow.IsTrue(values.Value(place with { Type = "boolean" })?.Value);
        if (!goesOn)
        {
            LoopOver(state, node, completed);
            return;
        }

        var next = new Dictionary<string, StepValue>(StringComparer.Ordinal);
        foreach ((string output, string input) in ControlFlow.Mapping(node.Json))
        {
            if (StepOutputs.Of(run!, output) is { } from && values.Value(from) is { } value)
            {
                next[input] = value;
            }
        }

        StartRound(job, state, loop, next);
    }

    /// <summary>The loop and its body are over together.</summary>
    private static void LoopOver(PipelineState state, PipelineNode node, bool completed)
    {
        node.Iterations!.IsOver = true;
        Done(state, node.Iterations.Body, completed);

        // The failure is the body's; the loop itself only did not run through.
        node.IsSkipped |= !completed;
        Done(state, node, completed);
    }
}
