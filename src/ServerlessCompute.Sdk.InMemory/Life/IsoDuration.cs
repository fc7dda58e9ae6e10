namespace ServerlessCompute;

/// <summary>Durations of ISO 8601 as the contract uses them: <c>P7D</c>, <c>PT1H30M</c>, <c>PT0.5S</c>. Years and months have no length and are none.</summary>
internal static class IsoDuration
{
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        bool negative = text.StartsWith("-", StringComparison.Ordinal);
        text = negative ? text[1..] : text;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        bool time = false;
        decimal ticks = 0;
        int last = -1;
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && !time && text.Length > 1)
            {
                time = true;
                text = text[1..];
            }

            int digits = 0;
            while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            {
                digits++;
            }

            if (digits == 0
                || digits == text.Length
                || !decimal.TryParse(text[..digits], System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal number)
                || Unit(text[digits], time, out int rank) is not { } unit
                || rank <= last)
            {
                return false;
            }

            last = rank;
            ticks += number * unit;
            text = text[(digits + 1)..];
            if (ticks > long.MaxValue)
            {
                return false;
            }
        }

        duration = TimeSpan.FromTicks(negative ? -(long)ticks : (long)ticks);
        return true;
    }

    private static long? Unit(char letter, bool time, out int rank)
    {
        (long? Ticks, int Rank) unit = (letter, time) switch
        {
            ('W', false) => (7 * TimeSpan.TicksPerDay, 0),
            ('D', false) => (TimeSpan.TicksPerDay, 1),
            ('H', true) => (TimeSpan.TicksPerHour, 2),
            ('M', true) => (TimeSpan.TicksPerMinute, 3),
            ('S', true) => (TimeSpan.TicksPerSecond, 4),
            _ => (null, -1),
        };
        rank = unit.Rank;
        return unit.Ticks;
    }
}
