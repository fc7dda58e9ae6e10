namespace ServerlessCompute;

/// <summary>
/// Where each property of a job goes when the job is described in the place of a step: into the component that is made of it, to the step
/// that runs the component, or nowhere. A test demands a row for every property. Filled where it is made, then it does not change.
/// </summary>
/// <typeparam name="TJob">The kind of job.</typeparam>
/// <typeparam name="TComponent">The kind of component that it becomes.</typeparam>
/// <typeparam name="TStep">The kind of step that runs the component.</typeparam>
internal sealed class InlineTable<TJob, TComponent, TStep>(TComponent component, TStep step)
    where TJob : Job
    where TComponent : Component
    where TStep : ComponentStep
{
    private readonly List<Row> _rows = [];

    /// <summary>The properties that have a row.</summary>
    public IEnumerable<string> Properties => _rows.Select(row => row.Property);

    /// <summary>The component has it.</summary>
    public InlineTable<TJob, TComponent, TStep> ToComponent(string property, Func<TJob, TComponent, BindingScope, TComponent> set) => Add(new Row(property, ToComponent: set));

    /// <summary>The step has it.</summary>
    public InlineTable<TJob, TComponent, TStep> ToStep(string property, Func<TJob, TStep, TStep> set) => Add(new Row(property, ToStep: set));

    /// <summary>Both have it.</summary>
    public InlineTable<TJob, TComponent, TStep> ToBoth(string property, Func<TJob, TComponent, BindingScope, TComponent> component, Func<TJob, TStep, TStep> step) =>
        Add(new Row(property, component, step));

    /// <summary>A step has something else in its place, or none of its own: the service's words, and what says which experiment the job is in.</summary>
    public InlineTable<TJob, TComponent, TStep> Ignore(params ReadOnlySpan<string> properties)
    {
        foreach (string property in properties)
        {
            Add(new Row(property));
        }

        return this;
    }

    /// <summary>A step cannot have it: a job that says it is no step. Validation says so.</summary>
    public InlineTable<TJob, TComponent, TStep> Refuse(string property, Func<TJob, bool> isSaid) => Add(new Row(property, IsRefused: isSaid));

    /// <summary>The step, with its component described in place.</summary>
    public TStep Convert(TJob job, BindingScope scope)
    {
        TComponent definition = component;
        TStep node = step;
        var refused = new List<string>();
        foreach (Row row in _rows)
        {
            definition = row.ToComponent?.Invoke(job, definition, scope) ?? definition;
            node = row.ToStep?.Invoke(job, node) ?? node;
            if (row.IsRefused?.Invoke(job) == true)
            {
                refused.Add(row.Property);
            }
        }

        return node with { Component = definition, Refused = refused.ToArray() };
    }

    private InlineTable<TJob, TComponent, TStep> Add(Row row)
    {
        _rows.Add(row);
        return this;
    }

    private sealed record Row(
        string Property,
        Func<TJob, TComponent, BindingScope, TComponent>? ToComponent = null,
        Func<TJob, TStep, TStep>? ToStep = null,
        Func<TJob, bool>? IsRefused = null);
}
