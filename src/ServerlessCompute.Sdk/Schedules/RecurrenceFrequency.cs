namespace ServerlessCompute;

/// <summary>What a recurrence counts. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct RecurrenceFrequency
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Minutes.</summary>
        public const string Minute = "Minute";

        /// <summary>Hours.</summary>
        public const string Hour = "Hour";

        /// <summary>Days.</summary>
        public const string Day = "Day";

        /// <summary>Weeks.</summary>
        public const string Week = "Week";

        /// <summary>Months.</summary>
        public const string Month = "Month";
    }
}
