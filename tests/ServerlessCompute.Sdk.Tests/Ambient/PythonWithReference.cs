namespace ServerlessCompute;

/// <summary>A Python with the reference client, azure-ai-ml.</summary>
internal static class PythonWithReference
{
    private static readonly PythonVenv Venv = new("azure-ai-ml", "azure-ai-ml==1.35.2");

    /// <summary>What a program prints; <c>INPUT</c> is a text in it.</summary>
    public static Task<string> RunAsync(string program, string input) => Venv.RunAsync(program, input);
}
