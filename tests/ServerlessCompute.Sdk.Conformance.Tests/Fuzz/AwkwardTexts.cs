namespace ServerlessCompute;

/// <summary>Words and pieces of YAML that readers trip over.</summary>
internal static class AwkwardTexts
{
    /// <summary>Values, most of which some place in a file does not expect.</summary>
    public static IReadOnlyList<string> Scalars { get; } =
    [
        "", "~", "null", "yes", "no", "on", "True", "0", "-1", "010", "0x1F", "1_000", "1:30", "1e400", "-0.0", ".inf", ".nan", "1.5e3", "99999999999999999999999",
        "2026-11-22", "2026-11-22T01:02:03Z", "=", "<<", "*", "&a", "!x", "%", "@", "`", "#", ":", "-", "?", "|", ">", "[", "{", "a: b", "a #b", "\t", " ", "\n", "'", "\"", "\\",
        "azureml:", "azureml:a", "azureml:a:", "azureml:a@", "azureml:a@latest", "azureml:a:1:2", "azureml://", "azureml://registries/r", "file:", "file:.", "file:/", "./..", "../..",
        "/", "/dev/null", "/dev/zero", "file:/dev/zero", "C:\\x", "http://", "git+https://example.com/x", "wasbs://c@a.blob.core.windows.net/p", "${{", "${{}}", "${{inputs.}}", "${{parent.jobs.a.outputs.b}}", "${{parent.inputs.x}}",
        "${{inputs.a.b.c}}", "$[[", "$[[${{inputs.x}}]]", "{inputs.x}", "command", "pipeline", "sweep", "automl", "spark", "choice", "uniform", "serverless", "\u0000", "\u2028", "\ufeff", "é漢🚀",
    ];

    /// <summary>Keys that change what the values around them mean.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "", "<<", "$schema", "type", "command", "component", "jobs", "trial", "inputs", "outputs", "environment", "code", "compute", "path", "mode", "resources", "limits", "instance_count", "name", "version",
        "job", "create_job", "trigger", "search_space", "training_data", "task", "null", "1", "true", "=",
    ];

    /// <summary>Pieces of text to put anywhere.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "\t", "\r", "\r\n", "\n\n", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "&a ", "*a", "*b ", "<<: *a\n", "!!binary ", "!!python/object:x ", "!<tag> ", "? ", "? [a, b]\n: c\n", "- - - - ", "[[[[", "{{{{",
        "}", "]", ": ", "#", "'", "\"", "\\x", "\\u12", "\"\\", "|+\n", ">-9\n", "\u0000", "\u0007", "\u0085", "\u2028", "\ufeff", "\ud800",
    ];
}
