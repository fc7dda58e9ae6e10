using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>
/// What a component is given: all that it needs, nothing that it does not know, each of its type. What the reference client lets pass is a
/// doubt in YAML, and an error in C#.
/// </summary>
internal static class GivenRules
{
    private static readonly string[] _data = [PortType.Values.UriFile, PortType.Values.UriFolder, PortType.Values.MLTable];

    /// <param name="given">What is given, and to which component.</param>
    /// <param name="view">The pipeline that references are to.</param>
    /// <param name="place">Where the owner of the inputs is, with a point behind it; empty for the job.</param>
    /// <param name="report">Takes what is found.</param>
    public static void Check(GivenInputs given, PipelineView view, string place, JobReport report)
    {
        if (given.Definition is UnknownComponent || given.Definition.Inputs is not { } wanted || given.Definition.Outputs is not { } made)
        {
            return;
        }

        ValueMap<Input> inputs = given.Inputs ?? ValueMap<Input>.Empty;
        string map = $"{place}{nameof(ComponentStep.Inputs)}";
        foreach ((string name, ComponentInput? input) in wanted)
        {
            if (input is { Optional: false, Default: null } && !inputs.ContainsKey(name) && !given.Searched.Contains(name, StringComparer.Ordinal))
            {
                report.Add(ComponentInputMissing, Shown.At(map, name), $"The component needs the input {Shown.Value(name)}, and nobody gives it.", $"Give it: .WithInput(\"{Shown.Text(name)}\", …).");
            }
        }

        foreach ((string name, Input? input) in inputs)
        {
            string path = Shown.At(map, name);
            if (wanted.GetValueOrDefault(name) is { } port)
            {
                CheckType(name, input, port, path, view, report);
            }
            else if (!wanted.ContainsKey(name) && !wanted.Keys.Any(known => known.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                report.Add(ComponentInputUnknown, path, $"The component takes no input {Shown.Value(name)}: what is given is lost.{report.DidYouMean(name, wanted.Keys)}", Known(wanted.Keys, "take"), view.IsFromYaml);
            }
        }

        foreach (string name in (given.Outputs ?? ValueMap<Output>.Empty).Keys.Where(name => !made.ContainsKey(name)))
        {
            report.Add(
                ComponentOutputUnknown,
                Shown.At($"{place}{nameof(ComponentStep.Outputs)}", name),
                $"The component makes no output {Shown.Value(name)}.{report.DidYouMean(name, made.Keys)}",
                Known(made.Keys, "make"),
                view.IsFromYaml);
        }
    }

    private static void CheckType(string name, Input? input, ComponentInput port, string path, PipelineView view, JobReport report)
    {
        if (PipelineEdge.TextOf(input) is { } text && PipelineReference.IsWhole(text))
        {
            if (PipelineReference.TryParse(text, out PipelineReference reference) && view.TypeOf(reference) is { Value: not null } type && Differ(type, port.Type))
            {
                report.Add(EdgeTypesDiffer, path, $"The reference {Shown.Value(text)} leads to a {Shown.Text(type.ToString())}, and the component's input {Shown.Value(name)} is a {Shown.Text(port.Type.ToString())}.", "Let one step make what the other reads, or declare both of one type.", view.IsFromYaml);
            }

            return;
        }

        string? misfit = input switch
        {
            LiteralInput or { AdditionalProperties: not null } when input is not DataInput => (input.Plain as LiteralInput)?.Value is not { } value ? null
                : !port.Type.IsKnown || port.Type == PortType.Path ? null
                : !port.Type.IsLiteral ? $"The value {Shown.Value(value)} is given where a {Shown.Text(port.Type.ToString())} belongs."
                : LiteralFit.Misfit(value, port),
            DataInput when port.Type.IsLiteral => $"Data is given where a {Shown.Text(port.Type.ToString())} belongs.",
            DataInput { Type.Value: { } type } when Differ(new PortType(type), port.Type) => $"A {Shown.Text(type)} is given where a {Shown.Text(port.Type.ToString())} belongs.",
            _ => null,
        };
        if (misfit is not null)
        {
            report.Add(LiteralUnfit, path, misfit, $"Give the input {Shown.Value(name)} what the component declares.", view.IsFromYaml);
        }
    }

    /// <summary>Whether files, folders and tables are mixed up, or data and values.</summary>
    private static bool Differ(PortType source, PortType target) =>
        source.IsKnown && target.IsKnown
        && (source.IsLiteral != target.IsLiteral || (source != target && _data.Contains(source.Value, StringComparer.Ordinal) && _data.Contains(target.Value, StringComparer.Ordinal)));

    private static string Known(IEnumerable<string> names, string verb)
    {
        string[] known = [.. names];
        return known.Length == 0 ? $"Remove it: the component {verb}s nothing." : $"Use one of {Shown.Text(Shown.List(known))}.";
    }
}
