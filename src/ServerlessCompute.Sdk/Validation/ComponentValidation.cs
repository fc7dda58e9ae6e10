using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Checks components before they are registered.</summary>
public static class ComponentValidation
{
    /// <summary>
    /// Finds everything that keeps a component from being registered, at once. Looks at the component alone: no files, no network.
    /// Registration does it first, then looks at the files. Its steps, and what flows between them, are checked as part of a pipeline job.
    /// </summary>
    public static JobValidationResult Validate(this Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        var report = new JobReport(isFromService: component.Id is not null);
        CheckName(component.Name, report);
        if (component is CommandComponent command)
        {
            CommandRules.Check(new CommandView(AsJob(command)), report);
            CheckEnvironment(command, report);
        }

        return report.ToResult();
    }

    private static void CheckName(string? name, JobReport report)
    {
        // One that is only used as a step needs no name.
        if (name is not null && !NameForm.IsComponent(name))
        {
            report.Add(
                ComponentNameForm,
                nameof(Component.Name),
                $"The name {Shown.Value(name)} is not one that the service registers.",
                "Begin with a lower-case letter, and go on with lower-case letters, digits and _.");
        }
    }

    private static void CheckEnvironment(CommandComponent command, JobReport report)
    {
        if (command.Environment is null)
        {
            report.Add(EnvironmentMissing, nameof(CommandComponent.Environment), "The component has no environment.", "Name one: Environment = \"azureml://registries/azureml/environments/sklearn-1.5/labels/latest\".");
        }
    }

    /// <summary>A job in which the command finds the same names.</summary>
    private static CommandJob AsJob(CommandComponent component) => new()
    {
        Command = component.Command,
        Inputs = ValueMap.From(component.Inputs.Select(input => KeyValuePair.Create(input.Key, (Input)new LiteralInput { Value = "1" }))),
        Outputs = ValueMap.From(component.Outputs.Select(output => KeyValuePair.Create(output.Key, new Output()))),
    };
}
