using System.Globalization;

namespace ServerlessCompute;

/// <summary>One hyperparameter as an axis: numbers by their size, anything else by name.</summary>
internal sealed class TrialAxis
{
    private const int NamesShown = 14;
    private const int TicksOfChoices = 7;

    private readonly NumberScale? _scale;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    public TrialAxis(string name, IEnumerable<RawJson> values)
    {
        Name = name;
        RawJson[] distinct = [.. values.Distinct()];
        if (distinct.Length > 0 && Array.TrueForAll(distinct, static value => Number(value) is not null))
        {
            double[] numbers = [.. distinct.Select(static value => Number(value)!.Value).Order()];
            _scale = NumberScale.Of(numbers, logarithmicFrom: 100);
            Ticks = numbers.Length <= TicksOfChoices ? [.. Apart(numbers.Select(number => (_scale.Position(number) ?? 0, NumberScale.Label(number))))] : [.. _scale.Ticks(5)];
            return;
        }

        foreach (string text in distinct.Select(SearchWords.Of).Order(StringComparer.Ordinal).Take(NamesShown))
        {
            _names.TryAdd(text, _names.Count);
        }

        IEnumerable<(double, string)> names = _names.Select(entry => (At(entry.Value), entry.Key));
        Ticks = [.. distinct.Length > NamesShown ? names.Append((1, DisplayWords.More(distinct.Length - NamesShown))) : names];
        HasRest = distinct.Length > NamesShown;
    }

    public string Name { get; }

    public bool IsLogarithmic => _scale?.IsLogarithmic == true;

    public IReadOnlyList<(double Position, string Label)> Ticks { get; }

    private bool HasRest { get; }

    /// <summary>From 0 to 1; null for a value that has no place.</summary>
    public double? Position(RawJson value) =>
        _scale is null ? _names.TryGetValue(SearchWords.Of(value), out int index) ? At(index) : HasRest ? 1 : null
        : Number(value) is { } number ? _scale.Position(number) : null;

    private double At(int index)
    {
        int places = _names.Count + (HasRest ? 1 : 0);
        return places < 2 ? 0.5 : (double)index / (places - 1);
    }

    private static double? Number(RawJson value) =>
        double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    /// <summary>Those that do not stand on top of each other.</summary>
    private static IEnumerable<(double Position, string Label)> Apart(IEnumerable<(double Position, string Label)> ticks)
    {
        double last = -1;
        foreach ((double position, string label) in ticks)
        {
            if (position - last >= 0.06)
            {
                last = position;
                yield return (position, label);
            }
        }
    }
}
