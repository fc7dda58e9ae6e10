using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>What flows into a command: names, literals, and where and how data comes.</summary>
internal static class InputRules
{
    private const string Map = nameof(CommandJob.Inputs);

    public static void Check(CommandView view, JobReport report)
    {
        _ = report.Entries(view.Job.Inputs, Map).Count();
        FlowNames.Check(view.Inputs.Keys, Map, InputNameForm, InputNamesCollide, report);
        ILookup<string?, CommandReference> references = view.ReferencesTo(CommandReference.Inputs).ToLookup(reference => reference.Name, StringComparer.Ordinal);
        foreach ((string name, Input input) in view.Inputs)
        {
            string path = Shown.At(Map, name);
            if (!references.Contains(name))
            {
                report.Add(InputUnused, path, $"The command does not use the input {Shown.Value(name)}.", $"Refer to it, ${{{{inputs.{Shown.Text(name)}}}}}, or remove it.");
            }

            if (CommandView.LiteralOf(input) is { } literal)
            {
                CheckLiteral(name, literal.Value, path, view.RunsInShell ? references[name] : [], report);
            }
            else if (input is DataInput data)
            {
                CheckData(data, path, report);
            }
        }
    }

    /// <summary>Data, wherever it flows in.</summary>
    public static void CheckData(DataInput input, string path, JobReport report)
    {
        string mode = $"{path}.{nameof(DataInput.Mode)}";
        if (input.Path is null)
        {
            report.Add(InputPathMissing, $"{path}.{nameof(DataInput.Path)}", "The input has no path.", "Name its data: Input.UriFolder(\"azureml://datastores/…/paths/…\"), or a local folder.");
        }
        else
        {
            AssetPathRules.CheckInput(input.Path, $"{path}.{nameof(DataInput.Path)}", report);
        }

        if (input.Type == InputType.Literal || !input.Type.IsKnown)
        {
            report.Add(
                InputTypeUnknown,
                $"{path}.{nameof(DataInput.Type)}",
                input.Type.Value is { } type ? $"The type {Shown.Value(type)} is no type of data.{Spelling.DidYouMean(type, OpenEnum.Known<InputType>())}" : "The input has no type.",
                "Use one of Input.UriFile, Input.UriFolder, Input.MLTable, Input.CustomModel, Input.MlflowModel and Input.TritonModel; for a value, Input.Literal.");
        }

        if (input.Mode.Value is { } word && !input.Mode.IsKnown)
        {
            report.Add(InputModeUnknown, mode, $"The mode {Shown.Value(word)} is not known.{Spelling.DidYouMean(word, OpenEnum.Known<InputMode>())}", $"Use one of {Shown.List(OpenEnum.Known<InputMode>())}.");
        }
        else if ((input.Mode == InputMode.EvalMount || input.Mode == InputMode.EvalDownload) && input.Type != InputType.MLTable)
        {
            report.Add(InputModeUnfit, mode, $"The mode {input.Mode} evaluates an MLTable, and the input is a {Shown.Text(input.Type.ToString())}.", "Use Input.MLTable, or the mode InputMode.ReadOnlyMount or InputMode.Download.");
        }
        else if (input.Mode == InputMode.ReadWriteMount)
        {
            report.Add(InputModeWritable, mode, "The input is mounted writable, which is documented for outputs alone.", "Use InputMode.ReadOnlyMount, and write to an output.");
        }
    }

    private static void CheckLiteral(string name, string? value, string path, IEnumerable<CommandReference> references, JobReport report)
    {
        string place = $"{path}.{nameof(LiteralInput.Value)}";
        if (!report.IsGiven(value, place))
        {
            return;
        }

        if (!NameForm.HasContent(value))
        {
            report.Add(
                LiteralEmpty,
                place,
                $"The literal is {Shown.Value(value)}, and the service takes only values with a letter, digit or underscore in them.",
                $"Remove the input, and put an optional block around its place in the command: $[[--{Shown.Text(name)} ${{{{inputs.{Shown.Text(name)}}}}}]].");
        }
        else if (references.Any(reference => ShellText.IsChanged(report.IsScheduled ? WhenMade(value) : value, reference.Quote)))
        {
            report.Add(
                LiteralInShell,
                place,
                $"The literal {Shown.Value(value)} goes into bash as it is, and bash acts on some of its characters there.",
                $"Put the reference in quotes in the command, '${{{{inputs.{Shown.Text(name)}}}}}', or pass the value in an environment variable.");
        }
    }

    /// <summary>What becomes of a literal when a schedule has made the job.</summary>
    private static string WhenMade(string value) =>
        value.Replace(Schedule.TriggerTime, "2026-12-01T06:00:00Z", StringComparison.Ordinal).Replace(Schedule.JobName, "name", StringComparison.Ordinal);
}
