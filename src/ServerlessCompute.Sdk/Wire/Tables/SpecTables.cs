namespace ServerlessCompute;

/// <summary>The forms of what specifications of components and steps name by id.</summary>
internal static class SpecTables
{
    public static ValueForm<AssetPath> Code { get; } = new SpecIdForm<AssetPath>(Forms.Path);

    public static ValueForm<JobEnvironment> Environment { get; } = new SpecIdForm<JobEnvironment>(SoftwareTables.Environment);
}
