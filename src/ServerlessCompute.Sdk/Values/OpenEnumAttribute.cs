namespace ServerlessCompute;

/// <summary>
/// Marks a readonly partial struct as an open enum: it lists its words as constants in a nested class <c>Values</c>, and the compiler writes the rest
/// (build/ServerlessCompute.Sdk.Generators).
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class OpenEnumAttribute : Attribute;
