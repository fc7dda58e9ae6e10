namespace ServerlessCompute;

/// <summary>The size of a YOLO model. An open set: values the service adds later pass through.</summary>
/// <remarks>Equal ignoring case. The default value is unset and never sent. Thread-safe.</remarks>
[OpenEnum]
public readonly partial struct ModelSize
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>As the service decides.</summary>
        public const string None = "None";

        /// <summary>Small.</summary>
        public const string Small = "Small";

        /// <summary>Medium.</summary>
        public const string Medium = "Medium";

        /// <summary>Large.</summary>
        public const string Large = "Large";

        /// <summary>Extra large.</summary>
        public const string ExtraLarge = "ExtraLarge";
    }
}
