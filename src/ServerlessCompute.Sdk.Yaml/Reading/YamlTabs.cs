namespace ServerlessCompute;

/// <summary>Finds tabs that PyYAML refuses: all but those between quotes, in texts of several lines, and in comments.</summary>
internal static class YamlTabs
{
    /// <param name="text">The document.</param>
    /// <param name="quoted">Where scalars stand that are not plain, in their order.</param>
    /// <param name="start">The document, without a line.</param>
    /// <param name="report">Takes the first such tab.</param>
    public static void Check(string text, List<(int Start, int End)> quoted, TreePlace start, Action<TreePlace, string, string> report)
    {
        int next = 0, line = 1, lineStart = 0;
        bool isComment = false;
        for (int at = 0; at < text.Length; at++)
        {
            while (next < quoted.Count && quoted[next].End <= at)
            {
                next++;
            }

            bool isQuoted = next < quoted.Count && quoted[next].Start <= at;
            switch (text[at])
            {
                case '\n':
                    (line, lineStart, isComment) = (line + 1, at + 1, false);
                    break;
                case '#' when !isQuoted && (at == lineStart || char.IsWhiteSpace(text[at - 1])):
                    isComment = true;
                    break;
                case '\t' when !isQuoted && !isComment:
                    report(start with { Line = line, Column = at - lineStart + 1 }, "A tab stands here, and YAML wants blanks.", "Put blanks in its place, or the text between quotes.");
                    return;
                default:
                    break;
            }
        }
    }
}
