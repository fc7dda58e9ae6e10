namespace ServerlessCompute;

/// <summary>Bodies of jobs of every type, as clients send them.</summary>
internal static class Bodies
{
    public const string Environment = "azureml:AzureML-sklearn-1.0-ubuntu20.04-py38-cpu:33";

    public static string Sweep(string more = "", string space = """{"lr":["uniform",[0.001,0.1]]}""", string command = "python train.py --lr ${{search_space.lr}}", string sampling = "Random", int total = 4, int concurrent = 2) =>
        $$$"""
        {"properties":{"jobType":"Sweep","searchSpace":{{{space}}},"samplingAlgorithm":{"samplingAlgorithmType":"{{{sampling}}}"},
        "limits":{"jobLimitsType":"Sweep","maxTotalTrials":{{{total}}},"maxConcurrentTrials":{{{concurrent}}}},
        "objective":{"goal":"maximize","primaryMetric":"accuracy"},"trial":{"command":"{{{command}}}","environmentId":"{{{Environment}}}"}{{{Tail(more)}}}}}
        """;

    public static string AutoMl(string task = "\"taskType\":\"Classification\",\"targetColumnName\":\"y\",\"limitSettings\":{\"maxTrials\":3,\"maxConcurrentTrials\":2}", string more = "") =>
        $$$"""
        {"properties":{"jobType":"AutoML","taskDetails":{"trainingData":{"jobInputType":"mltable","uri":"azureml://datastores/workspaceblobstore/paths/train/"},{{{task}}}}{{{Tail(more)}}}}}
        """;

    public static string Pipeline(string jobs, string more = "") =>
        $$$"""{"properties":{"jobType":"Pipeline","jobs":{{{jobs}}},"settings":{"default_compute":"serverless"}{{{Tail(more)}}}}}""";

    public static string Spark(string more = "") =>
        $$$"""
        {"properties":{"jobType":"Spark","codeId":"/codes/a/versions/1","entry":{"sparkJobEntryType":"SparkJobPythonEntry","file":"main.py"},
        "resources":{"instanceType":"standard_e8s_v3","runtimeVersion":"3.3"},"conf":{"spark.executor.instances":"2"}{{{Tail(more)}}}}}
        """;

    public static string FineTuning(string more = "") =>
        $$$"""
        {"properties":{"jobType":"FineTuning","fineTuningDetails":{"modelProvider":"Custom","taskType":"chatCompletion",
        "model":{"jobInputType":"mlflow_model","uri":"azureml://registries/azureml-meta/models/Meta-Llama-3-8B/versions/8"},
        "trainingData":{"jobInputType":"uri_file","uri":"azureml://datastores/workspaceblobstore/paths/train.jsonl"},"hyperParameters":{"num_train_epochs":"1"}},
        "outputs":{"registered_model":{"jobOutputType":"mlflow_model","assetName":"tuned"}}{{{Tail(more)}}}}}
        """;

    /// <summary>A component of a command.</summary>
    public static string Component(string command, string inputs = "{}", string outputs = "{}", string more = "") =>
        $$$$"""
        {"properties":{"isAnonymous":false,"componentSpec":{"type":"command","command":"{{{{command}}}}","environment":"{{{{Environment}}}}","inputs":{{{{inputs}}}},"outputs":{{{{outputs}}}}{{{{Tail(more)}}}}}}}
        """;

    private static string Tail(string more) => more.Length == 0 ? "" : "," + more;
}
