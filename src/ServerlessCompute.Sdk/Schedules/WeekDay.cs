namespace ServerlessCompute;

/// <summary>A day of the week. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct WeekDay
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Monday.</summary>
        public const string Monday = "Monday";

        /// <summary>Tuesday.</summary>
        public const string Tuesday = "Tuesday";

        /// <summary>Wednesday.</summary>
        public const string Wednesday = "Wednesday";

        /// <summary>Thursday.</summary>
        public const string Thursday = "Thursday";

        /// <summary>Friday.</summary>
        public const string Friday = "Friday";

        /// <summary>Saturday.</summary>
        public const string Saturday = "Saturday";

        /// <summary>Sunday.</summary>
        public const string Sunday = "Sunday";
    }
}
