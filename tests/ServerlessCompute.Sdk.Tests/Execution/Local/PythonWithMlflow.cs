namespace ServerlessCompute;

/// <summary>A Python with the real mlflow client.</summary>
internal static class PythonWithMlflow
{
    private static readonly PythonVenv Venv = new("mlflow", "mlflow-skinny");

    /// <summary>The path of the interpreter.</summary>
    public static Task<string> Path => Venv.Path;
}
