using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A component by itself: what it takes and makes, and what it runs.</summary>
internal static class ComponentRules
{
    private static readonly Action<CommandView, JobReport>[] _commandRules = [CommandRules.Check, EnvironmentRules.Check, CodeRules.Check, ResourceRules.Check, DistributionRules.Check];

    /// <summary>A component that is to be registered under its name.</summary>
    public static void CheckNamed(Component component, JobReport report)
    {
        if (component.Name is { } name && !NameForm.IsComponent(name))
        {
            report.Add(ComponentNameForm, nameof(Component.Name), $"The name {Shown.Value(name)} is not one that the service registers.", "Begin with a lower-case letter, and go on with lower-case letters, digits and _.");
        }

        Check(component, compute: null, report);
        if (component is PipelineComponent pipeline)
        {
            PipelineRules.Check(new PipelineView(pipeline, "", around: null), report);
        }
    }

    /// <param name="component">The component.</param>
    /// <param name="compute">The compute that it runs on; null for serverless.</param>
    /// <param name="report">Takes what is found, at places within the component.</param>
    public static void Check(Component component, string? compute, JobReport report)
    {
        ComponentPortRules.Check(component, report);

        // The service's own environments have more labels, and components that name one are known to run.
        report = report.Doubting(EnvironmentLabelUnknown);
        switch (component)
        {
            case CommandComponent command:
                CheckCommand(command, compute, report);
                break;
            case ParallelComponent parallel:
                ParallelRules.Check(parallel, compute, report);
                break;
            case DataTransferComponent transfer:
                CheckTransfer(transfer, report);
                break;
            case SweepComponent { Trial: null }:
                report.Add(StepComponentMissing, nameof(SweepComponent.Trial), "The sweep does not say what its trials run.", "Give it a command component, Trial = train, or a reference to a registered one.");
                break;
            case SparkComponent spark:
                SparkRules.CheckComponent(spark, report);
                break;
            default:
                break;
        }
    }

    /// <summary>Checks a text that refers to the component's inputs and outputs, and the software and machines that go with it.</summary>
    public static CommandView View(Component component, CommandText text, JobEnvironment? environment, AssetPath? code, ResourceConfiguration? resources) => new(new CommandJob
    {
        Command = text,
        Environment = environment,
        Code = code,
        Resources = resources,
        Inputs = ValueMap.From((component.Inputs ?? ValueMap<ComponentInput>.Empty).Keys.Select(name => KeyValuePair.Create(name, (Input)new DataInput()))),
        Outputs = ValueMap.From((component.Outputs ?? ValueMap<ComponentOutput>.Empty).Keys.Select(name => KeyValuePair.Create(name, new Output()))),
    });

    private static void CheckCommand(CommandComponent component, string? compute, JobReport report)
    {
        CommandView plain = View(component, component.Command ?? "", component.Environment, component.Code, component.Resources);
        var view = new CommandView(plain.Job with { Distribution = component.Distribution, Compute = compute });
        foreach (Action<CommandView, JobReport> rule in _commandRules)
        {
            rule(view, report);
        }

        // Holes are known as long as the text is the one that the job had.
        if (MadeOf(component) is { } made)
        {
            HoleRules.Check(new CommandView(made), report);
        }
    }

    private static CommandJob? MadeOf(CommandComponent component) => component.MadeOf.Value switch
    {
        CommandJob made when made.Command.Text == component.Command => made,
        SweepJob made when made.Trial.Command.Text.Replace("${{search_space.", "${{inputs.", StringComparison.Ordinal) == component.Command => SweepRules.AsCommand(made),
        _ => null,
    };

    private static void CheckTransfer(DataTransferComponent component, JobReport report)
    {
        (string Place, string Message, string Fix)? missing = component switch
        {
            _ when component.Task == DataTransferTask.ImportData && component.Source is null => (nameof(DataTransferComponent.Source), "The import does not say where the data comes from.", "Name it: Source = new ExternalData { … }."),
            _ when component.Task == DataTransferTask.ExportData && component.Sink is null => (nameof(DataTransferComponent.Sink), "The export does not say where the data goes.", "Name it: Sink = new ExternalData { … }."),
            _ when component.Task == DataTransferTask.CopyData && component.Inputs is not { Count: > 0 } => (nameof(Component.Inputs), "The copy has no input.", "Give it one at least."),
            _ when component.Task == DataTransferTask.CopyData && component.Outputs is not { Count: 1 } => (nameof(Component.Outputs), $"The copy has {component.Outputs?.Count ?? 0} outputs.", "Give it one."),
            _ => null,
        };
        if (missing is { } found)
        {
            report.Add(TransferIncomplete, found.Place, found.Message, found.Fix);
        }
    }
}
