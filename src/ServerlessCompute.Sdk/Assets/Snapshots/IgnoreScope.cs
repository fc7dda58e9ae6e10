namespace ServerlessCompute;

/// <summary>An ignore file as it looks from one folder: the patterns that can still match there. Immutable.</summary>
internal sealed class IgnoreScope
{
    private readonly Live[] _patterns;

    private IgnoreScope(Live[] patterns) => _patterns = patterns;

    /// <summary>The view from the folder that holds the ignore file.</summary>
    public static IgnoreScope Root(IEnumerable<IgnorePattern> patterns) =>
        new([.. patterns.Select(p => new Live(p, p.Program.Start()))]);

    /// <summary>Whether every file beneath this folder, at any depth, is ignored, so that nobody needs to look.</summary>
    /// <remarks>Errs on the side of looking: that several patterns ignore everything only together is not noticed.</remarks>
    public bool IgnoresEverything
    {
        get
        {
            // The last match wins. A later '!' that is still alive could take something back; those that are dead were dropped on the way.
            for (int i = _patterns.Length - 1; i >= 0 && !_patterns[i].Pattern.Negated; i--)
            {
                if (_patterns[i].Pattern.Program.MatchesAllThatFollows(_patterns[i].States))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the entry of this name in this folder is ignored.</summary>
    public bool Ignores(ReadOnlySpan<char> name)
    {
        for (int i = _patterns.Length - 1; i >= 0; i--)
        {
            if (_patterns[i].Pattern.Program.Matches(_patterns[i].States, name))
            {
                return !_patterns[i].Pattern.Negated;
            }
        }

        return false;
    }

    /// <summary>The view from a folder in this one.</summary>
    public IgnoreScope Enter(string folder)
    {
        if (_patterns.Length == 0)
        {
            return this;
        }

        var alive = new List<Live>(_patterns.Length);
        foreach (Live live in _patterns)
        {
            if (live.Pattern.Program.Enter(live.States, folder) is { } states)
            {
                alive.Add(new Live(live.Pattern, states));
            }
        }

        return new IgnoreScope([.. alive]);
    }

    /// <summary>The view, from this scope's own folder, of any other: patterns see <c>../</c> before what lies outside.</summary>
    public IgnoreScope EnterRelative(string thisFolder, string folder) =>
        Path.GetRelativePath(thisFolder, folder)
            .Split(Path.DirectorySeparatorChar)
            .Where(name => name is not ".")
            .Aggregate(this, (scope, name) => scope.Enter(name));

    private readonly record struct Live(IgnorePattern Pattern, ulong[] States);
}
