namespace ServerlessCompute;

/// <summary>Starts Spark jobs.</summary>
public static class Spark
{
    /// <summary>
    /// A Spark application: the file of the code that starts it, and its arguments. Holes of an interpolated string may be inputs and
    /// outputs; the variable names them. Spark reads and writes data directly, so each says <see cref="InputMode.Direct"/> or
    /// <see cref="OutputMode.Direct"/>.
    /// </summary>
    /// <param name="entry">The entry; a text is the path of a Python file within the code folder.</param>
    /// <param name="args">The arguments of the application; null for none.</param>
    /// <example>
    /// <code>
    /// var titanic = Input.UriFile("azureml://datastores/workspaceblobstore/paths/titanic.csv", InputMode.Direct);
    /// SparkJob job = Spark.Run("titanic.py", $"--data {titanic}").WithCode("./src");
    /// </code>
    /// </example>
    public static SparkJob Run(SparkEntry entry, CommandText? args = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new SparkJob { Entry = entry, Args = args ?? CommandText.Empty };
    }
}
