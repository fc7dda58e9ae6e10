namespace ServerlessCompute;

/// <content>What can be wrong with a component that is to be registered.</content>
internal static partial class DiagnosticCases
{
    private static List<DiagnosticCase> ComponentCases()
    {
        CommandComponent component = new() { Name = "train", Command = "python train.py", Environment = "sklearn-1.5@latest" };
        return
        [
            DiagnosticCase.Of("SC2001", "Name", component with { Name = "train-model" }),
            DiagnosticCase.Of("SC2001", "Name", component with { Name = "Train" }),
            DiagnosticCase.Of("SC2001", "Name", component with { Name = "7_trains" }),
            DiagnosticCase.Of("SC0101", "Command", component with { Command = "" }),
            DiagnosticCase.Of("SC0102", "Command", component with { Command = "python train.py ${{inputs.rate}}" }),
            DiagnosticCase.Of("SC0401", "Environment", component with { Environment = null }),
        ];
    }
}
