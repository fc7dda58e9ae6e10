namespace ServerlessCompute;

/// <summary>What an input or output of a component is. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct PortType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A text.</summary>
        public const string String = "string";

        /// <summary>A number with or without a point.</summary>
        public const string Number = "number";

        /// <summary>A whole number.</summary>
        public const string Integer = "integer";

        /// <summary>A truth value.</summary>
        public const string Boolean = "boolean";

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

        /// <summary>A file or a folder, as older components say it.</summary>
        public const string Path = "path";
    }

    /// <summary>Whether this is a value that is put into a command, not data.</summary>
    public bool IsLiteral => this == String || this == Number || this == Integer || this == Boolean;
}
