namespace ServerlessCompute;

/// <summary>A <c>${{…}}</c> in a command.</summary>
/// <param name="Scope">What stands before the first dot, <c>inputs</c> for example, or all of it.</param>
/// <param name="Name">What stands behind the first dot; null when there is no dot.</param>
/// <param name="IsOptional">Whether it is in a <c>$[[ … ]]</c> block, which the service leaves out when the input is not given.</param>
/// <param name="Quote">The quotation mark of the shell that it stands in, or the NUL character.</param>
internal readonly record struct CommandReference(string Scope, string? Name, bool IsOptional, char Quote)
{
    public const string Inputs = "inputs";
    public const string Outputs = "outputs";
    public const string SearchSpace = "search_space";

    /// <summary>The reference as it is written.</summary>
    public override string ToString() => $"${{{{{Scope}{(Name is null ? "" : $".{Name}")}}}}}";
}
