namespace ServerlessCompute;

/// <summary>What kind of interactive service runs beside the job. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct JobServiceType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A notebook server.</summary>
        public const string JupyterLab = "JupyterLab";

        /// <summary>Visual Studio Code's remote server.</summary>
        public const string VSCode = "VSCode";

        /// <summary>A shell.</summary>
        public const string Ssh = "SSH";

        /// <summary>TensorBoard over a log folder.</summary>
        public const string TensorBoard = "TensorBoard";

        /// <summary>A service of the job's own on a port of its own.</summary>
        public const string Custom = "Custom";

        /// <summary>Added by the service: where metrics are logged.</summary>
        public const string Tracking = "Tracking";

        /// <summary>Added by the service: the job's page.</summary>
        public const string Studio = "Studio";
    }
}
