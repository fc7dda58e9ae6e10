namespace ServerlessCompute;

/// <content>Adding steps.</content>
public sealed partial class PipelineBuilder
{
    /// <summary>
    /// Adds a step that does what a job describes: a command, a sweep, another pipeline. The job becomes a component and a step that runs it;
    /// its literals are the component's defaults.
    /// </summary>
    /// <param name="name">The step's name: lower-case letters, digits and <c>_</c>.</param>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentException">There is a step of that name already, or the job uses a port of another pipeline.</exception>
    /// <exception cref="NotSupportedException">No step does what such a job does.</exception>
    public StepHandle Add(string name, Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        Demand(JobFlow.Given(job), nameof(job));
        return Add(name, InlineSteps.Of(job, _scope), job);
    }

    /// <summary>Adds a step that runs a component with the defaults of its inputs.</summary>
    /// <inheritdoc cref="Add(string, PipelineStep)"/>
    public StepHandle Add(string name, Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        return Add(name, component.ToStep());
    }

    /// <summary>Adds a step.</summary>
    /// <param name="name">The step's name: lower-case letters, digits and <c>_</c>.</param>
    /// <param name="step">The step: a component with its inputs, <c>component.WithInput("data", prep[clean])</c>, or one made with <c>new CommandStep { … }</c>.</param>
    /// <exception cref="ArgumentException">There is a step of that name already, or the step uses a port of another pipeline.</exception>
    public StepHandle Add(string name, PipelineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step is ComponentStep given)
        {
            Demand(given.Inputs.Values, nameof(step));
            step = given with { Inputs = BindingScope.ToStep(given.Inputs) };
        }

        return Add(name, InlineSteps.Complete(step, _scope), job: null);
    }

    /// <summary>Runs a step again and again, as long as one of its outputs is true.</summary>
    /// <param name="name">The name of the loop.</param>
    /// <param name="body">The step that is repeated.</param>
    /// <param name="condition">The output of the body that says whether it runs again; null: as often as allowed.</param>
    /// <param name="mapping">Outputs of the body, each with the name of the input that it fills in the next turn.</param>
    /// <param name="maxIterations">How often the body runs at most, 1 to 1000.</param>
    /// <exception cref="ArgumentException">There is a step of that name already, or a port is not one of the body.</exception>
    public StepHandle DoWhile(string name, StepHandle body, Port? condition, IEnumerable<(Port Output, string Input)> mapping, int maxIterations)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        Demand(body, nameof(body));
        return Add(
            name,
            new DoWhileStep
            {
                Body = PipelineReference.ToStep(body.Name),
                Condition = condition is null ? null : OutputOf(body, condition, nameof(condition)),
                Mapping = ValueMap.From(mapping.GroupBy(pair => OutputOf(body, pair.Output, nameof(mapping)), pair => pair.Input, StringComparer.Ordinal)
                    .Select(pairs => KeyValuePair.Create(pairs.Key, (ValueList<string>)pairs.ToArray()))),
                Limits = new DoWhileLimits { MaxIterationCount = maxIterations },
            },
            job: null);
    }

    /// <summary>Runs some steps when a truth value is true, and others when it is not.</summary>
    /// <param name="name">The name of the branch.</param>
    /// <param name="condition">The truth value: an output of a step, or an input of the pipeline.</param>
    /// <param name="whenTrue">The steps that run when it is true.</param>
    /// <param name="whenFalse">The steps that run when it is not.</param>
    /// <exception cref="ArgumentException">There is a step of that name already, or something belongs to another pipeline.</exception>
    public StepHandle IfElse(string name, Port condition, IEnumerable<StepHandle> whenTrue, IEnumerable<StepHandle>? whenFalse = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(whenTrue);
        Demand(condition, nameof(condition));
        return Add(
            name,
            new IfElseStep
            {
                Condition = condition.Reference,
                TrueBlock = Block(whenTrue, nameof(whenTrue)),
                FalseBlock = Block(whenFalse ?? [], nameof(whenFalse)),
            },
            job: null);
    }

    /// <summary>Runs a step once for each item, all at once.</summary>
    /// <param name="name">The name of the loop.</param>
    /// <param name="body">The step that is run.</param>
    /// <param name="items">For each turn the inputs of the body by name: literals, or data that is in the cloud already.</param>
    /// <param name="maxConcurrency">How many items are worked on at once; null for all.</param>
    /// <exception cref="ArgumentException">There is a step of that name already, or something belongs to another pipeline.</exception>
    public StepHandle ParallelFor(string name, StepHandle body, IEnumerable<ValueMap<Input>> items, int? maxConcurrency = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return ParallelFor(name, body, LoopItems.Write(items), maxConcurrency);
    }

    /// <summary>Runs a step once for each item of a list that is only known when the pipeline runs.</summary>
    /// <inheritdoc cref="ParallelFor(string, StepHandle, IEnumerable{ValueMap{Input}}, int?)"/>
    public StepHandle ParallelFor(string name, StepHandle body, Port items, int? maxConcurrency = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        Demand(items, nameof(items));
        return ParallelFor(name, body, items.Reference, maxConcurrency);
    }

    private StepHandle ParallelFor(string name, StepHandle body, string items, int? maxConcurrency)
    {
        Demand(body, nameof(body));
        return Add(name, new ParallelForStep { Body = PipelineReference.ToStep(body.Name), Items = items, MaxConcurrency = maxConcurrency }, job: null);
    }

    private StepHandle Add(string name, PipelineStep step, Job? job)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _steps.TryAdd(name, step)
            ? new StepHandle(this, name, job)
            : throw new ArgumentException($"The pipeline has a step '{name}' already. Choose another name.", nameof(name));
    }

    private void Demand(IEnumerable<Input> inputs, string argument)
    {
        foreach (Port port in inputs.OfType<Port>())
        {
            Demand(port, argument);
        }
    }

    private void Demand(StepHandle step, string argument)
    {
        ArgumentNullException.ThrowIfNull(step, argument);
        if (!ReferenceEquals(step.Owner, this))
        {
            throw new ArgumentException($"The step '{step.Name}' belongs to another pipeline.", argument);
        }
    }

    private string OutputOf(StepHandle body, Port port, string argument)
    {
        Demand(port, argument);
        return PipelineReference.TryParse(port.Reference, out PipelineReference reference) && reference.IsOutput && reference.Step == body.Name
            ? port.Name
            : throw new ArgumentException($"'{port.Name}' is no output of the step '{body.Name}'.", argument);
    }

    private ValueList<string> Block(IEnumerable<StepHandle> steps, string argument) => steps
        .Select(step =>
        {
            Demand(step, argument);
            return PipelineReference.ToStep(step.Name);
        })
        .ToArray();
}
