using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>What flows out of a command: names, places, registration.</summary>
internal static class OutputRules
{
    private const string Map = nameof(CommandJob.Outputs);
    private const string ServicesOwn = "default";

    public static void Check(CommandView view, JobReport report)
    {
        _ = report.Entries(view.Job.Outputs, Map).Count();
        FlowNames.Check(view.Outputs.Keys, Map, OutputNameForm, OutputNamesCollide, report);
        HashSet<string?> used = [.. view.ReferencesTo(CommandReference.Outputs).Select(reference => reference.Name)];
        foreach ((string name, Output output) in view.Outputs)
        {
            string path = Shown.At(Map, name);
            CheckName(name, path, isUsed: used.Contains(name), report);
            CheckOutput(output, path, report);
        }
    }

    /// <summary>An output, wherever it flows out.</summary>
    public static void CheckOutput(Output output, string path, JobReport report)
    {
        CheckWords(output, path, report);
        CheckAsset(output, path, report);
        if (output.Path is not null)
        {
            CheckPath(output.Path, $"{path}.{nameof(Output.Path)}", report);
        }
    }

    private static void CheckName(string name, string path, bool isUsed, JobReport report)
    {
        if (string.Equals(name, ServicesOwn, StringComparison.OrdinalIgnoreCase))
        {
            if (!report.IsFromService)
            {
                report.Add(OutputNameReserved, path, "The service keeps logs and artifacts in an output of its own called 'default'.", "Choose another name.");
            }
        }
        else if (!isUsed)
        {
            report.Add(OutputUnused, path, $"The command does not use the output {Shown.Value(name)}: nothing will be written to it.", $"Refer to it, ${{{{outputs.{Shown.Text(name)}}}}}, or remove it.");
        }
    }

    private static void CheckWords(Output output, string path, JobReport report)
    {
        if (!output.Type.IsKnown)
        {
            report.Add(
                OutputTypeUnknown,
                $"{path}.{nameof(Output.Type)}",
                output.Type.Value is { } type ? $"The type {Shown.Value(type)} is not known.{Spelling.DidYouMean(type, OpenEnum.Known<OutputType>())}" : "The output has no type.",
                "Use one of Output.UriFile, Output.UriFolder, Output.MLTable, Output.CustomModel, Output.MlflowModel and Output.TritonModel.");
        }

        if (output.Mode.Value is { } mode && !output.Mode.IsKnown)
        {
            report.Add(OutputModeUnknown, $"{path}.{nameof(Output.Mode)}", $"The mode {Shown.Value(mode)} is not known.{Spelling.DidYouMean(mode, OpenEnum.Known<OutputMode>())}", $"Use one of {Shown.List(OpenEnum.Known<OutputMode>())}.");
        }
    }

    private static void CheckAsset(Output output, string path, JobReport report)
    {
        if (output.AssetVersion is not null && output.AssetName is null)
        {
            report.Add(OutputVersionWithoutName, $"{path}.{nameof(Output.AssetVersion)}", $"The output is to be registered as version {Shown.Value(output.AssetVersion)} of no asset.", $"Write .RegisteredAs(\"name\", \"{Shown.Text(output.AssetVersion)}\").");
        }

        CheckAssetText(output.AssetName, $"{path}.{nameof(Output.AssetName)}", report);
        CheckAssetText(output.AssetVersion, $"{path}.{nameof(Output.AssetVersion)}", report);
    }

    private static void CheckAssetText(string? text, string path, JobReport report)
    {
        if (text is not null && !NameForm.IsAsset(text))
        {
            report.Add(OutputAssetNameForm, path, $"{Shown.Value(text)} is not made of at most 255 letters, digits, hyphens, underscores and dots, beginning with a letter or digit.", "Correct it: .RegisteredAs(\"iris-model\", \"1\").");
        }
    }

    private static void CheckPath(AssetPath output, string path, JobReport report)
    {
        const string Form = "Write azureml://datastores/{name}/paths/{path}, or leave the path out: the service then chooses a folder.";
        if (output.Kind == AssetPathKind.AssetReference || output.Kind == AssetPathKind.ResourceId)
        {
            report.Add(OutputPathUnfit, path, $"{Shown.Value(output.Text)} names a registered asset, and an output is written to a place.", "Register the output when the job completes: .RegisteredAs(\"name\").");
        }
        else if (output.Kind == AssetPathKind.Local)
        {
            report.Add(OutputPathUnfit, path, $"{Shown.Value(output.Text)} is a path of this machine, and the job runs on another.", Form);
        }

        string text = output.Text;
        int start = text.IndexOf("/paths/", StringComparison.OrdinalIgnoreCase);
        int host = text.IndexOf("://", StringComparison.Ordinal);
        string relative = start >= 0 ? text[(start + "/paths/".Length)..] : host >= 0 ? text[(text.IndexOf('/', host + 3) + 1)..] : text;
        if (AssetPathRules.Climbs(Uri.UnescapeDataString(relative)))
        {
            report.Add(OutputPathClimbs, path, $"The path {Shown.Value(output.Text)} climbs out of its folder with '..'.", Form);
        }

        AssetPathRules.CheckSignature(output, path, report);
    }
}
