namespace ServerlessCompute;

/// <summary>
/// What an input's, output's or search space's <c>ToString</c> looks like. A command that contains one was put together with <c>+</c> or
/// <c>string.Format</c>, and would send a description instead of a reference.
/// </summary>
internal static class HoleMarker
{
    public const string Opening = "⟦";

    public static string ForInput(string description) => $"{Opening}input {description}⟧";

    public static string ForSearchSpace(string description) => $"{Opening}search space {description}⟧";

    public static string ForOutput(string description) => $"{Opening}output {description}⟧";
}
