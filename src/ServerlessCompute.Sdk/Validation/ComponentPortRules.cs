using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>What a component takes and makes: names, types, defaults, bounds.</summary>
internal static class ComponentPortRules
{
    public static void Check(Component component, JobReport report)
    {
        const string Inputs = nameof(Component.Inputs);
        const string Outputs = nameof(Component.Outputs);
        KeyValuePair<string, ComponentInput>[] inputs = [.. report.Entries(component.Inputs, Inputs)];
        KeyValuePair<string, ComponentOutput>[] outputs = [.. report.Entries(component.Outputs, Outputs)];
        FlowNames.Check(inputs.Select(input => input.Key).Where(name => !IsOfGroup(name)), Inputs, InputNameForm, InputNamesCollide, report);
        FlowNames.Check(outputs.Select(output => output.Key), Outputs, OutputNameForm, OutputNamesCollide, report);
        foreach ((string name, ComponentInput input) in inputs)
        {
            string path = Shown.At(Inputs, name);
            CheckType(input.Type, $"{path}.{nameof(ComponentInput.Type)}", report);
            CheckBounds(input, path, report);
            CheckDefault(input, path, report);
        }

        foreach ((string name, ComponentOutput output) in outputs)
        {
            string path = Shown.At(Outputs, name);
            CheckType(output.Type, $"{path}.{nameof(ComponentOutput.Type)}", report);
            if (output.EarlyAvailable && !output.Type.IsLiteral)
            {
                report.Add(EarlyAvailableUnfit, $"{path}.{nameof(ComponentOutput.EarlyAvailable)}", $"The output {Shown.Value(name)} is data, which no step can read before this one is done.", "Leave EarlyAvailable out: it is for texts, numbers and truth values.");
            }
        }
    }

    /// <summary>A group of inputs has a name for each of its members, with a point between.</summary>
    private static bool IsOfGroup(string name) => name.Contains('.', StringComparison.Ordinal) && name.Split('.').All(part => NameForm.IsIdentifier(part));

    private static void CheckType(PortType type, string place, JobReport report)
    {
        if (!type.IsKnown)
        {
            report.Add(
                PortTypeUnknown,
                place,
                type.Value is { } word ? $"The type {Shown.Value(word)} is not known.{report.DidYouMean(word, OpenEnum.Known<PortType>())}" : "There is no type.",
                $"Use one of {Shown.List(OpenEnum.Known<PortType>())}.");
        }
    }

    private static void CheckBounds(ComponentInput input, string path, JobReport report)
    {
        if (input.Min is null && input.Max is null)
        {
            return;
        }

        bool isNumber = input.Type == PortType.Number || input.Type == PortType.Integer;
        string? wrong = !isNumber ? "Bounds are for numbers, and this is none."
            : input.Min is { } min && LiteralFit.NumberOf(min) is null ? $"The bound {Shown.Value(min)} is no number."
            : input.Max is { } max && LiteralFit.NumberOf(max) is null ? $"The bound {Shown.Value(max)} is no number."
            : LiteralFit.NumberOf(input.Min) > LiteralFit.NumberOf(input.Max) ? $"The least number, {Shown.Text(input.Min!)}, is greater than the greatest, {Shown.Text(input.Max!)}."
            : null;
        if (wrong is not null)
        {
            report.Add(BoundsUnfit, path, wrong, "Write ComponentInput.Number(min: 0, max: 1), or leave the bounds out.");
        }
    }

    private static void CheckDefault(ComponentInput input, string path, JobReport report)
    {
        if (input.Default is { } value && (input.Type.IsLiteral || !input.Type.IsKnown ? LiteralFit.Misfit(value, input) : null) is { } misfit)
        {
            report.Add(DefaultUnfit, $"{path}.{nameof(ComponentInput.Default)}", misfit, "Give a default that a step could give.");
        }
    }
}
