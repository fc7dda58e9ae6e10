namespace ServerlessCompute;

/// <summary>The tables of the steps that say which others run how often.</summary>
internal static class ControlTables
{
    private static readonly Shape<DoWhileLimits> _limits = new Shape<DoWhileLimits>(new DoWhileLimits())
        .Add(MemberNames.NotRest("max_iteration_count"), Forms.Integer, l => l.MaxIterationCount, (l, v) => l with { MaxIterationCount = v }, required: true)
        .KeepUnknown();

    public static Shape<DoWhileStep> DoWhile { get; } = new Shape<DoWhileStep>(new DoWhileStep())
        .Add(MemberNames.NotRest("body"), Forms.Text, s => s.Body, (s, v) => s with { Body = v }, required: true)
        .Add(MemberNames.NotRest("condition"), Forms.Text, s => s.Condition, (s, v) => s with { Condition = v })
        .Add(MemberNames.NotRest("mapping"), new MapForm<ValueList<string>>(new ListForm<string>(Forms.Text, takesOne: true)), s => s.Mapping, (s, v) => s with { Mapping = v }, required: true)
        .Add(MemberNames.NotRest("limits"), _limits, s => s.Limits, (s, v) => s with { Limits = v }, required: true)
        .KeepUnknown();

    public static Shape<IfElseStep> IfElse { get; } = new Shape<IfElseStep>(new IfElseStep())
        .Add(MemberNames.NotRest("condition"), Forms.Json, s => s.Condition, (s, v) => s with { Condition = v }, required: true)
        .Add(MemberNames.NotRest("true_block"), new BlockForm(), s => s.TrueBlock, (s, v) => s with { TrueBlock = v })
        .Add(MemberNames.NotRest("false_block"), new BlockForm(), s => s.FalseBlock, (s, v) => s with { FalseBlock = v })
        .KeepUnknown();

    public static Shape<ParallelForStep> ParallelFor { get; } = new Shape<ParallelForStep>(new ParallelForStep())
        .Add(MemberNames.NotRest("body"), Forms.Text, s => s.Body, (s, v) => s with { Body = v }, required: true)
        .Add(MemberNames.NotRest("items"), new ItemsForm(), s => s.Items, (s, v) => s with { Items = v }, required: true)
        .Add(MemberNames.NotRest("max_concurrency"), Forms.Integer, s => s.MaxConcurrency, (s, v) => s with { MaxConcurrency = v })
        .Add(MemberNames.NotRest("outputs"), DataTables.Outputs, s => s.Outputs, (s, v) => s with { Outputs = v })
        .KeepUnknown();
}
