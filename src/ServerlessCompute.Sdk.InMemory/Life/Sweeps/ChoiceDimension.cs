using System.Text;

namespace ServerlessCompute;

/// <summary>One of a list of values. A value may itself be an object, some of whose members are drawn: they count only when it is chosen.</summary>
internal sealed class ChoiceDimension(IReadOnlyList<ChoiceDimension.Option> options) : Dimension
{
    public override int? Count => options.Count;

    public override bool IsBayesian => Inner.All(static d => d.IsBayesian);

    public override bool IsOrdered => false;

    public override IEnumerable<Dimension> Inner => options.SelectMany(static o => o.Members.Values.OfType<Dimension>().SelectMany(static d => d.Inner.Prepend(d)));

    public override long? Combinations
    {
        get
        {
            long total = 0;
            foreach (Option option in options)
            {
                if (option.Combinations is not { } count)
                {
                    return null;
                }

                total += count;
            }

            return total;
        }
    }

    public override string Value(ReadOnlySpan<double> point)
    {
        Option option = options[Math.Min((int)(point[Index] * options.Count), options.Count - 1)];
        if (option.Plain is { } plain)
        {
            return plain;
        }

        var text = new StringBuilder("{");
        foreach ((string name, object member) in option.Members)
        {
            text.Append(text.Length > 1 ? ", " : "").Append(Quoted(name)).Append(": ").Append(member is Dimension inner ? inner.Value(point) : (string)member);
        }

        return text.Append('}').ToString();
    }

    public override void SetCombination(long index, Span<double> point)
    {
        for (int i = 0; i < options.Count; i++)
        {
            long count = options[i].Combinations!.Value;
            if (index < count)
            {
                point[Index] = (i + 0.5) / options.Count;
                foreach (Dimension inner in options[i].Members.Values.OfType<Dimension>())
                {
                    long own = inner.Combinations!.Value;
                    inner.SetCombination(index % own, point);
                    index /= own;
                }

                return;
            }

            index -= count;
        }
    }

    /// <summary>A value that can be chosen: JSON, or an object whose members are JSON or drawn.</summary>
    internal sealed record Option(string? Plain)
    {
        public IReadOnlyDictionary<string, object> Members { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

        public long? Combinations
        {
            get
            {
                long product = 1;
                foreach (Dimension inner in Members.Values.OfType<Dimension>())
                {
                    if (inner.Combinations is not { } count)
                    {
                        return null;
                    }

                    product *= count;
                }

                return product;
            }
        }
    }
}
