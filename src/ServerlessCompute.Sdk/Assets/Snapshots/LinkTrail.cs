namespace ServerlessCompute;

/// <summary>The folders from which the walk left through a link, innermost first: how it got where it is.</summary>
internal sealed record LinkTrail(string LeftFrom, LinkTrail? Before)
{
    /// <summary>Nobody nests links this deep on purpose; folders of links to folders of links would multiply without end.</summary>
    public const int MaxDepth = 10;

    public int Depth { get; } = (Before?.Depth ?? 0) + 1;

    /// <summary>Whether the target holds a folder on the way here, so that following the link again and again would never end.</summary>
    public bool ComesBackTo(string target)
    {
        for (LinkTrail? step = this; step is not null; step = step.Before)
        {
            if (RealPath.IsWithin(step.LeftFrom, target))
            {
                return true;
            }
        }

        return false;
    }
}
