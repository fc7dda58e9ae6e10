namespace ServerlessCompute;

/// <summary>What somebody gives a component.</summary>
/// <param name="Definition">The component.</param>
/// <param name="Inputs">What flows in, by the names of the component's inputs.</param>
/// <param name="Outputs">Where outputs go, by the names of the component's outputs.</param>
/// <param name="Searched">Inputs that get their values from a search space.</param>
internal readonly record struct GivenInputs(Component Definition, ValueMap<Input>? Inputs, ValueMap<Output>? Outputs, IEnumerable<string> Searched)
{
    public static GivenInputs Of(ComponentStep step, Component definition) =>
        new(definition, step.Inputs, step.Outputs, (step as SweepStep)?.SearchSpace?.Keys ?? []);
}
