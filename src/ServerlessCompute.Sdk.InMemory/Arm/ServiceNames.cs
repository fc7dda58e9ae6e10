namespace ServerlessCompute;

/// <summary>Names of people and parts of the service that answers mention.</summary>
internal static class ServiceNames
{
    /// <summary>Whoever sends requests.</summary>
    public const string User = "In-memory User";

    public const string NoId = "00000000-0000-0000-0000-000000000000";
}
