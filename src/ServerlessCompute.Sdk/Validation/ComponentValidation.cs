namespace ServerlessCompute;

/// <summary>Checks components before they are registered.</summary>
public static class ComponentValidation
{
    /// <summary>
    /// Finds everything that keeps a component from being registered, at once. Looks at the component alone: no files, no network.
    /// Registration does it first, then looks at the files.
    /// </summary>
    public static JobValidationResult Validate(this Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        var report = new JobReport(isFromService: component.Id is not null);
        ComponentRules.CheckNamed(component, report);
        return report.ToResult();
    }
}
