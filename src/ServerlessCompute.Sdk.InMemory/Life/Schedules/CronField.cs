using System.Globalization;

namespace ServerlessCompute;

/// <summary>One field of a cron expression: which of its values count.</summary>
internal sealed class CronField
{
    private readonly bool[] _values;

    private CronField(bool[] values, bool isAny)
    {
        _values = values;
        IsAny = isAny;
    }

    /// <summary>Whether it is <c>*</c>.</summary>
    public bool IsAny { get; }

    public bool this[int value] => _values[value];

    /// <summary>Reads lists of values, ranges and steps: <c>*/15</c>, <c>1-5,10</c>, <c>MON-FRI</c>.</summary>
    public static CronField? Parse(string text, int least, int most, params ReadOnlySpan<string> names)
    {
        bool[] values = new bool[most + 1];
        foreach (string part in text.Split(','))
        {
            string[] stepped = part.Split('/');
            int step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && (!int.TryParse(stepped[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1)))
            {
                return null;
            }

            (int from, int to) = (least, most);
            if (stepped[0] != "*")
            {
                string[] range = stepped[0].Split('-');
                if (range.Length > 2 || Value(range[0], least, most, names) is not { } first || Value(range[^1], least, most, names) is not { } last)
                {
                    return null;
                }

                // A value with a step goes on to the end.
                (from, to) = (first, range.Length == 1 && stepped.Length == 2 ? most : last);
            }

            if (from > to)
            {
                return null;
            }

            for (int value = from; value <= to; value += step)
            {
                values[value] = true;
            }
        }

        return new CronField(values, text == "*");
    }

    private static int? Value(string text, int least, int most, ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (text.Length >= 3 && names[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return least + i;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most ? value : null;
    }
}
