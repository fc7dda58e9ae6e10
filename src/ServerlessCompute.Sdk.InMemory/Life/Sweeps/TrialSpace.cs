using System.Text;

namespace ServerlessCompute;

/// <summary>What a sweep draws: its axes, by the names of its parameters.</summary>
internal sealed class TrialSpace(IReadOnlyList<KeyValuePair<string, Dimension>> parameters, int size)
{
    private readonly Dimension[] _all = [.. parameters.SelectMany(static p => p.Value.Inner.Prepend(p.Value)).OrderBy(static d => d.Index)];

    /// <summary>How many coordinates a point has.</summary>
    public int Size => size;

    /// <summary>Every axis, in the order of the coordinates.</summary>
    public IReadOnlyList<Dimension> Axes => _all;

    /// <summary>How many points a grid over it has; null when it is not made of choices alone.</summary>
    public long? Combinations
    {
        get
        {
            long product = 1;
            foreach (KeyValuePair<string, Dimension> parameter in parameters)
            {
                if (parameter.Value.Combinations is not { } count)
                {
                    return null;
                }

                product = Math.Min(product * count, int.MaxValue);
            }

            return product;
        }
    }

    /// <summary>The point of combination number <paramref name="index"/>, the last parameter changing first.</summary>
    public double[] Combination(long index)
    {
        double[] point = new double[size];
        for (int i = parameters.Count - 1; i >= 0; i--)
        {
            long count = parameters[i].Value.Combinations!.Value;
            parameters[i].Value.SetCombination(index % count, point);
            index /= count;
        }

        return point;
    }

    /// <summary>The values at a point: name and JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Decode(ReadOnlySpan<double> point)
    {
        var values = new KeyValuePair<string, string>[parameters.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new(parameters[i].Key, parameters[i].Value.Value(point));
        }

        return values;
    }

    /// <summary>Values as the service writes them into tags (recorded): one object, by name.</summary>
    public static string Json(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var text = new StringBuilder("{");
        foreach (KeyValuePair<string, string> value in values.OrderBy(static v => v.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 1 ? ", " : "").Append(Dimension.Quoted(value.Key)).Append(": ").Append(value.Value);
        }

        return text.Append('}').ToString();
    }
}
