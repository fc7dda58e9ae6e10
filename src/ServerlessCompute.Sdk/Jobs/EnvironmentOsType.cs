namespace ServerlessCompute;

/// <summary>The operating system of an environment. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct EnvironmentOsType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>Linux.</summary>
        public const string Linux = "Linux";

        /// <summary>Windows.</summary>
        public const string Windows = "Windows";
    }
}
