namespace ServerlessCompute;

/// <summary>Which things a search shows: those that are there, those that were deleted, or all.</summary>
internal static class MlflowView
{
    /// <exception cref="MlflowException">400: no such view.</exception>
    public static bool Shows(string view, bool deleted) => view switch
    {
        "ACTIVE_ONLY" => !deleted,
        "DELETED_ONLY" => deleted,
        "ALL" => true,
        _ => throw MlflowException.InvalidParameter($"'{view}' is no view. There are: ACTIVE_ONLY, DELETED_ONLY, ALL."),
    };
}
