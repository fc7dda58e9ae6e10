namespace ServerlessCompute;

/// <summary>Where a reference to data leads.</summary>
/// <param name="Uri">A datastore path, or what the reference's owner said.</param>
/// <param name="Type">uri_file, uri_folder, mltable, custom_model, mlflow_model or triton_model.</param>
internal sealed record ResolvedData(string Uri, string Type);
