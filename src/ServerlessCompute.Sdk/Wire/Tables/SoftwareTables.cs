namespace ServerlessCompute;

/// <summary>The forms of what a job runs and in what.</summary>
internal static class SoftwareTables
{
    public static ValueForm<CommandText> Command { get; } = new CommandForm();

    public static ValueForm<JobEnvironment> Environment { get; } = new JobEnvironmentForm();

    public static ValueForm<ValueMap<EnvironmentValue>> Variables { get; } = new MapForm<EnvironmentValue>(new VariableForm(), takesNull: true, takesAnyName: true);
}
