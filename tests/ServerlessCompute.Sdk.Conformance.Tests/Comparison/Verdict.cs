namespace ServerlessCompute;

/// <summary>How one file's entry compares with the golden one.</summary>
internal enum Verdict
{
    /// <summary>Both send the same.</summary>
    Equal,

    /// <summary>Both refuse the file.</summary>
    RefusedByBoth,

    /// <summary>Both accept the file and do not send the same.</summary>
    Different,

    /// <summary>The reference refuses what this library accepts.</summary>
    RefusedOnlyThere,

    /// <summary>This library refuses what the reference accepts.</summary>
    RefusedOnlyHere,
}
