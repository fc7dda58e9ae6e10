using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>
/// A reference to a part of a pipeline, as text: <c>${{parent.inputs.name}}</c>, <c>${{parent.outputs.name}}</c>,
/// <c>${{parent.jobs.step.outputs.name}}</c>, <c>${{parent.jobs.step.inputs.name}}</c>.
/// </summary>
/// <param name="Step">The step; null for the pipeline itself.</param>
/// <param name="IsOutput">Whether it leads to an output.</param>
/// <param name="Port">The input's or output's name.</param>
internal readonly record struct PipelineReference(string? Step, bool IsOutput, string Port)
{
    public const string Opening = "${{";
    private const string Closing = "}}";
    private const string Parent = "parent.";
    private const string Jobs = "jobs.";
    private const string Inputs = "inputs.";
    private const string Outputs = "outputs.";

    /// <summary>Whether the whole text is such a reference.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PipelineReference reference)
    {
        reference = default;
        if (text is null || !text.StartsWith(Opening, StringComparison.Ordinal) || !text.EndsWith(Closing, StringComparison.Ordinal))
        {
            return false;
        }

        string path = text[Opening.Length..^Closing.Length].Trim();
        if (!Take(ref path, Parent))
        {
            return false;
        }

        string? step = null;
        if (Take(ref path, Jobs))
        {
            int point = path.IndexOf('.', StringComparison.Ordinal);
            if (point <= 0)
            {
                return false;
            }

            step = path[..point];
            path = path[(point + 1)..];
        }

        bool isOutput = Take(ref path, Outputs);
        if ((!isOutput && !Take(ref path, Inputs)) || path.Length == 0 || path.Contains('{', StringComparison.Ordinal))
        {
            return false;
        }

        reference = new PipelineReference(step, isOutput, path);
        return true;
    }

    /// <summary>Whether the whole text is a reference of whatever kind, so that nothing is left of it but what it refers to.</summary>
    public static bool IsWhole([NotNullWhen(true)] string? text) =>
        text is not null && text.StartsWith(Opening, StringComparison.Ordinal) && text.IndexOf(Closing, StringComparison.Ordinal) == text.Length - Closing.Length;

    /// <summary>All references in a text, of whatever kind, with their braces.</summary>
    public static IEnumerable<string> In(string? text)
    {
        int at = text?.IndexOf(Opening, StringComparison.Ordinal) ?? -1;
        while (at >= 0)
        {
            int end = text!.IndexOf(Closing, at, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            yield return text[at..(end + Closing.Length)];
            at = text.IndexOf(Opening, end, StringComparison.Ordinal);
        }
    }

    /// <summary>The step that a text such as <c>${{parent.jobs.name}}</c> leads to; null when it leads to none.</summary>
    public static string? StepOf(string? text)
    {
        const string Start = Opening + Parent + Jobs;
        return text is not null && text.StartsWith(Start, StringComparison.Ordinal) && text.EndsWith(Closing, StringComparison.Ordinal) && text.Length > Start.Length + Closing.Length
            ? text[Start.Length..^Closing.Length]
            : null;
    }

    /// <summary>The reference to a pipeline's input.</summary>
    public static string ToInput(string name) => $"${{{{parent.inputs.{name}}}}}";

    /// <summary>The reference to a pipeline's output.</summary>
    public static string ToOutput(string name) => $"${{{{parent.outputs.{name}}}}}";

    /// <summary>The reference to a step's output.</summary>
    public static string ToOutput(string step, string name) => $"${{{{parent.jobs.{step}.outputs.{name}}}}}";

    /// <summary>The reference to a step.</summary>
    public static string ToStep(string name) => $"${{{{parent.jobs.{name}}}}}";

    private static bool Take(ref string path, string start)
    {
        bool begins = path.StartsWith(start, StringComparison.Ordinal);
        path = begins ? path[start.Length..] : path;
        return begins;
    }
}
