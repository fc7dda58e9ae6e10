namespace ServerlessCompute;

/// <summary>How a search sorts: by several keys, each up or down. What is not there comes last, NaN just before.</summary>
internal sealed class MlflowOrder
{
    private readonly List<(MlflowKey Key, bool Descending)> _keys = [];

    private MlflowOrder()
    {
    }

    /// <summary>Reads texts such as <c>metrics.loss DESC</c>.</summary>
    /// <exception cref="MlflowException">400: says where a text cannot be read.</exception>
    public static MlflowOrder Parse(IReadOnlyList<string> texts, MlflowVocabulary vocabulary)
    {
        var order = new MlflowOrder();
        foreach (string text in texts)
        {
            var reader = new MlflowText(text);
            MlflowKey key = reader.Key(vocabulary);
            bool descending = reader.TryWord("DESC");
            if (!descending)
            {
                reader.TryWord("ASC");
            }

            order._keys.Add(reader.IsAtEnd ? (key, descending) : throw reader.Wrong("only ASC or DESC can follow"));
        }

        return order;
    }

    /// <summary>Sorts; equals keep the order in which they come.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> subjects)
        where T : IMlflowSubject
    {
        IOrderedEnumerable<T> sorted = subjects.OrderBy(static _ => 0);
        foreach ((MlflowKey key, bool descending) in _keys)
        {
            sorted = key.IsNumber
                ? Then(sorted.ThenBy(s => Rank(s.Number(key))), s => s.Number(key) ?? 0, Comparer<double>.Default, descending)
                : Then(sorted.ThenBy(s => s.Text(key) is null), s => s.Text(key) ?? "", StringComparer.Ordinal, descending);
        }

        return sorted;
    }

    private static int Rank(double? number) => number is null ? 2 : double.IsNaN(number.Value) ? 1 : 0;

    private static IOrderedEnumerable<T> Then<T, TValue>(IOrderedEnumerable<T> sorted, Func<T, TValue> value, IComparer<TValue> comparer, bool descending) =>
        descending ? sorted.ThenByDescending(value, comparer) : sorted.ThenBy(value, comparer);
}
