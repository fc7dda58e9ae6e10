namespace ServerlessCompute;

/// <summary>The filter of a search: comparisons joined by AND, as MLflow's documentation describes them.</summary>
internal sealed class MlflowFilter
{
    private readonly List<MlflowComparison> _comparisons = [];

    private MlflowFilter()
    {
    }

    /// <exception cref="MlflowException">400: says where the text cannot be read.</exception>
    public static MlflowFilter Parse(string? text, MlflowVocabulary vocabulary)
    {
        var filter = new MlflowFilter();
        var reader = new MlflowText(text ?? "");
        if (reader.IsAtEnd)
        {
            return filter;
        }

        do
        {
            filter._comparisons.Add(Comparison(reader, vocabulary));
        }
        while (reader.TryWord("AND"));
        return reader.IsAtEnd ? filter : throw reader.Wrong("only AND can join comparisons");
    }

    public bool Holds(IMlflowSubject subject) => _comparisons.TrueForAll(c => c.Holds(subject));

    private static MlflowComparison Comparison(MlflowText reader, MlflowVocabulary vocabulary)
    {
        MlflowKey key = reader.Key(vocabulary);
        MlflowOperator op = reader.Operator();
        bool ordered = op is MlflowOperator.Less or MlflowOperator.LessOrEqual or MlflowOperator.Greater or MlflowOperator.GreaterOrEqual;
        bool either = op is MlflowOperator.Equal or MlflowOperator.NotEqual;
        if (key.IsNumber ? !(ordered || either) : ordered)
        {
            throw reader.Wrong(key.IsNumber ? $"'{key.Name}' is a number and takes =, !=, <, <=, >, >=" : $"'{key.Name}' is a text and takes =, !=, LIKE, ILIKE, IN, NOT IN, IS NULL, IS NOT NULL");
        }

        return op switch
        {
            _ when key.IsNumber => new MlflowComparison(key, op, reader.Number(), []),
            MlflowOperator.IsNull or MlflowOperator.IsNotNull => new MlflowComparison(key, op, 0, []),
            MlflowOperator.In or MlflowOperator.NotIn => new MlflowComparison(key, op, 0, reader.Strings()),
            _ => new MlflowComparison(key, op, 0, [reader.String()]),
        };
    }
}
