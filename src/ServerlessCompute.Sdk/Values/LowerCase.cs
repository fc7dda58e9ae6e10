using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Lower-casing as Python's <c>str.lower</c> does it, which decides the order in which the reference client hashes files. Two letters are
/// special: the dotted capital I becomes two characters, and a sigma that ends a word becomes another one than a sigma within.
/// </summary>
internal static class LowerCase
{
    private const int Sigma = 0x3A3;

    /// <summary>Marks within words that are neither letters nor marks by their category.</summary>
    private const string WordMarks = "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

    public static string Of(string text)
    {
        string lower = text.ToLowerInvariant();
        return text.AsSpan().IndexOfAny('\u0130', (char)Sigma) < 0 ? lower : WithSpecials([.. text.EnumerateRunes()]);
    }

    private static string WithSpecials(Rune[] runes)
    {
        var lower = new StringBuilder();
        for (int i = 0; i < runes.Length; i++)
        {
            _ = runes[i].Value switch
            {
                0x130 => lower.Append("i\u0307"),
                Sigma => lower.Append(EndsWord(runes, i) ? '\u03c2' : '\u03c3'),
                _ => lower.Append(Rune.ToLowerInvariant(runes[i]).ToString()),
            };
        }

        return lower.ToString();
    }

    /// <summary>Whether a letter stands before this one and none behind it, whatever marks are between.</summary>
    private static bool EndsWord(Rune[] runes, int index)
    {
        int before = Array.FindLastIndex(runes, Math.Max(index - 1, 0), index, rune => !IsIgnorable(rune));
        int behind = Array.FindIndex(runes, index + 1, rune => !IsIgnorable(rune));
        return before >= 0 && IsCased(runes[before]) && !(behind >= 0 && IsCased(runes[behind]));
    }

    private static bool IsIgnorable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol => true,
        _ => rune.IsBmp && WordMarks.Contains((char)rune.Value, StringComparison.Ordinal),
    };

    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,

        // Small letters in the place of ordinals, numerals and enclosed letters have a case too.
        _ => rune.Value is 0xaa or 0xba or (>= 0x2160 and <= 0x217f) or (>= 0x24b6 and <= 0x24e9) or (>= 0x1f130 and <= 0x1f149) or (>= 0x1f150 and <= 0x1f169) or (>= 0x1f170 and <= 0x1f189),
    };
}
