namespace ServerlessCompute;

/// <summary>What an hour of a machine costs, as the service estimates it. Immutable.</summary>
/// <param name="PerHour">The price.</param>
/// <param name="Currency">Its currency, <c>USD</c>.</param>
/// <param name="OsType"><c>Linux</c> or <c>Windows</c>.</param>
/// <param name="Tier"><c>Standard</c>, <c>LowPriority</c> or <c>Spot</c>.</param>
public sealed record VmPrice(decimal PerHour, string Currency, string OsType, string Tier);
