using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A Spark job: what it runs, where, and how its data reaches it. What it has in common with a command, the rules of commands check.</summary>
internal static class SparkRules
{
    /// <summary>The sizes that the service's documentation has for serverless Spark; the reference client takes no other.</summary>
    private static readonly string[] _sizes = ["Standard_E4s_v3", "Standard_E8s_v3", "Standard_E16s_v3", "Standard_E32s_v3", "Standard_E64s_v3"];

    private static readonly Action<CommandView, JobReport>[] _commandRules =
        [HoleRules.Check, InputRules.Check, OutputRules.Check, CodeRules.Check, VariableRules.Check, QueueRules.Check, AdditionalPropertyRules.Check];

    public static void Check(SparkJob job, JobReport report)
    {
        CheckEntry(job, report);
        var view = new CommandView(AsCommand(job)) { RunsInShell = false };
        JobReport asCommand = report.At(path => path == nameof(CommandJob.Command) ? nameof(SparkJob.Args) : path);
        if (job.Args.Text.Length > 0)
        {
            CommandRules.CheckReferences(view, asCommand);
        }

        foreach (Action<CommandView, JobReport> rule in _commandRules)
        {
            rule(view, asCommand);
        }

        if (job.Environment is not null)
        {
            EnvironmentRules.Check(view, report);
        }

        CheckModes(view, report);
        CheckPlace(job, report);
        SparkSettingRules.Check(job.Conf, report);
        CheckFiles(job.PyFiles, nameof(SparkJob.PyFiles), report);
        CheckFiles(job.Jars, nameof(SparkJob.Jars), report);
        CheckFiles(job.Files, nameof(SparkJob.Files), report);
        CheckFiles(job.Archives, nameof(SparkJob.Archives), report);
        AdditionalPropertyRules.Check(job.Entry, nameof(SparkJob.Entry), report);
        AdditionalPropertyRules.Check(job.Resources, nameof(SparkJob.Resources), report);
    }

    /// <summary>A component that steps run: its application and its settings. Where it runs is the step's to say.</summary>
    public static void CheckComponent(SparkComponent component, JobReport report)
    {
        CheckEntry(new SparkJob { Entry = component.Entry, Code = component.Code }, report);
        CommandView view = ComponentRules.View(component, component.Args ?? "", component.Environment, component.Code, resources: null);
        JobReport args = report.At(path => path == nameof(CommandJob.Command) ? nameof(SparkComponent.Args) : path);
        CommandRules.CheckReferences(view, args);
        if (component.MadeOf.Value is SparkJob made && made.Args.Text == component.Args)
        {
            HoleRules.Check(new CommandView(AsCommand(made)), args);
        }

        CodeRules.Check(view, report);
        if (component.Environment is not null)
        {
            EnvironmentRules.Check(view, report);
        }

        // A step says the rest where its component does not say all.
        SparkSettingRules.Check(component.Conf, report, isWhole: component.MadeOf.Value is SparkJob);
        CheckFiles(component.PyFiles, nameof(SparkComponent.PyFiles), report);
        CheckFiles(component.Jars, nameof(SparkComponent.Jars), report);
        CheckFiles(component.Files, nameof(SparkComponent.Files), report);
        CheckFiles(component.Archives, nameof(SparkComponent.Archives), report);
    }

    private static CommandJob AsCommand(SparkJob job) => new()
    {
        Command = job.Args,
        Code = job.Code,
        Environment = job.Environment,
        EnvironmentVariables = job.EnvironmentVariables,
        Inputs = job.Inputs,
        Outputs = job.Outputs,
        QueueSettings = job.QueueSettings,
        Compute = job.Compute,
    };

