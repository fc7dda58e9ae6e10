namespace ServerlessCompute;

/// <summary>What an expression between <c>${{</c> and <c>}}</c> of a step refers to.</summary>
/// <param name="Kind">Which of the forms it has.</param>
/// <param name="Step">The step, where it is a step's.</param>
/// <param name="Port">The name of the input or output.</param>
internal readonly record struct StepBinding(StepBindingKind Kind, string Step, string Port)
{
    private const string Open = "${{";

    /// <summary>Every expression in a text.</summary>
    public static IEnumerable<(int Start, int End, string Expression)> In(string text)
    {
        for (int at = text.IndexOf(Open, StringComparison.Ordinal); at >= 0;)
        {
            int end = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            yield return (at, end + 2, text[(at + Open.Length)..end].Trim());
            at = text.IndexOf(Open, end, StringComparison.Ordinal);
        }
    }

    /// <summary>Reads an expression. One that is none of the service's forms is <see cref="StepBindingKind.Unknown"/>.</summary>
    public static StepBinding Parse(string expression)
    {
        string[] parts = expression.Split('.');
        return parts switch
        {
            ["parent", "inputs", _, ..] => new(StepBindingKind.ParentInput, "", string.Join('.', parts[2..])),
            ["parent", "outputs", _, ..] => new(StepBindingKind.ParentOutput, "", string.Join('.', parts[2..])),
            ["parent", "jobs", var step, "outputs", var port] => new(StepBindingKind.StepOutput, step, port),
            ["parent", "jobs", var step] => new(StepBindingKind.Step, step, ""),
            ["parent", ..] => new(StepBindingKind.Unknown, "", ""),
            _ => new(StepBindingKind.Own, "", ""),
        };
    }
}
