namespace ServerlessCompute;

/// <summary>The unit of a recurrence, in the contract's words.</summary>
internal enum RecurrenceUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
}
