namespace ServerlessCompute;

/// <summary>One comparison of a filter.</summary>
internal sealed record MlflowComparison(MlflowKey Key, MlflowOperator Operator, double Number, IReadOnlyList<string> Texts)
{
    /// <summary>Whether it holds. What is not there is only equal to NULL.</summary>
    public bool Holds(IMlflowSubject subject)
    {
        if (Key.IsNumber)
        {
            return subject.Number(Key) is { } number && Operator switch
            {
                MlflowOperator.Equal => number == Number,
                MlflowOperator.NotEqual => number != Number,
                MlflowOperator.Less => number < Number,
                MlflowOperator.LessOrEqual => number <= Number,
                MlflowOperator.Greater => number > Number,
                _ => number >= Number,
            };
        }

        string? text = subject.Text(Key);
        return Operator switch
        {
            MlflowOperator.IsNull => text is null,
            MlflowOperator.IsNotNull => text is not null,
            _ when text is null => false,
            MlflowOperator.Equal or MlflowOperator.In => Texts.Contains(text, StringComparer.Ordinal),
            MlflowOperator.NotEqual or MlflowOperator.NotIn => !Texts.Contains(text, StringComparer.Ordinal),
            MlflowOperator.Like => MlflowPattern.Matches(Texts[0], text, ignoreCase: false),
            _ => MlflowPattern.Matches(Texts[0], text, ignoreCase: true),
        };
    }
}
