namespace ServerlessCompute;

/// <summary>Verbs that every step has that runs a component. Each gives a changed copy of the same kind.</summary>
public static class StepVerbs
{
    /// <summary>Replaces what runs.</summary>
    public static T WithComponent<T>(this T step, ComponentSource component)
        where T : ComponentStep => step with { Component = component };

    /// <summary>Fills one input of the component: with a literal, data, a port, or a text such as <c>${{parent.inputs.raw}}</c>.</summary>
    public static T WithInput<T>(this T step, string name, Input input)
        where T : ComponentStep => step with { Inputs = step.Inputs.With(name, input) };

    /// <summary>Replaces what fills the component's inputs.</summary>
    public static T WithInputs<T>(this T step, ValueMap<Input> inputs)
        where T : ComponentStep => step with { Inputs = inputs };

    /// <summary>Says where one output goes.</summary>
    public static T WithOutput<T>(this T step, string name, Output output)
        where T : ComponentStep => step with { Outputs = step.Outputs.With(name, output) };

    /// <summary>Replaces where outputs go.</summary>
    public static T WithOutputs<T>(this T step, ValueMap<Output> outputs)
        where T : ComponentStep => step with { Outputs = outputs };

    /// <summary>Names a compute instead of the pipeline's: a name, a resource id, or <c>serverless</c>.</summary>
    public static T WithCompute<T>(this T step, string? compute)
        where T : ComponentStep => step with { Compute = compute };

    /// <summary>Sets the name shown in the studio.</summary>
    public static T WithDisplayName<T>(this T step, string? displayName)
        where T : ComponentStep => step with { DisplayName = displayName };

    /// <summary>Adds a note, shown in the studio's designer.</summary>
    public static T WithComment<T>(this T step, string? comment)
        where T : ComponentStep => step with { Comment = comment };

    /// <summary>Replaces the tags.</summary>
    public static T WithTags<T>(this T step, ValueMap<string> tags)
        where T : ComponentStep => step with { Tags = tags };

    /// <summary>Replaces the properties.</summary>
    public static T WithProperties<T>(this T step, ValueMap<string> properties)
        where T : ComponentStep => step with { Properties = properties };
}
