namespace ServerlessCompute;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsNumber">Whether it stands to the right.</param>
/// <param name="Class">Its colour, a word of <see cref="DisplayStyle"/>.</param>
/// <param name="IsBadge">Whether it is set off, as statuses are.</param>
/// <param name="Share">A bar in front of the text, from 0 to 1.</param>
internal readonly record struct HtmlCell(string Text, bool IsNumber = false, string Class = "", bool IsBadge = false, double? Share = null)
{
    public static implicit operator HtmlCell(string text) => new(text);

    public static HtmlCell Number(string text, string colour = "") => new(text, IsNumber: true, colour);

    public static HtmlCell Status(JobStatus status) => new(DisplayWords.Of(status), Class: DisplayWords.Colour(status), IsBadge: true);
}
