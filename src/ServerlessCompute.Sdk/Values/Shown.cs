using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>How values of a job stand in messages: short, on one line, without what must not be shown.</summary>
internal static class Shown
{
    private const int MaximumLength = 160;

    private static readonly string[] _secretOpenings = ["sig=", "AccountKey=", "SharedAccessSignature=", "password="];

    /// <summary>The value in quotes.</summary>
    public static string Value(string value) => $"'{Text(value)}'";

    /// <summary>The place of a named entry, <c>Inputs["data"]</c>.</summary>
    public static string At(string path, string name) => $"{path}[\"{Text(name)}\"]";

    /// <summary>The value as it can be shown.</summary>
    public static string Text(string value) => Text(value, MaximumLength);

    /// <summary>The value as it can be shown, no longer than that.</summary>
    public static string Text(string value, int maximum)
    {
        string safe = WithoutSecrets(value.Length <= maximum * 4 ? value : value[..(maximum * 4)]);
        var text = new StringBuilder();
        foreach (char character in safe.AsSpan(0, Math.Min(safe.Length, maximum)))
        {
            _ = character switch
            {
                '\n' => text.Append("\\n"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        return safe.Length > maximum || value.Length > maximum * 4 ? text.Append('…').ToString() : text.ToString();
    }

    /// <summary>Words as a sentence lists them: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>The text up to where an address's query or a key begins, and without user and password in front of a host.</summary>
    private static string WithoutSecrets(string text)
    {
        foreach (string opening in _secretOpenings)
        {
            int at = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? text : text[..(at + opening.Length)] + "…";
        }

        int scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return text;
        }

        int query = text.IndexOf('?', scheme);
        string address = query < 0 ? text : text[..query] + "?…";
        int host = scheme + 3;
        int slash = address.IndexOf('/', host);
        int user = address.AsSpan(host, (slash < 0 ? address.Length : slash) - host).LastIndexOf('@');
        return user < 0 || IsContainerAt(address) ? address : $"{address[..host]}…{address[(host + user)..]}";
    }

    /// <summary>Whether what stands before the host's <c>@</c> is a storage container: <c>abfss://container@account…</c>.</summary>
    private static bool IsContainerAt(string address) =>
        address.StartsWith("abfs", StringComparison.OrdinalIgnoreCase) || address.StartsWith("wasb", StringComparison.OrdinalIgnoreCase);
}
