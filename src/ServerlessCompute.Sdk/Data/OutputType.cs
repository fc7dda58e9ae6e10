namespace ServerlessCompute;

/// <summary>What an output of a job is. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct OutputType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>One file.</summary>
        public const string UriFile = "uri_file";

        /// <summary>A folder.</summary>
        public const string UriFolder = "uri_folder";

        /// <summary>A table described by an MLTable file.</summary>
        public const string MLTable = "mltable";

        /// <summary>A model in a format of its own.</summary>
        public const string CustomModel = "custom_model";

        /// <summary>A model in MLflow's format.</summary>
        public const string MlflowModel = "mlflow_model";

        /// <summary>A model for the Triton server.</summary>
        public const string TritonModel = "triton_model";
    }
}
