namespace ServerlessCompute;

/// <summary>Parameters are written once: somebody tried to give one another value.</summary>
internal sealed record MlflowParamConflict(string Name, string Present, string Refused);
