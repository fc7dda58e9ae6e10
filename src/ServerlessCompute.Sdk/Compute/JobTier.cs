namespace ServerlessCompute;

/// <summary>What kind of machine time a job uses. An open set: values the service adds later pass through.</summary>
/// <remarks>Serverless jobs use <c>Standard</c> and <c>Spot</c>. Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct JobTier
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>No tier was chosen: the service takes Standard.</summary>
        public const string Null = "Null";

        /// <summary>Spare capacity at a lower, varying price; nodes can be taken at any time.</summary>
        public const string Spot = "Spot";

        /// <summary>Known to the contract, not documented for serverless jobs.</summary>
        public const string Basic = "Basic";

        /// <summary>Dedicated machines: the service's default.</summary>
        public const string Standard = "Standard";

        /// <summary>Known to the contract, not documented for serverless jobs.</summary>
        public const string Premium = "Premium";
    }
}
