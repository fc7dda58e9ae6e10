using System.Text;

namespace ServerlessCompute;

/// <summary>What all open enums share.</summary>
internal static class OpenEnum
{
    /// <summary>The service's own spelling for a known value whatever its case, else the word as it was given.</summary>
    public static string Canonical(string value, ReadOnlySpan<string> known)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (string candidate in known)
        {
            if (string.Equals(candidate, value, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        return value;
    }

    public static bool AreEqual(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static int Hash(string? value) => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public static bool IsKnown(string? value, ReadOnlySpan<string> known)
    {
        foreach (string candidate in known)
        {
            if (AreEqual(candidate, value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The C# name of a word; null for one that is not known, or unset.</summary>
    public static string? MemberName<T>(T word)
        where T : struct, IOpenEnum<T> => word.Value is { } value ? T.MemberName(value) : null;

    /// <summary>The known words, for messages.</summary>
    public static string[] Known<T>()
        where T : struct, IOpenEnum<T> => T.KnownValues.ToArray();

    /// <summary>Reads a word without making a string for those that are known.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : struct, IOpenEnum<T>
    {
        foreach (string candidate in T.KnownValues)
        {
            if (candidate.Length == utf8.Length && Ascii.EqualsIgnoreCase(utf8, candidate))
            {
                return T.Create(candidate);
            }
        }

        return T.Create(Encoding.UTF8.GetString(utf8));
    }
}
