using System.Globalization;

namespace ServerlessCompute;

/// <summary>A part of a long answer. The token is the place where the next part starts.</summary>
internal sealed record MlflowPage<T>(IReadOnlyList<T> Items, string? NextToken)
{
    public static MlflowPage<T> Of(IEnumerable<T> all, string? token, int size)
    {
        int start = 0;
        if (token is not null && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw MlflowException.InvalidParameter($"'{token}' is not a page token of this service. Send the next_page_token of the page before.");
        }

        T[] items = [.. all.Skip(start).Take(size + 1)];
        return items.Length > size
            ? new MlflowPage<T>(items[..size], (start + size).ToString(CultureInfo.InvariantCulture))
            : new MlflowPage<T>(items, null);
    }
}
