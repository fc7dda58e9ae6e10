namespace ServerlessCompute;

/// <summary>The members that only a <see cref="SparkJob"/> has.</summary>
internal static class SparkJobTable
{
    public static void Fill(Shape<SparkJob> shape) => shape
        .Add("entry", SparkTables.Entry, j => j.Entry, (j, v) => j with { Entry = v }, required: true)
        .Add(MemberNames.Of("codeId", "code"), Forms.Path, j => j.Code, (j, v) => j with { Code = v })
        .Add("args", SoftwareTables.Command, j => j.Args.Text.Length == 0 ? null : j.Args, (j, v) => j with { Args = v }, property: nameof(SparkJob.Args))
        .Add("inputs", DataTables.Inputs, j => j.AllInputs, (j, v) => j with { Inputs = v }, property: nameof(SparkJob.Inputs))
        .Add("outputs", DataTables.Outputs, j => j.AllOutputs, (j, v) => j with { Outputs = v }, property: nameof(SparkJob.Outputs))
        .Add("conf", SparkTables.Conf, j => j.Conf, (j, v) => j with { Conf = v })
        .Add("pyFiles", Forms.TextList, j => j.PyFiles, (j, v) => j with { PyFiles = v })
        .Add("jars", Forms.TextList, j => j.Jars, (j, v) => j with { Jars = v })
        .Add("files", Forms.TextList, j => j.Files, (j, v) => j with { Files = v })
        .Add("archives", Forms.TextList, j => j.Archives, (j, v) => j with { Archives = v })
        .Add(MemberNames.Of("environmentId", "environment"), SoftwareTables.Environment, j => j.Environment, (j, v) => j with { Environment = v })
        .Add("resources", SparkTables.Resources, j => j.Resources, (j, v) => j with { Resources = v })

        // The contract has these two; nobody may write them in YAML.
        .Add(new MemberNames("environmentVariables", "environment_variables", null), SoftwareTables.Variables, j => j.EnvironmentVariables, (j, v) => j with { EnvironmentVariables = v })
        .Add(new MemberNames("queueSettings", "queue_settings", null), ComputeTables.QueueSettings, j => j.QueueSettings, (j, v) => j with { QueueSettings = v })
        .AllowNull("environment");

    /// <summary>The C# that such a job begins with.</summary>
    public static void Start(CSharpText text, SparkJob job)
    {
        if (job.Entry is SparkPythonEntry { AdditionalProperties.Count: 0, File: var file })
        {
            text.Call("Spark.Run", CSharpText.Of(inner => inner.Text(file)));
        }
        else if (job.Entry is { } entry)
        {
            text.Call("Spark.Run", CSharpText.Of(inner => SparkTables.Entry.WriteCSharp(inner, entry)));
        }
        else
        {
            text.Append("new SparkJob()");
        }
    }
}
