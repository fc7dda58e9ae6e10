namespace ServerlessCompute;

/// <content>What can be wrong with a pipeline, its steps and their components.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> PipelineCases()
    {
        PipelineJob pipeline = new PipelineJob().WithStep("prep", new CommandStep { Component = "azureml:prep:1" }).WithDefaultCompute("serverless");
        return
        [
            DiagnosticCase.Of("SC1401", "Steps[\"prep\"].Compute", pipeline.WithDefaultCompute(null)),
        ];
    }
}
