namespace ServerlessCompute;

/// <summary>What kind of snapshot is taken.</summary>
/// <param name="What">The snapshot's name in errors, such as "code folder".</param>
/// <param name="ExtraPatterns">Ignore patterns that count as written behind the ignore file's own.</param>
/// <param name="MayLeaveRoot">Whether links may lead out of the folder.</param>
internal sealed record SnapshotRules(string What, IReadOnlyList<string> ExtraPatterns, bool MayLeaveRoot)
{
    /// <summary>A job's code: nothing is ignored by default, and nothing from outside the folder gets in.</summary>
    public static SnapshotRules JobCode { get; } = new("code folder", [], MayLeaveRoot: false);

    /// <summary>The code of a component or pipeline step: Python's caches stay behind.</summary>
    public static SnapshotRules ComponentCode { get; } = new("code folder", ["__pycache__"], MayLeaveRoot: false);

    /// <summary>What an image is built from.</summary>
    public static SnapshotRules BuildContext { get; } = new("build context", [], MayLeaveRoot: false);

    /// <summary>Data is often gathered by links to where it lies, so links may lead anywhere.</summary>
    public static SnapshotRules Data { get; } = new("data", [], MayLeaveRoot: true);
}
