namespace ServerlessCompute;

/// <summary>
/// Everything that ignores something, as it looks from one folder. Usually that is one ignore file, judging each file by itself; where code
/// is put together from several places, the ignore files of all folders on the way count, and what they ignore of a folder goes with it.
/// Immutable.
/// </summary>
/// <param name="Scopes">The ignore files.</param>
/// <param name="IsNested">Whether folders may have ignore files of their own.</param>
internal sealed record IgnoreView(IReadOnlyList<IgnoreScope> Scopes, bool IsNested)
{
    /// <summary>Whether every file beneath this folder is ignored, so that nobody needs to look.</summary>
    public bool IgnoresEverything => Scopes.Any(static scope => scope.IgnoresEverything);

    public bool Ignores(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < Scopes.Count; i++)
        {
            if (Scopes[i].Ignores(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The view from a folder in this one.</summary>
    /// <param name="folder">The folder's name.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="extraPatterns">What each ignore file has beside its own lines.</param>
    /// <returns>Null when nothing in the folder can be wanted.</returns>
    public IgnoreView? Enter(string folder, string path, IReadOnlyList<string> extraPatterns)
    {
        if (IsNested && Ignores(folder))
        {
            return null;
        }

        IgnoreView inner = Enter(folder);
        return inner.IgnoresEverything ? null : IsNested ? inner with { Scopes = [.. inner.Scopes, IgnoreFile.Read(path, extraPatterns)] } : inner;
    }

    /// <summary>The view from a folder, without a look into it.</summary>
    public IgnoreView Enter(string folder)
    {
        if (Scopes is [var only])
        {
            IgnoreScope inner = only.Enter(folder);
            return ReferenceEquals(inner, only) ? this : this with { Scopes = [inner] };
        }

        return this with { Scopes = [.. Scopes.Select(scope => scope.Enter(folder))] };
    }
}
