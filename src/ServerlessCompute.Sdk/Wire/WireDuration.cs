using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Durations as the service spells them: ISO 8601 in days, hours, minutes and seconds, none of them larger than it has to be
/// (<c>P1D</c>, <c>PT1H1S</c>). Weeks are read, never written; years and months have no fixed length and are refused.
/// </summary>
internal static class WireDuration
{
    private static readonly SearchValues<char> _digitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>Room for a sign, the letters, eight digits of days and seven of a second.</summary>
    private const int MaxLength = 40;

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, TimeSpan value)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        writer.WriteString(name, buffer[..Format(value, buffer)]);
    }

    public static string Format(TimeSpan value)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(buffer[..Format(value, buffer)]);
    }

    public static int Format(TimeSpan value, Span<byte> buffer)
    {
        int length = 0;
        if (value < TimeSpan.Zero)
        {
            buffer[length++] = (byte)'-';
        }

        // The magnitude of the smallest duration fits no long.
        ulong ticks = value.Ticks < 0 ? (ulong)-(Int128)value.Ticks : (ulong)value.Ticks;
        buffer[length++] = (byte)'P';
        Part(buffer, ref length, ticks / TimeSpan.TicksPerDay, 'D');
        ticks %= TimeSpan.TicksPerDay;
        if (ticks > 0 || value == TimeSpan.Zero)
        {
            buffer[length++] = (byte)'T';
            Part(buffer, ref length, ticks / TimeSpan.TicksPerHour, 'H');
            Part(buffer, ref length, ticks / TimeSpan.TicksPerMinute % 60, 'M');
            Seconds(buffer, ref length, ticks % TimeSpan.TicksPerMinute, isOnly: value == TimeSpan.Zero);
        }

        return length;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        bool negative = text.StartsWith('-');
        text = negative ? text[1..] : text;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        // Each unit is smaller than the one before: that alone keeps them in order and each to one place.
        Int128 ticks = 0;
        long previous = long.MaxValue;
        bool inTime = false;
        for (text = text[1..]; !text.IsEmpty;)
        {
            if (!inTime && text[0] == 'T')
            {
                inTime = true;
                text = text[1..];
                continue;
            }

            int digits = text.IndexOfAnyExcept(_digitsAndPoint);
            if (digits <= 0 || UnitTicks(text[digits], inTime) is var unit && (unit == 0 || unit >= previous))
            {
                return false;
            }

            if (!TryAmount(text[..digits], unit, out Int128 amount))
            {
                return false;
            }

            ticks += amount;
            previous = unit;
            text = text[(digits + 1)..];
        }

        ticks = negative ? -ticks : ticks;
        bool fits = previous != long.MaxValue && ticks >= long.MinValue && ticks <= long.MaxValue && (!inTime || previous < TimeSpan.TicksPerDay);
        value = fits ? new TimeSpan((long)ticks) : default;
        return fits;
    }

    private static void Part(Span<byte> buffer, ref int length, ulong amount, char unit)
    {
        if (amount > 0)
        {
            Utf8Formatter.TryFormat(amount, buffer[length..], out int written);
            length += written;
            buffer[length++] = (byte)unit;
        }
    }

    private static void Seconds(Span<byte> buffer, ref int length, ulong ticks, bool isOnly)
    {
        if (ticks == 0 && !isOnly)
        {
            return;
        }

        Utf8Formatter.TryFormat(ticks / TimeSpan.TicksPerSecond, buffer[length..], out int written);
        length += written;
        ulong fraction = ticks % TimeSpan.TicksPerSecond;
        if (fraction > 0)
        {
            buffer[length++] = (byte)'.';
            Utf8Formatter.TryFormat(fraction, buffer[length..], out written, new('D', 7));
            length += written;
            length = buffer[..length].LastIndexOfAnyExcept((byte)'0') + 1;
        }

        buffer[length++] = (byte)'S';
    }

    private static long UnitTicks(char unit, bool inTime) => (unit, inTime) switch
    {
        ('W', false) => 7 * TimeSpan.TicksPerDay,
        ('D', false) => TimeSpan.TicksPerDay,
        ('H', true) => TimeSpan.TicksPerHour,
        ('M', true) => TimeSpan.TicksPerMinute,
        ('S', true) => TimeSpan.TicksPerSecond,
        _ => 0,
    };

    /// <summary>An amount of a unit; only seconds may have a fraction, of which a tick is the smallest part kept.</summary>
    private static bool TryAmount(ReadOnlySpan<char> digits, long unit, out Int128 ticks)
    {
        ticks = 0;
        int point = digits.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? digits : digits[..point];
        if (!long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long amount))
        {
            return false;
        }

        ticks = (Int128)amount * unit;
        if (point < 0)
        {
            return true;
        }

        ReadOnlySpan<char> fraction = digits[(point + 1)..];
        long part = unit;
        foreach (char digit in fraction)
        {
            if (digit == '.')
            {
                return false;
            }

            part /= 10;
            ticks += part * (digit - '0');
        }

        return unit == TimeSpan.TicksPerSecond && !fraction.IsEmpty;
    }
}