    private static void CheckEntry(SparkJob job, JobReport report)
    {
        const string Place = nameof(SparkJob.Entry);
        switch (job.Entry)
        {
            case SparkPythonEntry { File: var file } when NameForm.HasContent(file ?? ""):
                break;
            case SparkClassEntry { ClassName: var name } when NameForm.HasContent(name ?? ""):
                report.Add(SparkEntryIsClass, Place, $"The entry is the class {Shown.Value(name!)}; the service's documentation knows Python files alone.", "Start from a Python file, Spark.Run(\"main.py\"), unless you know that the service takes the class.");
                break;
            case UnknownSparkEntry { Type: var type }:
                report.Add(SparkEntryUnknown, Place, $"The kind of entry {Shown.Value(type)} is not known to this library and is sent as it is.", "Use a SparkPythonEntry or a SparkClassEntry.");
                break;
            default:
                report.Add(SparkEntryMissing, Place, "The job does not say which file starts the application.", "Name it by its path within the code: Spark.Run(\"main.py\").");
                break;
        }

        if (job.Code is null)
        {
            report.Add(SparkCodeMissing, nameof(SparkJob.Code), "The job has no code, and its entry is a file of the code.", "Name the folder, .WithCode(\"./src\").");
        }
    }

    private static void CheckPlace(SparkJob job, JobReport report)
    {
        const string Place = nameof(SparkJob.Resources);
        const string Fix = "Ask for serverless machines, .WithResources(\"standard_e4s_v3\", \"3.4\"), or name an attached pool, .WithCompute(\"pool\").";
        if (job.Resources is not { } resources)
        {
            if (job.Compute is null)
            {
                report.Add(SparkPlaceMissing, Place, "The job says neither which serverless machines it wants nor on which pool it runs.", Fix);
            }

            return;
        }

        if (job.Compute is { } compute && !report.IsFromService)
        {
            report.Add(SparkPlaceTwice, Place, $"The job asks for serverless machines and for the pool {Shown.Value(compute)}.", "Keep one: .WithCompute(null) or .WithResources(null).");
        }

        if (!report.IsFromService && !_sizes.Contains(resources.InstanceType, StringComparer.OrdinalIgnoreCase))
        {
            string found = resources.InstanceType is { } size ? $"Spark does not run on {Shown.Value(size)}.{report.DidYouMean(size, _sizes)}" : "The job names no VM size, and the service chooses none for Spark.";
            report.Add(SparkInstanceType, $"{Place}.{nameof(SparkResources.InstanceType)}", found, $"Use one of {Shown.List(_sizes)}.");
        }

        CheckRuntime(resources.RuntimeVersion, $"{Place}.{nameof(SparkResources.RuntimeVersion)}", report);
    }

    private static void CheckRuntime(string? version, string place, JobReport report)
    {
        const string Fix = "Name a version that the service offers, for example \"3.4\".";
        if (version is null)
        {
            report.Add(SparkRuntimeMissing, place, "The job does not say Spark's version, and the service's default is one that it retired.", Fix);
        }
        else if (version.Split('.') is not [{ Length: > 0 } major, { Length: > 0 } minor] || !major.All(char.IsAsciiDigit) || !minor.All(char.IsAsciiDigit))
        {
            report.Add(SparkRuntimeForm, place, $"{Shown.Value(version)} is not two numbers with a point between them.", Fix);
        }
    }

    private static void CheckModes(CommandView view, JobReport report)
    {
        foreach ((string name, Input input) in view.Inputs)
        {
            if (input is DataInput { Mode: var mode } && mode != InputMode.Direct)
            {
                report.Add(SparkModeUnfit, $"{Shown.At(nameof(SparkJob.Inputs), name)}.{nameof(DataInput.Mode)}", $"The input {Shown.Value(name)} {Said(mode.Value)}, and Spark reads its data directly.", "Give the mode: Input.UriFolder(path, InputMode.Direct).");
            }
        }

        foreach ((string name, Output output) in view.Outputs)
        {
            if (output.Mode != OutputMode.Direct && !(report.IsFromService && name == "default"))
            {
                report.Add(SparkModeUnfit, $"{Shown.At(nameof(SparkJob.Outputs), name)}.{nameof(Output.Mode)}", $"The output {Shown.Value(name)} {Said(output.Mode.Value)}, and Spark writes its data directly.", "Give the mode: Output.UriFolder(path, OutputMode.Direct).");
            }
        }
    }

    private static string Said(string? mode) => mode is null ? "says no mode" : $"has the mode {Shown.Value(mode)}";

    private static void CheckFiles(ValueList<string>? files, string place, JobReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string file, string path) in report.Items(files, place))
        {
            if (!seen.Add(file))
            {
                report.Add(SparkFileTwice, path, $"{Shown.Value(file)} is there twice.", "Name each file once.");
            }
        }
    }
}
