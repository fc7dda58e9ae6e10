namespace ServerlessCompute;

/// <summary>What kind of job this is. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct JobType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A command on one or more nodes.</summary>
        public const string Command = "Command";

        /// <summary>Trials of one command over a search space.</summary>
        public const string Sweep = "Sweep";

        /// <summary>Automated machine learning.</summary>
        public const string AutoML = "AutoML";

        /// <summary>Steps that depend on each other.</summary>
        public const string Pipeline = "Pipeline";

        /// <summary>A Spark application.</summary>
        public const string Spark = "Spark";

        /// <summary>Fine-tuning of a catalogue model (preview).</summary>
        public const string FineTuning = "FineTuning";
    }
}
